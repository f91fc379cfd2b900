import { useId, useRef, useState, type SubmitEvent } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from '#src/storage/react.tsx';
import { setSettings } from '#src/storage/set-settings.ts';
import type { DayOverview } from '#src/storage/today.ts';
import { Button } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';

/** Extra room for this day alone: tomorrow the limits are what they were. */
export function MoreToday({ day }: { day: DayOverview }) {
  const store = useStore();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<string>();
  const opener = useRef<HTMLButtonElement>(null);
  const firstField = useRef<HTMLInputElement>(null);
  const waiting = day.backlog - day.counts.review - day.counts.learning;
  const moreNew = day.fresh - day.counts.new;
  if (moreNew <= 0 && waiting <= 0) return null;

  // The focus goes with what took the place of the pressed button.
  const toggle = (opens: boolean) => {
    flushSync(() => {
      setFailure(undefined);
      setOpen(opens);
    });
    (opens ? firstField : opener).current?.focus();
  };

  const handleSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const extra = day.settings.extraToday?.day === day.today ? day.settings.extraToday : null;
    const value = {
      day: day.today,
      new: (extra?.new ?? 0) + readCount(form, 'new'),
      reviews: (extra?.reviews ?? 0) + readCount(form, 'reviews'),
    };
    setSettings(store, [{ key: 'extraToday', value }]).then(
      () => {
        toggle(false);
      },
      (error: unknown) => {
        setFailure(toMessage(error));
      },
    );
  };

  if (!isOpen) {
    return (
      <div className="day-more">
        <Button
          look="quiet"
          ref={opener}
          onClick={() => {
            toggle(true);
          }}
        >
          More today
        </Button>
      </div>
    );
  }
  return (
    <form className="panel more-today" onSubmit={handleSubmit}>
      <p className="muted small">For today only. {moreNew} new could still be introduced.</p>
      <div className="row">
        <label htmlFor={`${id}-new`}>More new cards</label>
        <input
          id={`${id}-new`}
          ref={firstField}
          name="new"
          type="number"
          inputMode="numeric"
          min={0}
          max={999}
          defaultValue={Math.min(10, moreNew)}
        />
      </div>
      <div className="row">
        <label htmlFor={`${id}-reviews`}>More reviews</label>
        <input
          id={`${id}-reviews`}
          name="reviews"
          type="number"
          inputMode="numeric"
          min={0}
          max={999}
          defaultValue={Math.min(50, Math.max(0, waiting))}
        />
      </div>
      {failure !== undefined && <p role="alert">{failure}</p>}
      <div className="row">
        <Button type="submit" look="primary">
          Add to today
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            toggle(false);
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  );
}

function readCount(form: FormData, name: string): number {
  const value = Number(form.get(name));
  return Number.isInteger(value) && value > 0 ? Math.min(value, 999) : 0;
}
