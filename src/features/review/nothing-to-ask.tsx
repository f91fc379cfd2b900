import type { ReviewKind, ReviewRequest } from './load-review.ts';
import { ButtonLink } from '#src/ui/button.tsx';

/** The heading of a review that held nothing from its beginning. */
export const emptyTitles: Readonly<Record<ReviewKind, string>> = {
  review: 'Nothing is due here',
  ahead: 'Nothing comes due in the next seven days',
  forgotten: 'Nothing was forgotten today',
  flagged: 'No card carries a flag',
  missed: 'Nothing that this quiz missed is left',
};

/** Why that may be, and what to do next. */
export function NothingToAsk({ request: { kind, scope } }: { request: ReviewRequest }) {
  const isNarrowed = scope.deck !== undefined || scope.topic !== undefined;
  return (
    <>
      <p>{explain(kind, isNarrowed)}</p>
      <div className="row">
        <ButtonLink look="primary" to="/">
          Today
        </ButtonLink>
        {kind === 'review' && <ButtonLink to={toAheadAddress(scope)}>Review ahead</ButtonLink>}
        {isNarrowed && <ButtonLink to="/roadmaps">Roadmaps</ButtonLink>}
      </div>
    </>
  );
}

function explain(kind: ReviewKind, isNarrowed: boolean): string {
  switch (kind) {
    case 'review':
      return isNarrowed
        ? 'Its cards are done for now, or today’s limits are used up: Today has a button for more. An address that names no topic on this device holds nothing either.'
        : 'Your cards are done for now, or today’s limits are used up: Today has a button for more.';
    case 'ahead':
      return 'There is nothing to take before its time. New cards come from Today.';
    case 'forgotten':
      return 'Cards you grade Again come here for the rest of the day.';
    case 'flagged':
      return 'Flag a card from the menu of a review, and you can go over it here at any time.';
    case 'missed':
      return 'Its missed cards were reviewed since, or suspended, or this device does not know the quiz.';
  }
}

function toAheadAddress({ deck, topic }: ReviewRequest['scope']): string {
  const search = new URLSearchParams({ mode: 'ahead' });
  if (topic !== undefined) search.set('topic', topic);
  else if (deck !== undefined) search.set('deck', deck);
  return `/review?${search.toString()}`;
}
