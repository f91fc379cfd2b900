import type { ComponentType } from 'react';
import { Link } from 'react-router';
import { listCards, type CompiledNote } from '#src/domain/content.ts';
import { toOrdinal, type CardId } from '#src/domain/ids.ts';
import { findGaps } from './find-gaps.ts';
import type { AuthoredConcept } from './load-bank.ts';

/** What draws one side of a card; the app gives it, as the review screen draws its cards. */
export interface CardPreviewProps {
  readonly card: CardId;
  readonly note: CompiledNote;
  readonly sources: readonly string[];
  readonly isShown: boolean;
}

/** The cards of a concept, both sides of each at the width of a phone. */
export function ConceptCards({
  concept,
  CardPreview,
}: {
  concept: AuthoredConcept;
  CardPreview: ComponentType<CardPreviewProps>;
}) {
  const gaps = findGaps(concept);
  return (
    <>
      <p>
        <Link to="/authoring">All concepts</Link> · decks/cards/{concept.id}.md · in{' '}
        {concept.roadmaps.join(', ') || 'no roadmap'}
        {gaps.length > 0 && <span className="authoring-gaps"> · {gaps.join(', ')}</span>}
      </p>
      {concept.notes.map((note) => (
        <section key={note.id} aria-label={note.id} className="authoring-note">
          <h2>
            {note.id.slice(note.id.indexOf(':') + 1)}{' '}
            <span className="muted small">
              {note.kind} · {note.range}
            </span>
          </h2>
          {listCards(note).map((card) => (
            <div key={card} className="authoring-sides">
              {[false, true].map((isShown) => (
                <figure key={String(isShown)} className="authoring-phone">
                  <CardPreview
                    card={card}
                    note={note}
                    sources={note.sources ?? concept.sources}
                    isShown={isShown}
                  />
                  <figcaption className="muted small">
                    #{toOrdinal(card)} {isShown ? 'answer' : 'question'}
                  </figcaption>
                </figure>
              ))}
            </div>
          ))}
        </section>
      ))}
    </>
  );
}
