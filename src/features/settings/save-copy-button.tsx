import { useState } from 'react';
import { toIsoDate, toStudyDay } from '#src/domain/day.ts';
import { writeCopy } from '#src/formats/copy.ts';
import { listAllEvents } from '#src/storage/copy.ts';
import { noteCopySaved } from '#src/storage/health.ts';
import { useStore } from '#src/storage/react.tsx';
import type { Store } from '#src/storage/store.ts';
import { Button, type ButtonLook } from '#src/ui/button.tsx';
import { saveFile } from '#src/ui/save-file.ts';
import { countEvents } from './data-words.ts';

/** Saves a copy as a file and says what it is called. */
export function SaveCopyButton({ look = 'plain' }: { look?: ButtonLook }) {
  const store = useStore();
  const [isBusy, setBusy] = useState(false);
  const [words, setWords] = useState('');
  const handleClick = async () => {
    setBusy(true);
    setWords('');
    try {
      const { name, count } = await saveCopy(store);
      setWords(`Saved as ${name}, with ${countEvents(count)}.`);
    } catch (error) {
      setWords(`No copy was saved. ${error instanceof Error ? error.message : String(error)}`);
    }
    setBusy(false);
  };
  return (
    <div className="row">
      <Button look={look} disabled={isBusy} onClick={() => void handleClick()}>
        Save a copy
      </Button>
      <p role="status">{words}</p>
    </div>
  );
}

async function saveCopy(store: Store): Promise<{ name: string; count: number }> {
  const now = store.clock.now();
  const events = await listAllEvents(store);
  const text = writeCopy(events, { savedAt: now, app: import.meta.env.VITE_APP_VERSION });
  const name = `cairn-${toIsoDate(toStudyDay(now, store.clock.offsetMinutes(now), 0))}.json`;
  saveFile(name, new Blob([text], { type: 'application/json' }));
  await noteCopySaved(store);
  return { name, count: events.length };
}
