import { lazy, Suspense } from 'react';
import type { Rendered } from '#src/domain/content.ts';
import { toOrdinal } from '#src/domain/ids.ts';
import type { Question } from '#src/storage/questions.ts';
import { RenderedContent, type ClozeView } from '#src/ui/rendered.tsx';

// Cards of other programs: what draws them comes with the first of them.
const TemplateFace = lazy(async () => ({
  default: (await import('./template-face.tsx')).TemplateFace,
}));

/** The side that asks. A cloze stays on the table when shown: its hidden part opens. */
export function QuestionFace({ question, isShown }: { question: Question; isShown: boolean }) {
  const { note, card } = question;
  if (note.kind === 'cloze') {
    return <RenderedContent content={note.text} cloze={toClozeView(question, isShown)} />;
  }
  if (note.kind === 'template') {
    return (
      <Suspense fallback={null}>
        <TemplateFace question={question} isShown={isShown} />
      </Suspense>
    );
  }
  const isReverse = note.kind === 'reversed' && toOrdinal(card) === 'reverse';
  return <RenderedContent content={isReverse ? note.reverseQuestion : note.question} />;
}

/** The answer of a note that has one in words; kinds with an exercise draw their own. */
export function findAnswer({ note, card }: Question): readonly Rendered[] | undefined {
  if (note.kind === 'basic') return note.answer;
  if (note.kind !== 'reversed') return undefined;
  return toOrdinal(card) === 'reverse' ? note.reverseAnswer : note.answer;
}

/** Why it is so, and what it rests on. */
export function Background({ note, sources }: Pick<Question, 'note' | 'sources'>) {
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

function toClozeView({ card }: Question, isShown: boolean): ClozeView {
  return { asked: Number(toOrdinal(card).slice(1)), isShown };
}
