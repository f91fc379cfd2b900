import { isKnownEvent } from '#src/domain/known-event.ts';
import type { AnyEvent } from '#src/domain/event.ts';
import type { StudyDay } from '#src/domain/ids.ts';
import type { Copy } from '#src/formats/copy.ts';
import { useStore } from '#src/storage/react.tsx';
import type { RestorePreview } from '#src/storage/restore-copy.ts';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { countEvents, countThings, describeDate, describeInstant } from './data-words.ts';
import { Fact } from './fact.tsx';

const mostProblems = 10;

/** What a copy holds and what it would do here, before anything is done. */
export function CopyPreview({
  copy,
  preview,
  onMerge,
  onReplace,
  onLeave,
}: {
  copy: Copy;
  preview: RestorePreview;
  onMerge: () => void;
  onReplace: () => void;
  onLeave: () => void;
}) {
  const { clock } = useStore();
  const { added, same, onlyHere, lacking } = preview;
  const isLacking = added + lacking.decks + lacking.media > 0;
  const span = findSpan(copy.events);
  const unknown = copy.events.filter((event) => !isKnownEvent(event)).length;
  return (
    <section className="panel" aria-label="What this copy would do">
      <dl className="facts">
        <Fact name="Saved">
          {copy.savedAt === null ? 'unknown' : describeInstant(copy.savedAt, clock)}
        </Fact>
        {span !== null && <Fact name="Holds what you did">{describeSpan(span)}</Fact>}
        {copy.decks.length > 0 && (
          <Fact name="Holds decks">
            {[...new Map(copy.decks.map((deck) => [deck.home, deck])).values()]
              .map(({ title, notes }) => `${title} (${countNotes(notes.length)})`)
              .join(', ')}
          </Fact>
        )}
        <Fact name="New to this device">{countThings({ events: added, ...lacking })}</Fact>
        <Fact name="Here already">{countEvents(same)}</Fact>
        <Fact name="Only on this device">{countEvents(onlyHere)}</Fact>
      </dl>
      {unknown > 0 && (
        <p className="muted">
          {countEvents(unknown)} of a kind that a newer Cairn knows. They are kept for it.
        </p>
      )}
      <Problems problems={copy.problems} />
      {!isLacking && (
        <p>
          {onlyHere === 0
            ? 'This device holds exactly what the copy holds. There is nothing to do.'
            : 'Merging would change nothing: all of this copy is here already.'}
        </p>
      )}
      {isLacking && <p>Merging keeps what is in the copy and what is here.</p>}
      <div className="row">
        {isLacking && (
          <Button look="primary" onClick={onMerge}>
            Merge
          </Button>
        )}
        {(isLacking || onlyHere > 0) && (
          <Button look="danger" onClick={onReplace}>
            Replace all with the copy…
          </Button>
        )}
        <Button look="quiet" onClick={onLeave}>
          Leave it
        </Button>
      </div>
    </section>
  );
}

function countNotes(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'note' : 'notes'}`;
}

function Problems({ problems }: Pick<Copy, 'problems'>) {
  if (problems.length === 0) return null;
  const damaged = problems.filter((problem) => problem.event !== null).length;
  return (
    <Notice tone="danger">
      <div>
        <p>
          {damaged > 0
            ? `Part of this copy is damaged: ${countEvents(damaged)} cannot be used and would be left out. The rest is fine.`
            : 'This copy may not be whole. What is there is fine.'}
        </p>
        <ul>
          {problems.slice(0, mostProblems).map(({ event, message }, index) => (
            <li key={index}>{event === null ? message : `event ${event}, ${message}`}</li>
          ))}
          {problems.length > mostProblems && <li>and {problems.length - mostProblems} more</li>}
        </ul>
      </div>
    </Notice>
  );
}

interface Span {
  readonly from: StudyDay;
  readonly to: StudyDay;
}

function findSpan(events: readonly AnyEvent[]): Span | null {
  const [first] = events;
  if (first === undefined) return null;
  let { studyDay: from, studyDay: to } = first;
  for (const { studyDay } of events) {
    if (studyDay < from) from = studyDay;
    if (studyDay > to) to = studyDay;
  }
  return { from, to };
}

function describeSpan({ from, to }: Span): string {
  if (from === to) return `on ${describeDate(from)}`;
  return `from ${describeDate(from)} to ${describeDate(to)}`;
}
