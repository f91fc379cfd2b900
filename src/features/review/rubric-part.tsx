import type { CompiledNote } from '#src/domain/content.ts';
import { RenderedContent } from '#src/ui/rendered.tsx';
import './rubric-part.css';

type RubricNote = Extract<CompiledNote, { kind: 'rubric' }>;

/** What a good attempt shows, to tick. */
export function RubricPart({
  note,
  ticked,
  onTick,
}: {
  note: RubricNote;
  ticked: ReadonlySet<number>;
  onTick: (point: number, isTicked: boolean) => void;
}) {
  return (
    <fieldset className="rubric">
      <legend>What did your attempt show?</legend>
      <ul>
        {note.points.map((point, index) => (
          <li key={index}>
            <label className="rubric-point">
              <input
                type="checkbox"
                checked={ticked.has(index)}
                onChange={(event) => {
                  onTick(index, event.target.checked);
                }}
              />
              <RenderedContent content={point} />
            </label>
          </li>
        ))}
      </ul>
      <p className="muted small" role="status">
        {ticked.size} of {note.points.length} shown
      </p>
    </fieldset>
  );
}
