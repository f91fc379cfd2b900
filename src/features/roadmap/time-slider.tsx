import { toIsoDate } from '#src/domain/day.ts';
import type { StudyDay } from '#src/domain/ids.ts';
import { Button } from '#src/ui/button.tsx';
import type { TimeTravel } from './use-time-travel.ts';

/** "today", "yesterday, 2026-03-08", "in 12 days without review, 2026-03-21". */
export function describeDays(days: number, today: StudyDay): string {
  if (days === 0) return 'today';
  const date = toIsoDate((today + days) as StudyDay);
  const count = Math.abs(days);
  if (days < 0) return `${count === 1 ? 'yesterday' : `${count} days ago`}, ${date}`;
  return `${count === 1 ? 'tomorrow' : `in ${count} days`} without review, ${date}`;
}

/** Moves through the days of a roadmap: as it was, as it is, as it will be if nothing is reviewed. */
export function TimeSlider({ travel, today }: { travel: TimeTravel; today: StudyDay }) {
  const { days, earliest, latest, isReading, failure, onMove, onTouch } = travel;
  const words = describeDays(days, today);
  return (
    <div className="time-slider">
      <label htmlFor="time-slider">Seen from</label>
      <input
        id="time-slider"
        type="range"
        min={earliest}
        max={latest}
        value={days}
        aria-valuetext={words}
        onPointerDown={onTouch}
        onFocus={onTouch}
        onChange={(event) => {
          onMove(Number(event.target.value));
        }}
      />
      <output htmlFor="time-slider">{isReading ? `${words}: reading…` : words}</output>
      {days !== 0 && (
        <Button
          onClick={() => {
            onMove(0);
          }}
        >
          Back to today
        </Button>
      )}
      {failure !== undefined && (
        <p role="alert">The past could not be read, and nothing was changed. {failure}</p>
      )}
    </div>
  );
}
