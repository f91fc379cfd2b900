import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { toCardFace } from '#src/domain/card-face.ts';
import { toStudyDay } from '#src/domain/day.ts';
import { previewGrades } from '#src/domain/decision.ts';
import type { Grade } from '#src/domain/event.ts';
import { grades } from '#src/domain/event.ts';
import { toHomeId, type Instant } from '#src/domain/ids.ts';
import { orderOptions } from '#src/domain/option-order.ts';
import { schedulingSettings } from '#src/domain/settings-history.ts';
import type { Settings } from '#src/domain/settings.ts';
import type { Question } from '#src/storage/questions.ts';
import { useStore } from '#src/storage/react.tsx';
import { useRivalAnswers } from '#src/storage/use-rival-answers.ts';
import type { Clock } from '#src/storage/store.ts';
import { Button } from '#src/ui/button.tsx';
import { Background, QuestionFace } from '#src/ui/card-faces.tsx';
import { ChoicePart } from '#src/ui/choice-part.tsx';
import { GradeBar } from '#src/ui/grade-bar.tsx';
import { describeInterval } from '#src/ui/interval-words.ts';
import { RenderedContent } from '#src/ui/rendered.tsx';
import { TypedForm, TypedVerdict } from '#src/ui/typed-part.tsx';
import { useVisibleTime } from '#src/ui/visible-time.ts';
import { RubricPart } from './rubric-part.tsx';
import { useAttempt } from './use-attempt.ts';
import { useReviewKeys } from './use-review-keys.ts';
import { useSwipe } from './use-swipe.ts';

// Cards of other programs: what draws them comes with the first of them.
const TemplateFace = lazy(async () => ({
  default: (await import('./template-face.tsx')).TemplateFace,
}));

interface CardOnTableProps {
  readonly question: Question;
  readonly settings: Settings;
  readonly twoButtons: boolean;
  readonly isShown: boolean;
  /** False in a cram: its grades move nothing. */
  readonly hasIntervals: boolean;
  /** Says no to a second tap right after the first. */
  readonly accept: () => boolean;
  readonly onShow: () => void;
  readonly onGrade: (grade: Grade, durationMs: number) => void;
}

const positions = ['first', 'second', 'third', 'fourth'] as const;

