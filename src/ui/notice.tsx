import type { ReactNode } from 'react';
import './notice.css';

/** Something the learner should know: what happened, what was kept, what to do. */
export function Notice({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'success' | 'danger';
  children: ReactNode;
}) {
  return (
    <div className="notice" data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
