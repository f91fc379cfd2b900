import { Link } from 'react-router';
import type { Place } from '#src/domain/roadmap-cards.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import type { Command } from './card-commands.ts';

/** All that can be done besides grading. */
export function ReviewMenu({
  commands,
  place,
  onClose,
}: {
  commands: readonly Command[];
  place: Place | undefined;
  onClose: () => void;
}) {
  return (
    <Dialog title="More" onClose={onClose}>
      <ul className="review-menu">
        {commands.map(({ name, key, run }) => (
          <li key={name}>
            <Button
              look="quiet"
              onClick={() => {
                onClose();
                run();
              }}
            >
              {name}
              {key !== undefined && <kbd>{key}</kbd>}
            </Button>
          </li>
        ))}
        {place !== undefined && (
          <li>
            <Link
              className="button button-quiet"
              to={`/roadmaps/${place.roadmap}#${encodeURIComponent(place.topic)}`}
            >
              Open topic
            </Link>
          </li>
        )}
      </ul>
    </Dialog>
  );
}
