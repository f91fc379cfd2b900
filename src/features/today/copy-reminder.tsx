import { Link } from 'react-router';
import { findCopyDue } from '#src/domain/copy-due.ts';
import { loadDataHealth } from '#src/storage/health.ts';
import { useLive, useStore } from '#src/storage/react.tsx';

/** Events alone make no copy due within a visit; saving one tells of itself here. */
const tables = ['kept'] as const;

/** One line where what was learned is on this device only, and has been for long. */
export function CopyReminder() {
  const { clock } = useStore();
  const health = useLive(loadDataHealth, tables);
  const due = health.state === 'ready' ? findCopyDue(health.value, clock.now()) : undefined;
  if (due === undefined) return null;
  return (
    <p className="muted">
      {due.ageDays === null
        ? 'What you learned is on this device only. '
        : `Your last copy is ${due.ageDays} days old. `}
      <Link to="/settings#data">Save a copy</Link>
    </p>
  );
}
