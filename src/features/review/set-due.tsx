import { useId, type SubmitEvent } from 'react';
import { toStudyDay } from '#src/domain/day.ts';
import type { CardId, StudyDay } from '#src/domain/ids.ts';
import type { Question } from '#src/storage/questions.ts';
import { useLive, useStore } from '#src/storage/react.tsx';
import { loadSettings } from '#src/storage/settings.ts';
import type { Store } from '#src/storage/store.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';

const readSettings = (store: Store) => loadSettings(store.db);

/** Gives a card another due day; its memory stays what it is. */
export function SetDue({
  question,
  onSet,
  onClose,
}: {
  question: Question;
  onSet: (card: CardId, day: StudyDay) => void;
  onClose: () => void;
}) {
  const { clock } = useStore();
  const settings = useLive(readSettings);
  const id = useId();
  const handleSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (settings.state !== 'ready') return;
    const days = Number(new FormData(event.currentTarget).get('days'));
    const now = clock.now();
    const { rolloverMinutes } = settings.value.learner;
    const today = toStudyDay(now, clock.offsetMinutes(now), rolloverMinutes);
    onClose();
    onSet(question.card, (today + days) as StudyDay);
  };
  return (
    <Dialog title="Set due day" onClose={onClose}>
      <form className="set-due" onSubmit={handleSubmit}>
        <label htmlFor={id}>Due in how many days? 0 is today.</label>
        <input
          id={id}
          name="days"
          type="number"
          inputMode="numeric"
          min={0}
          max={36_500}
          step={1}
          required
          defaultValue={1}
        />
        <div className="row">
          <Button type="submit" look="primary">
            Set
          </Button>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
