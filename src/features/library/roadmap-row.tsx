import type { HomeId } from '#src/domain/ids.ts';
import { removeHome, renameHome } from '#src/storage/deck-acts.ts';
import type { RoadmapSummary } from '#src/storage/overview.ts';
import { useStore } from '#src/storage/react.tsx';
import { Button, ButtonLink } from '#src/ui/button.tsx';
import { LibraryRow } from './library-row.tsx';
import type { Acts } from './use-acts.ts';

/** One roadmap that the learner brought, with what can be done with it. */
export function RoadmapRow({ roadmap, acts }: { roadmap: RoadmapSummary; acts: Acts }) {
  const store = useStore();
  const { id, title, topics, cards } = roadmap;
  const home = id as string as HomeId;
  const rename = (to: string) => {
    void acts.run(async () => {
      const act = await renameHome(store, home, to);
      return { words: `Renamed to “${to}”.`, acts: [act] };
    });
  };
  const remove = () => {
    void acts.run(async () => {
      const act = await removeHome(store, home);
      return { words: `“${title}” is deleted.`, acts: [act] };
    });
  };
  const save = () => {
    void acts.run(async () => {
      const { saveRoadmapFile } = await import('./save-roadmap-file.ts');
      return { words: `Saved as ${await saveRoadmapFile(store, id)}.`, acts: [] };
    });
  };
  const count = topics === 1 ? '1 topic' : `${topics} topics`;
  return (
    <LibraryRow
      name={title}
      to={`/roadmaps/${id}`}
      facts={`${count}, ${cards === 1 ? '1 card' : `${cards} cards`}`}
      review={cards > 0 ? `/review?deck=roadmap:${id}` : null}
      onRename={rename}
      menu={({ askName, pick }) => (
        <>
          <ButtonLink to={`/library/${home}`}>Notes you wrote for it</ButtonLink>
          <Button onClick={askName}>Rename</Button>
          <Button onClick={pick(save)}>Save as Markdown</Button>
          <Button look="danger" onClick={pick(remove)}>
            Delete the roadmap
          </Button>
        </>
      )}
    />
  );
}
