import { useCallback, useId } from 'react';
import type { TopicStatus } from '#src/domain/content.ts';
import { toIsoDate } from '#src/domain/day.ts';
import type { TopicId } from '#src/domain/ids.ts';
import { useLive, useStore } from '#src/storage/react.tsx';
import type { Store } from '#src/storage/store.ts';
import {
  loadTopicStatus,
  setTopicStatus,
  type TopicStatusView,
} from '#src/storage/topic-statuses.ts';
import { Notice } from '#src/ui/notice.tsx';
import { statusNames } from './status-names.ts';
import { useUndoable } from './use-undoable.tsx';

const choices: readonly TopicStatus[] = ['not-started', 'in-progress', 'completed'];

/** A topic's status with its dates: what follows from its cards, or what the learner sets instead. */
export function TopicStatusControl({ topic }: { topic: TopicId }) {
  const load = useCallback((store: Store) => loadTopicStatus(store, topic), [topic]);
  const live = useLive(load);
  if (live.state === 'loading') return null;
  if (live.state === 'failed') return <Notice tone="danger">{live.error.message}</Notice>;
  return live.value && <Control topic={topic} view={live.value} />;
}

function Control({ topic, view }: { topic: TopicId; view: TopicStatusView }) {
  const store = useStore();
  const id = useId();
  const { run, report } = useUndoable();
  const derived = statusNames[view.derived.status];
  const handleChange = (value: string) => {
    const status = choices.find((each) => each === value) ?? null;
    const words =
      status === null ? 'The status follows the cards again.' : `Set to ${statusNames[status]}.`;
    void run(words, () => setTopicStatus(store, topic, status));
  };
  return (
    <div className="topic-status">
      {view.canSet ? (
        <>
          <label htmlFor={id}>Status</label>
          <select
            id={id}
            value={view.hand ?? ''}
            onChange={(event) => {
              handleChange(event.target.value);
            }}
          >
            <option value="">
              {view.hasCards ? `From its cards: ${derived}` : 'Not set: this topic has no cards'}
            </option>
            {choices.map((status) => (
              <option key={status} value={status}>
                {statusNames[status]}
              </option>
            ))}
          </select>
        </>
      ) : (
        <p>{statusNames[view.status]}, as its topics are.</p>
      )}
      <dl className="topic-dates small">
        <DateFact name="Started" day={view.started} />
        <DateFact name="Finished" day={view.finished} />
      </dl>
      {report}
    </div>
  );
}

function DateFact({ name, day }: { name: string; day: TopicStatusView['started'] }) {
  return (
    <div>
      <dt className="muted">{name}</dt>
      <dd>{day === null ? '–' : <time dateTime={toIsoDate(day)}>{formatDay(day)}</time>}</dd>
    </div>
  );
}

function formatDay(day: NonNullable<TopicStatusView['started']>): string {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
  return format.format(new Date(toIsoDate(day)));
}
