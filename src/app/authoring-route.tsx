import { toCardFace } from '#src/domain/card-face.ts';
import { orderOptions } from '#src/domain/option-order.ts';
import { newCardState } from '#src/domain/schedule.ts';
import { gradeTyped } from '#src/domain/typed-answer.ts';
import { AuthoringPage } from '#src/features/authoring/authoring-page.tsx';
import type { CardPreviewProps } from '#src/features/authoring/concept-cards.tsx';
import { RubricPart } from '#src/features/review/rubric-part.tsx';
import { Background, QuestionFace } from '#src/ui/card-faces.tsx';
import { ChoicePart } from '#src/ui/choice-part.tsx';
import { RenderedContent } from '#src/ui/rendered.tsx';
import { TypedForm, TypedVerdict } from '#src/ui/typed-part.tsx';

/** The author's page, in development only. Its cards are put together of what the review screen draws. */
export function AuthoringRoute() {
  return <AuthoringPage CardPreview={CardPreview} />;
}

const noop = () => undefined;
const nothingTicked: ReadonlySet<number> = new Set();

/** One side of a card that nobody reviews: right answers are given, and nothing moves. */
function CardPreview({ card, note, sources, isShown }: CardPreviewProps) {
  const face = toCardFace(note, card);
  const order = orderOptions({ card, state: newCardState });
  return (
    <article className="review-card">
      <QuestionFace face={face} isShown={isShown} />
      {note.kind === 'choice' && !isShown && (
        <ChoicePart
          options={note.options}
          order={order}
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
          {face.answer !== undefined && <RenderedContent content={face.answer} />}
          {note.kind === 'choice' && (
            <ChoicePart options={note.options} order={order} picked={0} isShown onPick={noop} />
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
