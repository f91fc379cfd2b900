import type { CardEvent } from './event.ts';
import type { ImportedEvent } from './imported-event.ts';
import type { CardState, Due } from './schedule.ts';

/** Nobody grades a card twice alike within that; packages move reviews of one instant apart. */
const sameActMs = 1000;

/**
 * Of what a file says of a card, the events that tell something new where the card has a history of its
 * own. A deck that left and comes back says again, under ids that follow from the file, what was done here:
 * reviews are known by their time and grade, also those that were undone; marks that are set are known;
 * and where no review is new, a due day counts only if it differs and was given after all that is known.
 * `held` are the card's events, void ones too; `state` is what follows from the valid ones.
 */
export function dropKnownEvents(
  brought: readonly ImportedEvent[],
  held: readonly CardEvent[],
  state: CardState,
): ImportedEvent[] {
  if (held.length === 0) return [...brought];
  const fresh = brought.filter((event) => !held.some((each) => isSameAct(event, each)));
  const isLearned = fresh.some(({ kind }) => kind === 'reviewed' || kind === 'forgot');
  const last = Math.max(...held.map(({ at }) => at));
  const isNews = ({ at }: ImportedEvent, due: Due) =>
    isLearned || (at > last && !isSameDue(due, state.schedule?.due));
  return fresh.filter((event) => {
    switch (event.kind) {
      case 'suspended':
        return event.value !== state.marks.suspended;
      case 'flagged':
        return event.flag !== state.marks.flag;
      case 'buried':
        return event.until !== state.marks.buriedUntil;
      case 'imported-memory':
        return isNews(event, event.outcome.due);
      case 'rescheduled':
        return isNews(event, event.due);
      default:
        return true;
    }
  });
}

function isSameAct(event: ImportedEvent, held: CardEvent): boolean {
  if (event.id === held.id) return true;
  if (Math.abs(event.at - held.at) > sameActMs || event.kind !== held.kind) return false;
  if (event.kind === 'reviewed') return held.kind === 'reviewed' && event.grade === held.grade;
  return event.kind === 'forgot' || event.kind === 'rescheduled';
}

function isSameDue(one: Due, other: Due | undefined): boolean {
  if (other === undefined) return false;
  if ('day' in one) return 'day' in other && one.day === other.day;
  // Packages keep seconds.
  return 'at' in other && Math.abs(one.at - other.at) < sameActMs;
}
