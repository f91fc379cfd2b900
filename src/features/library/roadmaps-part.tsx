import { listRoadmaps } from '#src/storage/overview.ts';
import { useLive } from '#src/storage/react.tsx';
import { RoadmapRow } from './roadmap-row.tsx';
import type { Acts } from './use-acts.ts';

const tables = ['bank', 'roadmaps'] as const;

/** The roadmaps that the learner brought; nothing where there are none. */
export function RoadmapsPart({ acts }: { acts: Acts }) {
  const roadmaps = useLive(listRoadmaps, tables);
  const own = roadmaps.state === 'ready' ? roadmaps.value.filter(({ isOwn }) => isOwn) : [];
  if (own.length === 0) return null;
  return (
    <section className="library-decks" aria-labelledby="library-roadmaps">
      <h2 id="library-roadmaps">Your roadmaps</h2>
      <ul className="deck-list">
        {own.map((roadmap) => (
          <RoadmapRow key={roadmap.id} roadmap={roadmap} acts={acts} />
        ))}
      </ul>
    </section>
  );
}
