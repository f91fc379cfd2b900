import { newCardState } from '#src/domain/schedule.ts';
import { gradeTyped } from '#src/domain/typed-answer.ts';
import { AuthoringPage } from '#src/features/authoring/authoring-page.tsx';
import type { CardPreviewProps } from '#src/features/authoring/concept-cards.tsx';
import { Background, findAnswer, QuestionFace } from '#src/features/review/card-faces.tsx';
import { ChoicePart, orderOptions } from '#src/features/review/choice-part.tsx';
import { RubricPart } from '#src/features/review/rubric-part.tsx';
import { TypedForm, TypedVerdict } from '#src/features/review/typed-part.tsx';
import { RenderedContent } from '#src/ui/rendered.tsx';

/** The author's page, in development only. Its cards are put together of what the review screen draws. */
export function AuthoringRoute() {
  return <AuthoringPage CardPreview={CardPreview} />;
}

const noop = () => undefined;
const nothingTicked: ReadonlySet<number> = new Set();

/** One side of a card that nobody reviews: right answers are given, and nothing moves. */
function CardPreview({ card, note, sources, isShown }: CardPreviewProps) {
  const question = { card, note, sources, state: newCardState };
  const words = findAnswer(question);
  return (
    <article className="review-card">
      <QuestionFace question={question} isShown={isShown} />
      {note.kind === 'choice' && !isShown && (
        <ChoicePart
          note={note}
          order={orderOptions(question)}
          picked={null}
          isShown={false}
          onPick={noop}
        />
      )}
      {note.kind === 'typed' && !isShown && (
        // Inert, or each field of the page would take the focus from the one before.
        <div inert>
          <TypedForm value="" onChange={noop} onCheck={noop} />
        </div>
      )}
      {isShown && (
        <section className="card-answer" aria-label="Answer">
          {words !== undefined && <RenderedContent content={words} />}
          {note.kind === 'choice' && (
            <ChoicePart
              note={note}
              order={orderOptions(question)}
              picked={0}
              isShown
              onPick={noop}
            />
          )}
          {note.kind === 'typed' && (
            <>
              <TypedVerdict
                typed={note.answers[0]}
                result={gradeTyped(note, note.answers[0], [])}
                isOverridden={false}
                onOverride={noop}
              />
              <p className="muted small">
                {note.match}; accepted too: {note.answers.slice(1).join(' | ') || 'nothing'}
              </p>
            </>
          )}
          {note.kind === 'rubric' && (
            <RubricPart note={note} ticked={nothingTicked} onTick={noop} />
          )}
          <Background note={note} sources={sources} />
        </section>
      )}
    </article>
  );
}
