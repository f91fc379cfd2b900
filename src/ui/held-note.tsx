import { Link } from 'react-router';
import { countWaiting, describeWait } from './wait-words.ts';

/** A roadmap of which no new card comes, and why. */
interface Held {
  readonly id: string;
  readonly title: string;
  readonly waiting: number;
  readonly unwanted: number;
  readonly wait?: Parameters<typeof describeWait>[0];
}

/** Says why nothing new comes of roadmaps whose order holds back all that is left; nothing for none. */
export function HeldNote({ roadmaps }: { roadmaps: readonly Held[] }) {
  return roadmaps.map(({ id, title, waiting, unwanted, wait }) => (
    <p key={id}>
      No new cards come from <Link to={`/roadmaps/${id}`}>{title}</Link>:{' '}
      {wait === undefined
        ? `its order leaves out what is left, ${unwanted} ${unwanted === 1 ? 'card' : 'cards'}.`
        : `${countWaiting(waiting)} ${describeWait(wait)}.`}
    </p>
  ));
}
