import type { CardFace } from '#src/domain/card-face.ts';
import type { CompiledNote } from '#src/domain/content.ts';
import { RenderedContent } from './rendered.tsx';
import './card-faces.css';

/** The side that asks. A cloze stays on the table when shown: its hidden part opens. */
export function QuestionFace({ face, isShown }: { face: CardFace; isShown: boolean }) {
  if (face.cloze === undefined) return <RenderedContent content={face.question} />;
  return <RenderedContent content={face.question} cloze={{ asked: face.cloze, isShown }} />;
}

/** Why it is so, and what it rests on. */
export function Background({
  note,
  sources,
}: {
  note: Pick<CompiledNote, 'why'>;
  sources: readonly string[];
}) {
  return (
    <>
      {note.why !== undefined && (
        <section className="card-why" aria-label="Why">
          <RenderedContent content={note.why} />
        </section>
      )}
      {sources.length > 0 && (
        <p className="card-sources">
          {sources.length === 1 ? 'Source: ' : 'Sources: '}
          {sources.map((source, index) => (
            <span key={source}>
              {index > 0 && ', '}
              <Source source={source} />
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function Source({ source }: { source: string }) {
  if (!source.startsWith('https://')) return source;
  const name = source.replace(/^https:\/\/(www\.)?/, '').replace(/[/#?]+$/, '');
  return (
    <a href={source} target="_blank" rel="noreferrer">
      {name}
    </a>
  );
}
