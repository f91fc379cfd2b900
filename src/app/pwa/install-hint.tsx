import { useId, useSyncExternalStore } from 'react';
import { Button } from '#src/ui/button.tsx';
import type { InstallOffer } from './install-offer.ts';
import './pwa.css';

interface InstallHintProps {
  readonly offer: InstallOffer;
  /** Whether there is something to bring along. */
  readonly hasReviews: boolean;
  /** Opens the place where a copy is saved. */
  readonly onSaveCopy: () => void;
  /** The hint was declined; whoever shows it remembers that. */
  readonly onDismiss: () => void;
}

/**
 * Offers to install the app, meant for before the first review: on iOS an installed app begins with
 * a storage of its own, so whoever installs later has to bring a copy. Draws nothing where there is
 * no way to install, or it is installed already.
 */
export function InstallHint({ offer, hasReviews, onSaveCopy, onDismiss }: InstallHintProps) {
  const way = useSyncExternalStore(offer.subscribe, offer.getWay);
  const headingId = useId();
  if (way === 'none') return null;
  return (
    <section className="install-hint" aria-labelledby={headingId}>
      <h2 id={headingId}>Keep Cairn on this device</h2>
      {way === 'prompt' ? (
        <p>
          Installed, it opens like any other app, and the browser keeps your reviews for longer.
        </p>
      ) : (
        <IosWay hasReviews={hasReviews} />
      )}
      <p className="install-hint-actions">
        {way === 'prompt' && <Button onClick={() => void offer.ask()}>Install</Button>}
        {way === 'ios' && hasReviews && <Button onClick={onSaveCopy}>Save a copy first</Button>}
        <Button look="quiet" onClick={onDismiss}>
          Not now
        </Button>
      </p>
    </section>
  );
}

function IosWay({ hasReviews }: { hasReviews: boolean }) {
  return (
    <>
      <p>In Safari, open the Share menu and choose “Add to Home Screen”.</p>
      <p>
        The installed app starts with its own, empty storage.{' '}
        {hasReviews
          ? 'Save a copy here first, then restore it there under Settings.'
          : 'So install it now, before your first review.'}
      </p>
    </>
  );
}
