import { useEffect, useState } from 'react';
import {
  askToPersist,
  loadDataHealth,
  readBrowserStorage,
  type BrowserStorage,
  type StorageManagerLike,
} from '#src/storage/health.ts';
import { useLive, useStore } from '#src/storage/react.tsx';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { countEvents, describeBytes, describeInstant, findCopyReminder } from './data-words.ts';
import { Fact } from './fact.tsx';
import { SaveCopyButton } from './save-copy-button.tsx';

/** Absent in old browsers and in pages without https. */
const findManager = () => navigator.storage as StorageManagerLike | undefined;

const tables = ['events', 'kept'] as const;

/** How safe the learner's data is on this device, and the way to make it safer. */
export function HealthPart() {
  const { clock } = useStore();
  const health = useLive(loadDataHealth, tables);
  const events = health.state === 'ready' ? health.value.events : undefined;
  const [browser, setBrowser] = useState<BrowserStorage>();
  const [asked, setAsked] = useState<boolean>();
  useEffect(() => {
    let isShown = true;
    void readBrowserStorage(findManager()).then((found) => {
      if (isShown) setBrowser(found);
    });
    return () => {
      isShown = false;
    };
  }, [events, asked]);
  if (health.state === 'failed') return <Notice tone="danger">{health.error.message}</Notice>;
  if (health.state === 'loading' || browser === undefined) return null;
  const { lastCopyAt } = health.value;
  const reminder = findCopyReminder(health.value, clock.now());
  const handleAsk = async () => {
    setAsked(await askToPersist(findManager()).catch(() => false));
  };
  return (
    <>
      <dl className="facts">
        <Fact name="Kept safe by the browser">{describePersisted(browser.persisted)}</Fact>
        <Fact name="Room used">{describeRoom(browser)}</Fact>
        <Fact name="Recorded">
          {`${countEvents(health.value.events)}: reviews, settings, undos and all else you did`}
        </Fact>
        <Fact name="Last copy saved here">
          {lastCopyAt === null ? 'never' : describeInstant(lastCopyAt, clock)}
        </Fact>
      </dl>
      {browser.persisted === false && (
        <div className="row">
          <Button onClick={() => void handleAsk()}>Ask the browser to keep it</Button>
          <p role="status">
            {asked === false &&
              'The browser did not promise it now. That is normal in some browsers until Cairn is installed or opened often. Nothing is lost; save a copy now and then.'}
          </p>
        </div>
      )}
      {reminder !== undefined && <Notice>{reminder}</Notice>}
      <p>
        A copy is one file with all you did, every setting, and your decks with their pictures and
        sounds. Keep it where you keep what matters: it can be brought back here or on another
        device.
      </p>
      <SaveCopyButton look="primary" />
    </>
  );
}

function describePersisted(persisted: boolean | undefined): string {
  if (persisted === undefined) return 'This browser does not say. Save a copy now and then.';
  return persisted
    ? 'Yes. It stays until you delete it.'
    : 'Not promised. When the device runs out of room, the browser may clear it.';
}

function describeRoom({ usedBytes, quotaBytes }: BrowserStorage): string {
  if (usedBytes === undefined) return 'This browser does not say.';
  const used = describeBytes(usedBytes);
  return quotaBytes === undefined ? used : `${used} of about ${describeBytes(quotaBytes)}`;
}
