import { useCallback } from 'react';
import { dayMs } from '#src/domain/day.ts';
import type { CardEvent } from '#src/domain/event.ts';
import { toHomeId, type CardId, type Instant } from '#src/domain/ids.ts';
import { drawForgettingCurve, recallAt } from '#src/domain/recall.ts';
import type { Memory } from '#src/domain/schedule.ts';
import { schedulingSettings } from '#src/domain/settings-history.ts';
import { loadCardHistory, type CardHistory } from '#src/storage/card-history.ts';
import type { Question } from '#src/storage/questions.ts';
import { useLive } from '#src/storage/react.tsx';
import { loadSettings } from '#src/storage/settings.ts';
import type { Store } from '#src/storage/store.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { gradeNames } from '#src/ui/grade-bar.tsx';
import { ForgettingCurve } from './forgetting-curve.tsx';
import { describeDays, describeInterval } from '#src/ui/interval-words.ts';

/** What is known of a card: memory, forgetting curve, history. */
export function CardDetails({ question, onClose }: { question: Question; onClose: () => void }) {
  const { card } = question;
  const query = useCallback((store: Store) => loadDetails(store, card), [card]);
  const details = useLive(query);
  return (
    <Dialog title="Card details" onClose={onClose}>
      {details.state === 'failed' && <p role="alert">{details.error.message}</p>}
      {details.state === 'ready' && <Details card={card} {...details.value} />}
    </Dialog>
  );
}

async function loadDetails(store: Store, card: CardId) {
  const [history, settings] = await Promise.all([
    loadCardHistory(store, card),
    loadSettings(store.db),
  ]);
  const { desiredRetention } = schedulingSettings(settings, toHomeId(card));
  return { history, retention: desiredRetention };
}

interface DetailsProps {
  readonly card: CardId;
  readonly history: CardHistory;
  readonly retention: number;
}

function Details({ card, history, retention }: DetailsProps) {
  const { entries, now, parameters } = history;
  return (
    <>
      <dl className="card-facts">
        {listFacts(card, history).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ForgettingCurve
        spans={drawForgettingCurve(entries, toCurveEnd(history), parameters)}
        now={now}
        retention={retention}
      />
      <h3>History</h3>
      {entries.length === 0 ? (
        <p className="muted">Nothing yet: this card is new.</p>
      ) : (
        <div className="history-scroll" role="group" aria-label="History" tabIndex={0}>
          <table className="history">
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">What</th>
                <th scope="col">Stability</th>
                <th scope="col">Difficulty</th>
              </tr>
            </thead>
            <tbody>
              {entries.toReversed().map(({ event, state: { schedule } }) => (
                <tr key={event.id}>
                  <td>{formatLocal(event)}</td>
                  <td>{describeEvent(event)}</td>
                  <td>{schedule ? formatStability(schedule) : '–'}</td>
                  <td>{schedule ? schedule.difficulty.toFixed(1) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function listFacts(card: CardId, { state, now, today, parameters }: CardHistory) {
  const { schedule, marks } = state;
  const facts: [name: string, value: string][] = [];
  if (schedule === undefined) facts.push(['Phase', 'new']);
  else {
    facts.push(
      ['Phase', schedule.phase],
      ['Due', describeDue(describeInterval(schedule.due, now, today))],
      ['Recall now', `${Math.round(recallAt(schedule, now, parameters) * 100)} %`],
      ['Stability', formatStability(schedule)],
      ['Difficulty', `${schedule.difficulty.toFixed(1)} of 10`],
      ['Reviews', String(schedule.reps)],
      ['Lapses', String(schedule.lapses)],
    );
  }
  const marked = [
    ...(marks.flag > 0 ? ['flagged'] : []),
    ...(marks.suspended ? ['suspended'] : []),
    ...(marks.buriedUntil !== null && marks.buriedUntil > today ? ['buried'] : []),
  ];
  if (marked.length > 0) facts.push(['Marks', marked.join(', ')]);
  facts.push(['Card', card]);
  return facts;
}

/** The curve goes on to the day on which the card comes due, if that is still ahead. */
function toCurveEnd({ state: { schedule }, now, today }: CardHistory): Instant {
  if (schedule === undefined || !('day' in schedule.due)) return now;
  return Math.max(now, now + (schedule.due.day - today) * dayMs) as Instant;
}

function formatStability({ stability }: Memory): string {
  return `${stability.toFixed(stability < 1 ? 2 : 1)} d`;
}

function describeDue(interval: string): string {
  if (interval === '0 d' || interval === '< 1 min') return 'now';
  return interval.startsWith('-') ? `${interval.slice(1)} ago` : `in ${interval}`;
}

/** Date and time where the learner was, whatever zone this device is in now. */
function formatLocal({ at, offset }: CardEvent): string {
  return new Date(at + offset * 60_000).toISOString().slice(0, 16).replace('T', ' ');
}

function describeEvent(event: CardEvent): string {
  switch (event.kind) {
    case 'reviewed': {
      const { outcome, durationMs, studyDay } = event;
      const next = describeInterval(outcome.due, event.at, studyDay);
      return `${gradeNames[event.grade]}, next in ${next} (${Math.round(durationMs / 1000)} s)`;
    }
    case 'answered':
      return `${event.mode === 'cram' ? 'Cram' : 'Quiz'}: ${event.result}`;
    case 'placed':
      return 'Placed as known';
    case 'imported-memory':
      return 'Memory imported';
    case 'rescheduled':
      return `Due day set, in ${describeDays(event.due.day - event.studyDay)}`;
    case 'forgot':
      return 'Forgotten';
    case 'suspended':
      return event.value ? 'Suspended' : 'Taken back into review';
    case 'buried':
      return event.until === null ? 'Dug out' : 'Buried';
    case 'flagged':
      return event.flag === 0 ? 'Flag taken away' : 'Flagged';
  }
}
