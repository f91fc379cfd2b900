import { Link } from 'react-router';
import { meanRecall, toRecallBand, type Progress } from '#src/domain/progress.ts';
import type { RoadmapStrip } from '#src/storage/overview.ts';
import { RecallStrip, type RecallLook } from '#src/ui/recall-mark.tsx';

/** A strip for each followed roadmap: what of it is still remembered, section by section. */
export function RoadmapStrips({ strips }: { strips: readonly RoadmapStrip[] }) {
  return (
    <section aria-labelledby="strips-title" className="strips">
      <h2 id="strips-title">Your roadmaps</h2>
      <ul>
        {strips.map(({ id, title, sections, whole }) => (
          <li key={id}>
            <div className="strip-head">
              <Link to={`/roadmaps/${id}`}>{title}</Link>
              <span className="muted small">
                {whole.started} of {whole.cards} started{describeWhole(whole)}
              </span>
            </div>
            <RecallStrip
              label={`Recall by section of ${title}`}
              cells={sections.map((section) => ({
                key: section.id,
                look: toLook(section.progress),
                label: `${section.title}: ${describeRecall(section.progress)}`,
              }))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function toLook(progress: Progress): RecallLook {
  const recall = meanRecall(progress);
  return recall === undefined ? 'none' : toRecallBand(recall);
}

function describeWhole(whole: Progress): string {
  const recall = meanRecall(whole);
  return recall === undefined ? '' : `, ${Math.round(recall * 100)} % recall`;
}

function describeRecall(progress: Progress): string {
  const recall = meanRecall(progress);
  if (recall === undefined) return 'not started';
  return `${Math.round(recall * 100)} % recall of ${progress.started} started cards`;
}
