import type { ReactNode } from 'react';
import { BackupLine } from '#src/features/settings/backup-line.tsx';
import { TodayPage } from '#src/features/today/today-page.tsx';
import { setBadge } from './pwa/app-badge.ts';

const handleCount = (count: number) => {
  void setBadge(count);
};

/** Today, with what the rest of the app has to say there. */
export function TodayRoute({ children }: { children?: ReactNode }) {
  return (
    <TodayPage onCount={handleCount}>
      {children}
      <BackupLine />
    </TodayPage>
  );
}
