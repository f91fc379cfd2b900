import { useRef, useState } from 'react';
import { listMoves, spreadBacklog, type BacklogDay } from '#src/domain/backlog.ts';
import type { ActId, StudyDay } from '#src/domain/ids.ts';
import { setDue } from '#src/storage/card-acts.ts';
import { loadQueue } from '#src/storage/load-queue.ts';
import { useStore } from '#src/storage/react.tsx';
import { setSettings } from '#src/storage/set-settings.ts';
import type { DayOverview } from '#src/storage/today.ts';
import { undoAct } from '#src/storage/undo.ts';
import { Button } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import { describeDay } from './day-words.ts';

/** Fewer overdue cards than this are an ordinary day. */
const worthTelling = 30;
const furthestDays = 30;

/** After a break: how much waits, in which order, and whether to spread it. */
export function Backlog({ day }: { day: DayOverview }) {
  const store = useStore();
  const [days, setDays] = useState(7);
  const [preview, setPreview] = useState<readonly BacklogDay[]>();
  // Kept when undone: the panel stays where it is while the day is counted again.
  const [spread, setSpread] = useState<{ act: ActId; moved: number; isUndone: boolean }>();
  const [failure, setFailure] = useState<string>();
  const heading = useRef<HTMLHeadingElement>(null);
  if (day.overdue < worthTelling && spread === undefined) return null;

  const run = (work: () => Promise<void>) => {
    setFailure(undefined);
    work().catch((error: unknown) => {
      setFailure(toMessage(error));
    });
  };
  // The pressed button leaves with the preview: the focus goes to what it was about.
  const closePreview = () => {
    heading.current?.focus();
    setPreview(undefined);
  };
  const handlePreview = () => {
    run(async () => {
      const input = await loadQueue(store, {}, { aheadDays: furthestDays });
      const due = input.due.filter((card) => 'day' in card.due && card.due.day <= input.today);
      const planned = new Map<StudyDay, number>();
      for (const card of input.due) {
        if (!('day' in card.due) || card.due.day <= input.today) continue;
        planned.set(card.due.day, (planned.get(card.due.day) ?? 0) + 1);
      }
      const { reviewOrder } = input.settings;
      setPreview(spreadBacklog({ today: input.today, days, due, planned, order: reviewOrder }));
    });
  };
  const handleSpread = () => {
    if (preview === undefined) return;
    run(async () => {
      const moves = listMoves(preview, day.today);
      if (moves.length > 0) {
        const act = await setDue(store, moves);
        setSpread({ act, moved: moves.length, isUndone: false });
      }
      closePreview();
    });
  };
  const handleUndo = () => {
    if (spread === undefined) return;
    run(async () => {
      await undoAct(store, spread.act);
      heading.current?.focus();
      setSpread({ ...spread, isUndone: true });
    });
  };

  return (
    <section className="panel backlog" aria-labelledby="backlog-title">
      <h2 id="backlog-title" ref={heading} tabIndex={-1}>
        After a break
      </h2>
      {spread === undefined && (
        <p>{day.overdue} cards came due on earlier days. Take them as they come, or spread them.</p>
      )}
      {spread?.isUndone === true && <p role="status">Undone: they are due when they were.</p>}
      {spread?.isUndone === false && (
        <div className="row">
          <p role="status">{spread.moved} cards moved to the coming days.</p>
          <Button onClick={handleUndo}>Undo</Button>
        </div>
      )}
      <label className="row">
        Ask first
        <select
          value={day.settings.reviewOrder}
          onChange={(event) => {
            const value = event.target.value === 'recall' ? 'recall' : 'due';
            run(async () => {
              await setSettings(store, [{ key: 'reviewOrder', value }]);
            });
          }}
        >
          <option value="due">what is due longest</option>
          <option value="recall">what is most likely forgotten</option>
        </select>
      </label>
      <div className="row">
        <label className="row">
          Spread over
          <input
            type="number"
            inputMode="numeric"
            min={2}
            max={furthestDays}
            value={days}
            onChange={(event) => {
              setDays(Math.min(furthestDays, Math.max(2, event.target.valueAsNumber || 2)));
              setPreview(undefined);
            }}
          />
          days
        </label>
        <Button onClick={handlePreview}>Show how</Button>
      </div>
      {failure !== undefined && <p role="alert">{failure}</p>}
      {preview !== undefined && (
        <>
          <table className="spread">
            <caption className="visually-hidden">Cards on each day after spreading</caption>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Due anyway</th>
                <th scope="col">From the backlog</th>
              </tr>
            </thead>
            <tbody>
              {preview.map((each) => (
                <tr key={each.day}>
                  <th scope="row">{each.day === day.today ? 'Today' : describeDay(each.day)}</th>
                  <td>{each.planned}</td>
                  <td>{each.cards.length}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="row">
            <Button look="primary" onClick={handleSpread}>
              Spread the backlog
            </Button>
            <Button look="quiet" onClick={closePreview}>
              Leave it
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
