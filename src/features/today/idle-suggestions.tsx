import { Link } from 'react-router';
import type { DayOverview } from '#src/storage/today.ts';
import { ButtonLink } from '#src/ui/button.tsx';
import { HeldNote } from '#src/ui/held-note.tsx';
import { MoreToday } from './more-today.tsx';
import { Backlog } from './backlog.tsx';

/** Nothing is left for today: what is worth doing instead. */
export function IdleSuggestions({ day }: { day: DayOverview }) {
  const { done, forgotten } = day;
  return (
    <section className="day" aria-label="Nothing due">
      <p className="day-done">
        {done.cards > 0
          ? `Done for today: ${done.cards} ${done.cards === 1 ? 'card' : 'cards'} in ${describeMinutes(done.ms)}.`
          : 'Nothing is due today.'}
      </p>
      <HeldNote roadmaps={day.held} />
      {day.fresh === 0 && day.held.length === 0 && (
        <NoNewCards follows={day.settings.roadmaps.length > 0} />
      )}
      <MoreToday day={day} />
      <Backlog day={day} />
      <ul className="suggestions">
        {forgotten > 0 && (
          <li>
            <ButtonLink to="/review?mode=forgotten">
              Go over today’s {forgotten} forgotten
            </ButtonLink>
          </li>
        )}
        <li>
          <ButtonLink to="/review?mode=ahead">Review ahead</ButtonLink>
        </li>
        <li>
          <ButtonLink to="/review?mode=flagged">Only flagged</ButtonLink>
        </li>
      </ul>
    </section>
  );
}

/** Nothing new is left, whatever the limits: where more comes from. */
function NoNewCards({ follows }: { follows: boolean }) {
  return (
    <p>
      {follows
        ? 'You have started every card of the roadmaps you follow.'
        : 'You follow no roadmap, so no new cards come.'}{' '}
      <Link to="/roadmaps">{follows ? 'Follow another roadmap' : 'Follow a roadmap'}</Link>
    </p>
  );
}

function describeMinutes(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
