import { useEffect, type ReactNode } from 'react';
import { estimateMinutes } from '#src/domain/estimate.ts';
import { loadForecast, loadStrips } from '#src/storage/overview.ts';
import { useLive } from '#src/storage/react.tsx';
import type { Store } from '#src/storage/store.ts';
import { loadDay, type DayOverview } from '#src/storage/today.ts';
import { ButtonLink } from '#src/ui/button.tsx';
import { HeldNote } from '#src/ui/held-note.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Page } from '#src/ui/page.tsx';
import { Backlog } from './backlog.tsx';
import { CopyReminder } from './copy-reminder.tsx';
import { Forecast } from './forecast.tsx';
import { IdleSuggestions } from './idle-suggestions.tsx';
import { MoreToday } from './more-today.tsx';
import { PlanLines } from './plan-lines.tsx';
import { RoadmapStrips } from './roadmap-strips.tsx';
import './today.css';

const forecastDays = 14;
const loadTwoWeeks = (store: Store) => loadForecast(store, forecastDays);

/** Where a day begins: one button, what it holds, and what comes. */
export function TodayPage({
  onCount,
  children,
}: {
  /** Told how many cards are due whenever that changes. */
  onCount: (count: number) => void;
  children?: ReactNode;
}) {
  const day = useLive(loadDay);
  const count = day.state === 'ready' ? countDue(day.value) : undefined;
  useEffect(() => {
    if (count !== undefined) onCount(count);
  }, [count, onCount]);
  const strips = useLive(loadStrips);
  const forecast = useLive(loadTwoWeeks);
  return (
    <Page title="Today">
      {day.state === 'failed' && <Notice tone="danger">{day.error.message}</Notice>}
      {children}
      {day.state === 'ready' && <DayPart day={day.value} />}
      <PlanLines />
      {strips.state === 'ready' && strips.value.length > 0 && (
        <RoadmapStrips strips={strips.value} />
      )}
      {forecast.state === 'ready' && day.state === 'ready' && (
        <>
          <Forecast counts={forecast.value} today={day.value.today} />
          <CopyReminder />
        </>
      )}
    </Page>
  );
}

function DayPart({ day }: { day: DayOverview }) {
  const { counts, pace } = day;
  const total = countDue(day);
  if (total === 0) return <IdleSuggestions day={day} />;
  const minutes = estimateMinutes(counts, pace);
  return (
    <section className="day" aria-label="Due today">
      <ButtonLink to="/review" look="primary" large>
        Review {total}
      </ButtonLink>
      <p className="day-estimate">
        about {minutes} {minutes === 1 ? 'minute' : 'minutes'}
        {day.done.cards > 0 && `, ${day.done.cards} done today`}
      </p>
      <dl className="day-counts">
        <Count name="New" value={counts.new} />
        <Count name="Learning" value={counts.learning} />
        <Count name="Due" value={counts.review} />
      </dl>
      <HeldNote roadmaps={day.held} />
      <MoreToday day={day} />
      <Backlog day={day} />
    </section>
  );
}

function countDue({ counts }: DayOverview): number {
  return counts.new + counts.learning + counts.review;
}

function Count({ name, value }: { name: string; value: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
