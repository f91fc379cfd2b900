import { useState } from 'react';
import { Link } from 'react-router';
import type { HomeId } from '#src/domain/ids.ts';
import { removeHome, renameHome } from '#src/storage/deck-acts.ts';
import type { RoadmapSummary } from '#src/storage/overview.ts';
import { useStore } from '#src/storage/react.tsx';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { NameDialog } from './name-dialog.tsx';
import type { Acts } from './use-acts.ts';

/** One roadmap that the learner brought, with what can be done with it. */
export function RoadmapRow({ roadmap, acts }: { roadmap: RoadmapSummary; acts: Acts }) {
  const [open, setOpen] = useState<'menu' | 'rename'>();
  const store = useStore();
  const { id, title, topics, cards } = roadmap;
  const home = id as string as HomeId;
  const close = () => {
    setOpen(undefined);
  };
  const rename = (to: string) => {
    void acts.run(async () => {
      const act = await renameHome(store, home, to);
      return { words: `Renamed to “${to}”.`, acts: [act] };
    });
  };
  const remove = () => {
    close();
    void acts.run(async () => {
      const act = await removeHome(store, home);
      return { words: `“${title}” is deleted.`, acts: [act] };
    });
  };
  const save = () => {
    close();
    void acts.run(async () => {
      const { saveRoadmapFile } = await import('./save-roadmap-file.ts');
      return { words: `Saved as ${await saveRoadmapFile(store, id)}.`, acts: [] };
    });
  };
  return (
    <li className="deck-row">
      <div className="deck-name">
        <h3>
          <Link to={`/roadmaps/${id}`}>{title}</Link>
        </h3>
        <p className="muted small">
          {topics === 1 ? '1 topic' : `${topics} topics`},{' '}
          {cards === 1 ? '1 card' : `${cards} cards`}
        </p>
      </div>
      <div className="row">
        {cards > 0 && (
          <ButtonLink to={`/review?deck=roadmap:${id}`} aria-label={`Review ${title}`}>
            Review
          </ButtonLink>
        )}
        <Button
          look="quiet"
          aria-label={`More for ${title}`}
          onClick={() => {
            setOpen('menu');
          }}
        >
          More
        </Button>
      </div>
      {open === 'menu' && (
        <Dialog title={title} onClose={close}>
          <div className="library-menu">
            <ButtonLink to={`/library/${home}`}>Notes you wrote for it</ButtonLink>
            <Button
              onClick={() => {
                setOpen('rename');
              }}
            >
              Rename
            </Button>
            <Button onClick={save}>Save as Markdown</Button>
            <Button look="danger" onClick={remove}>
              Delete the roadmap
            </Button>
          </div>
        </Dialog>
      )}
      {open === 'rename' && (
        <NameDialog
          title={`Rename ${title}`}
          label="New name"
          confirm="Rename"
          name={title}
          onName={rename}
          onClose={close}
        />
      )}
    </li>
  );
}
