import { useState } from 'react';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import './pwa.css';
import { useServiceWorker } from './use-service-worker.tsx';

/**
 * Says that a newer version is there, in the flow of the page: it takes no focus, covers nothing,
 * and waits for as long as the learner likes.
 */
export function UpdateBar() {
  const { update, applyUpdate } = useServiceWorker();
  const [isLater, setLater] = useState(false);
  if (!update || isLater) return null;
  return (
    <Notice>
      <span>A new version of Cairn is ready.</span>
      <span className="update-bar-actions">
        <Button onClick={applyUpdate}>Reload</Button>
        <Button
          look="quiet"
          onClick={() => {
            setLater(true);
          }}
        >
          Later
        </Button>
      </span>
    </Notice>
  );
}
