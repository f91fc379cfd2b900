import { toRoadmapDeck, type DeckId, type HomeId, type RoadmapId } from '#src/domain/ids.ts';
import type { RoadmapSummary } from '#src/storage/overview.ts';
import type { PlanForecast } from '#src/domain/plan/plan-forecast.ts';
import type { PlanGround } from '#src/domain/plan/plan-ground.ts';
import { defaultDeckSettings } from '#src/domain/settings.ts';

/** What choosing the plan sets, before it is chosen. */
export function LimitsPart({
  ground,
  forecast,
  followed,
  roadmaps,
  homes,
}: {
  ground: PlanGround;
  forecast: PlanForecast;
  /** The roadmaps the learner follows now. */
  followed: readonly RoadmapId[];
  /** All there are, for their titles. */
  roadmaps: readonly RoadmapSummary[];
  /** What the learner's own decks are called. */
  homes: ReadonlyMap<HomeId, string>;
}) {
  const nameDeck = (deck: DeckId) =>
    roadmaps.find(({ id }) => toRoadmapDeck(id) === deck)?.title ??
    homes.get(deck as string as HomeId) ??
    'another deck';
  return (
    <section className="plan-part" aria-labelledby="limits-title">
      <h2 id="limits-title">Choosing it sets</h2>
      <ul className="plan-troubles">
        {listWords(ground, forecast, followed, nameDeck).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  );
}

function listWords(
  { roadmap, deck, study }: PlanGround,
  { limits, interview, newPerDay, stretches }: PlanForecast,
  followed: readonly RoadmapId[],
  nameDeck: (deck: DeckId) => string,
): string[] {
  const { learner, decks } = study.settings;
  const most = stretches.length > 1 ? 'at most, by period' : '';
  const words = [`New cards a day from ${roadmap.title}: ${newPerDay} ${most}`.trim()];
  if (!followed.includes(roadmap.id)) words.unshift(`${roadmap.title} is followed`);
  if (limits.newPerDay !== learner.newPerDay) {
    words.push(`New cards a day in all: ${limits.newPerDay}, now ${learner.newPerDay}`);
  }
  for (const [other, limit] of limits.newByDeck) {
    const own = (decks.get(other) ?? defaultDeckSettings).newPerDay;
    if (other === deck || own === limit) continue;
    const now = own === null ? 'no limit' : String(own);
    words.push(`New cards a day from ${nameDeck(other)}: ${limit}, now ${now}`);
  }
  if (limits.reviewsPerDay !== learner.reviewsPerDay) {
    words.push(`Reviews a day: ${limits.reviewsPerDay}, now ${learner.reviewsPerDay}`);
  }
  if (limits.reviewOrder !== learner.reviewOrder) {
    words.push('Reviews come in the order of what is most likely forgotten');
  }
  const moved = interview?.extras.filter(({ isNext }) => isNext).length ?? 0;
  if (moved > 0) words.push(`${moved} ${moved === 1 ? 'card gets' : 'cards get'} an earlier day`);
  // A roadmap of the learner's own is a deck twice: by its links, and as the home of its notes.
  return [...new Set(words)];
}
