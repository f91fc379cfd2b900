import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Notice } from '#src/ui/notice.tsx';
import { BackupPart } from './backup-part.tsx';
import { countEvents } from './data-words.ts';
import { ErasePart } from './erase-part.tsx';
import { HealthPart } from './health-part.tsx';
import { RestorePart } from './restore-part.tsx';
import { SettingsSection } from './setting-fields.tsx';

/** The learner's data: how safe it is, a copy out, a copy in, and all of it away. */
export function DataPart({
  onRestart,
  offline,
}: {
  onRestart: (address: string) => void;
  offline: ReactNode;
}) {
  const [search] = useSearchParams();
  const replaced = Number(search.get('replaced') ?? NaN);
  return (
    <SettingsSection id="data" title="Data">
      {Number.isInteger(replaced) && (
        <Notice tone="success">
          Replaced. This device now holds the copy with its {countEvents(replaced)}.
        </Notice>
      )}
      {offline}
      <HealthPart />
      <BackupPart />
      <RestorePart
        onReplaced={(events) => {
          onRestart(`${location.pathname}?replaced=${events}#data`);
        }}
      />
      <ErasePart
        onErased={() => {
          onRestart(import.meta.env.BASE_URL);
        }}
      />
    </SettingsSection>
  );
}
