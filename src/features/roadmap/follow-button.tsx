import { useCallback, useState } from 'react';
import type { RoadmapId } from '#src/domain/ids.ts';
import { useLive, useStore } from '#src/storage/react.tsx';
import { setSettings } from '#src/storage/set-settings.ts';
import { loadSettings } from '#src/storage/settings.ts';
import type { Store } from '#src/storage/store.ts';
import { Button } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';

/** Follows a roadmap, which brings its new cards into the day, or stops following it. */
export function FollowButton({ id }: { id: RoadmapId }) {
  const store = useStore();
  const load = useCallback(async ({ db }: Store) => (await loadSettings(db)).learner.roadmaps, []);
  const followed = useLive(load);
  const [failure, setFailure] = useState<string>();
  if (followed.state !== 'ready') return null;
  const isFollowed = followed.value.includes(id);
  const handleClick = () => {
    const value = isFollowed
      ? followed.value.filter((other) => other !== id)
      : [...followed.value, id];
    setSettings(store, [{ key: 'roadmaps', value }]).catch((error: unknown) => {
      setFailure(toMessage(error));
    });
  };
  return (
    <>
      <Button aria-pressed={isFollowed} onClick={handleClick}>
        {isFollowed ? 'Following' : 'Follow'}
      </Button>
      {failure !== undefined && <p role="alert">{failure}</p>}
    </>
  );
}