/** One asking of one card: question, attempt, answer and grades. A new asking mounts it anew. */
export function CardOnTable(props: CardOnTableProps) {
  const { question, settings, twoButtons, isShown, hasIntervals, accept, onShow, onGrade } = props;
  const { note } = question;
  const { clock } = useStore();
  const attempt = useAttempt(question, useRivalAnswers(question.note), twoButtons);
  const readTime = useVisibleTime();
  const [shownAt, setShownAt] = useState<Instant | null>(null);
  const { offer, picked } = attempt;
  const order = useMemo(() => orderOptions(question), [question]);

  const show = () => {
    setShownAt(clock.now());
    onShow();
  };
  const handleShow = () => {
    if (!isShown && accept()) show();
  };
  const handlePick = (option: number) => {
    if (isShown || !accept()) return;
    attempt.pick(option);
    show();
  };
  const handleGrade = (grade: Grade) => {
    if (isShown && offer.grades.includes(grade) && accept()) onGrade(grade, readTime());
  };

  useReviewKeys((action) => {
    if (action === 'proceed') {
      if (isShown) handleGrade(offer.suggested);
      else handleShow();
      return true;
    }
    const index = positions.findIndex((position) => position === action);
    if (index < 0) return false;
    const option = order[index];
    if (isShown) handleGrade(grades[index] as Grade);
    else if (note.kind === 'choice' && option !== undefined) handlePick(option);
    return true;
  });
  const card = useRef<HTMLElement>(null);
  const swipe = useSwipe(card, {
    onLeft: () => {
      handleGrade('again');
    },
    onRight: () => {
      handleGrade('good');
    },
    onTap: () => {
      if (note.kind !== 'choice' && note.kind !== 'typed') handleShow();
    },
  });

  const answer = useRef<HTMLElement>(null);
  useEffect(() => {
    if (note.kind !== 'typed') card.current?.focus({ preventScroll: true });
    document.documentElement.scrollTop = 0;
  }, [note.kind]);
  useEffect(() => {
    if (!isShown) return;
    // A cloze opens in its question; the rest of the section below is background.
    const opened = card.current?.querySelector<HTMLElement>('.cloze-open');
    // The options stay in view: their reasons belong to the question above them.
    (opened ?? answer.current)?.focus({ preventScroll: note.kind === 'choice' });
  }, [isShown, note.kind]);

  const face = toCardFace(note, question.card);
  return (
    <>
      <article
        className="review-card"
        aria-label={isShown ? 'Card' : 'Question'}
        tabIndex={-1}
        ref={card}
        {...swipe}
      >
        {note.kind === 'template' ? (
          <Suspense fallback={null}>
            <TemplateFace question={question} isShown={isShown} />
          </Suspense>
        ) : (
          <QuestionFace face={face} isShown={isShown} />
        )}
        {note.kind === 'choice' && !isShown && (
          <ChoicePart
            options={note.options}
            order={order}
            picked={null}
            isShown={false}
            onPick={handlePick}
          />
        )}
        {note.kind === 'typed' && !isShown && (
          <TypedForm value={attempt.typed} onChange={attempt.type} onCheck={handleShow} />
        )}
        {isShown && (
          <section className="card-answer" aria-label="Answer" tabIndex={-1} ref={answer}>
            {face.answer !== undefined && <RenderedContent content={face.answer} />}
            {note.kind === 'choice' && (
              <ChoicePart
                options={note.options}
                order={order}
                picked={picked}
                isShown
                onPick={handlePick}
              />
            )}
            {attempt.typedResult !== null && (
              <TypedVerdict
                typed={attempt.typed}
                result={attempt.typedResult}
                isOverridden={attempt.isOverridden}
                onOverride={() => {
                  attempt.override();
                  // The button leaves; the verdict it changed is read again.
                  answer.current?.focus({ preventScroll: true });
                }}
              />
            )}
            {note.kind === 'rubric' && (
              <RubricPart note={note} ticked={attempt.ticked} onTick={attempt.tick} />
            )}
            <Background note={note} sources={question.sources} />
          </section>
        )}
      </article>
      <footer className="review-actions">
        {isShown ? (
          <GradeBar
            grades={offer.grades}
            suggested={offer.suggested}
            intervals={
              hasIntervals && shownAt !== null
                ? describeGrades(question, settings, clock, shownAt)
                : undefined
            }
            onGrade={handleGrade}
          />
        ) : (
          <Button
            // On a choice card the options come first, and this is the way out.
            look={note.kind === 'choice' ? 'plain' : 'primary'}
            large
            className="review-show"
            onClick={handleShow}
          >
            {showWords[note.kind]}
          </Button>
        )}
      </footer>
    </>
  );
}

const showWords: Readonly<Record<Question['note']['kind'], string>> = {
  basic: 'Show answer',
  reversed: 'Show answer',
  cloze: 'Show answer',
  typed: 'Check',
  choice: 'I don’t know',
  rubric: 'Show points',
  template: 'Show answer',
};

/** Where each grade would lead, exactly as grading now decides it. */
function describeGrades(
  { card, state }: Question,
  settings: Settings,
  clock: Clock,
  at: Instant,
): Record<Grade, string> {
  const scheduling = schedulingSettings(settings, toHomeId(card));
  const offset = clock.offsetMinutes(at);
  const studyDay = toStudyDay(at, offset, scheduling.rolloverMinutes);
  const seed = `${card}:${state.schedule?.reps ?? 0}`;
  const preview = previewGrades({ state, at, studyDay, offset, settings: scheduling, seed });
  const describe = (grade: Grade) => describeInterval(preview[grade].outcome.due, at, studyDay);
  return {
    again: describe('again'),
    hard: describe('hard'),
    good: describe('good'),
    easy: describe('easy'),
  };
}
