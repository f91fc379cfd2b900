import { RepairPart } from './file-reading-part.tsx';
import { HomeChoice } from './home-choice.tsx';
import type { Planning } from './importer.ts';
import type { RoadmapPreview } from './plan-roadmap.ts';
import { ProblemList } from './problem-list.tsx';

/** What one roadmap would bring, before anything is written. */
export function RoadmapPreviewPart({
  name,
  preview,
  planning,
  onChange,
}: {
  name: string;
  preview: RoadmapPreview;
  planning: Planning;
  onChange: (planning: Planning) => void;
}) {
  const { title, sections, topics, linked, cards, bare, statuses, changes, problems } = preview;
  const isUpdate = preview.updates !== null;
  return (
    <section className="panel" aria-label={name}>
      <h3>{title}</h3>
      <p className="muted small">Roadmap, {name}</p>
      <dl className="import-facts">
        <dt>Sections</dt>
        <dd>{sections}</dd>
        <dt>Topics</dt>
        <dd>
          {topics}
          {isUpdate && `, ${changes.fresh} new, ${changes.gone} no longer there`}
        </dd>
        <dt>With cards</dt>
        <dd>
          {linked} of {topics} topics, {cards === 1 ? '1 card' : `${cards} cards`}
        </dd>
        {statuses > 0 && (
          <>
            <dt>Statuses</dt>
            <dd>{statuses}, taken as set by you</dd>
          </>
        )}
      </dl>
      <HomeChoice
        {...{ candidates: preview.candidates, updates: preview.updates, kind: 'roadmap', onChange }}
      />
      {preview.repair && (
        <RepairPart
          samples={preview.repair.samples}
          isRepaired={planning.isRepaired === true}
          onChange={onChange}
        />
      )}
      {preview.isUnlinked && (
        <p>
          The shipped cards are not on this device yet. The topics are linked to them once they are.
        </p>
      )}
      {preview.isNothingNew && <p>All of it is here already. There is nothing to import.</p>}
      {isUpdate && changes.gone > 0 && (
        <p>What you learned, noted and wrote of topics that are no longer there is kept.</p>
      )}
      {bare.length > 0 && (
        <details>
          <summary>
            {bare.length === 1 ? '1 topic without cards' : `${bare.length} topics without cards`}
          </summary>
          <p>Once the roadmap is here, you can add cards to them, or save card files to fill in.</p>
          <ul className="import-problems">
            {bare.map((topic, index) => (
              <li key={index}>{topic}</li>
            ))}
          </ul>
        </details>
      )}
      <ProblemList problems={problems} />
    </section>
  );
}
