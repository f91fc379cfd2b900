import { useState } from 'react';
import { Link } from 'react-router';
import { listCards } from '#src/domain/content.ts';
import { noteKinds, noteRanges } from '#src/formats/card-file/note-heading.ts';
import { findGaps } from './find-gaps.ts';
import type { AuthoredConcept } from './load-bank.ts';

/** All concepts with their notes by kind, range and roadmap, and what is thin. */
export function ConceptTable({ concepts }: { concepts: readonly AuthoredConcept[] }) {
  const [onlyThin, setOnlyThin] = useState(false);
  const rows = concepts.map((concept) => ({ concept, gaps: findGaps(concept) }));
  const thin = rows.filter(({ gaps }) => gaps.length > 0);
  const shown = onlyThin ? thin : rows;
  const roadmaps = [...new Set(concepts.flatMap((concept) => concept.roadmaps))].sort();
  const notes = concepts.flatMap((concept) => concept.notes);
  const cards = notes.reduce((sum, note) => sum + listCards(note).length, 0);
  return (
    <>
      <p>
        {concepts.length} concepts, {notes.length} notes, {cards} cards; {thin.length} concepts are
        thin.{' '}
        <label>
          <input
            type="checkbox"
            checked={onlyThin}
            onChange={(event) => {
              setOnlyThin(event.target.checked);
            }}
          />{' '}
          Only those
        </label>
      </p>
      <table className="authoring-table">
        <thead>
          <tr>
            <th scope="col">Concept</th>
            <th scope="col">Notes</th>
            {[...noteKinds, ...noteRanges, ...roadmaps].map((name) => (
              <th key={name} scope="col" className="authoring-count">
                <span>{name}</span>
              </th>
            ))}
            <th scope="col">Thin</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ concept, gaps }) => (
            <tr key={concept.id} data-thin={gaps.length > 0}>
              <th scope="row">
                <Link to={`?concept=${concept.id}`}>{concept.id}</Link>
              </th>
              <td>{concept.notes.length}</td>
              {noteKinds.map((kind) => (
                <Count
                  key={kind}
                  count={concept.notes.filter((note) => note.kind === kind).length}
                />
              ))}
              {noteRanges.map((range) => (
                <Count
                  key={range}
                  count={concept.notes.filter((note) => note.range === range).length}
                />
              ))}
              {roadmaps.map((title) => (
                <td key={title}>{concept.roadmaps.includes(title) ? '✓' : ''}</td>
              ))}
              <td className="authoring-gaps">{gaps.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Count({ count }: { count: number }) {
  return <td>{count === 0 ? '' : count}</td>;
}
