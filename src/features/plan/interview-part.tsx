import type { CardId, StudyDay } from '#src/domain/ids.ts';
import type { InterviewPlan } from '#src/domain/plan/interview.ts';
import type { PlanGround } from '#src/domain/plan/plan-ground.ts';
import { writeDate } from '#src/ui/date-words.ts';

/** How ready the learner would be, and which cards need reviews beyond their schedule on which days. */
export function InterviewPart({
  ground,
  interview,
}: {
  ground: PlanGround;
  interview: InterviewPlan;
}) {
  const { extras, known } = interview;
  const now = extras.filter(({ isNext }) => isNext).length;
  return (
    <section className="plan-part" aria-labelledby="interview-title">
      <h2 id="interview-title">On the day</h2>
      <p>
        About {Math.round(known)} cards known, if you review as planned and recall what you review.
      </p>
      {extras.length === 0 ? (
        <p>The schedule alone is enough: no extra reviews.</p>
      ) : (
        <>
          <p>
            {extras.length} extra {extras.length === 1 ? 'review' : 'reviews'} beyond the schedule.{' '}
            {now > 0 && `${now} can be given ${now === 1 ? 'its' : 'their'} day now. `}
            {now < extras.length &&
              'Those of cards that come up before then follow when they have been reviewed: this page offers them.'}
          </p>
          <details>
            <summary>Which cards on which days</summary>
            <ul className="plan-sections">
              {groupByDay(ground, interview).map(({ day, cards, topics }) => (
                <li key={day}>
                  <span>{writeDate(day)}</span>
                  <span className="muted small">
                    {cards} {cards === 1 ? 'card' : 'cards'}: {topics.join(', ')}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </section>
  );
}

function groupByDay({ roadmap, cardsByConcept }: PlanGround, { extras }: InterviewPlan) {
  const titleByCard = new Map<CardId, string>();
  const visit = (topics: PlanGround['roadmap']['sections'][number]['topics']) => {
    for (const { title, concepts = [], topics: parts = [] } of topics) {
      for (const concept of concepts) {
        for (const card of cardsByConcept.get(concept) ?? []) {
          if (!titleByCard.has(card)) titleByCard.set(card, title);
        }
      }
      visit(parts);
    }
  };
  for (const { topics } of roadmap.sections) visit(topics);
  const days = [...new Set(extras.map(({ day }) => day))].sort((one, other) => one - other);
  return days.map((day: StudyDay) => {
    const cards = extras.filter((extra) => extra.day === day);
    const topics = [...new Set(cards.flatMap(({ card }) => titleByCard.get(card) ?? []))];
    return { day, cards: cards.length, topics };
  });
}
