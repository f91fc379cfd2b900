import { useId } from 'react';
import type { Priority } from '#src/domain/content.ts';
import {
  longestMinutes,
  longestQuiz,
  quizFormats,
  quizPriorities,
  shortestQuiz,
  usualRequest,
  type QuizCards,
  type QuizFormat,
} from '#src/domain/quiz/quiz-request.ts';
import type { QuizWish } from '#src/storage/start-quiz.ts';
import { formatNames } from './format-names.ts';

type Change = (part: Partial<QuizWish>) => void;

/** How many questions: a number, or until every topic has been asked. */
export function LengthField({
  length,
  topics,
  onChange,
}: {
  length: QuizWish['length'];
  topics: number;
  onChange: Change;
}) {
  const lengths: readonly number[] = [shortestQuiz, 10, 20, 30, longestQuiz];
  return (
    <fieldset className="quiz-field">
      <legend>How many questions?</legend>
      <div className="quiz-chips">
        {lengths.map((each) => (
          <label key={each} className="quiz-chip">
            <input
              type="radio"
              name="length"
              checked={length === each}
              onChange={() => {
                onChange({ length: each });
              }}
            />
            <span>{each}</span>
          </label>
        ))}
        <label className="quiz-chip">
          <input
            type="radio"
            name="length"
            checked={length === 'every-topic'}
            onChange={() => {
              onChange({ length: 'every-topic' });
            }}
          />
          <span>
            Until every topic has been asked
            {topics > 0 && ` (${topics} at most)`}
          </span>
        </label>
      </div>
    </fieldset>
  );
}

/** Which kinds of question; all of them is a mixed quiz. */
export function KindsField({
  kinds,
  onChange,
}: {
  kinds: readonly QuizFormat[];
  onChange: Change;
}) {
  return (
    <fieldset className="quiz-field">
      <legend>Which kinds?</legend>
      <div className="quiz-chips">
        {quizFormats.map((format) => (
          <label key={format} className="quiz-chip">
            <input
              type="checkbox"
              checked={kinds.includes(format)}
              onChange={(event) => {
                const isChosen = event.target.checked;
                onChange({
                  kinds: quizFormats.filter((each) =>
                    each === format ? isChosen : kinds.includes(each),
                  ),
                });
              }}
            />
            <span>{formatNames[format]}</span>
          </label>
        ))}
      </div>
      <p className="muted small">
        With several, options come where you have probably forgotten, and producing where you
        probably know.
      </p>
    </fieldset>
  );
}

const cardWords: readonly (readonly [QuizCards, string])[] = [
  ['all', 'All, new ones too'],
  ['started', 'Only what I have started'],
  ['fading', 'Only what is fading'],
];

/** Which cards of the topics. */
export function CardsField({ cards, onChange }: { cards: QuizCards; onChange: Change }) {
  return (
    <fieldset className="quiz-field">
      <legend>Which cards?</legend>
      <div className="quiz-chips">
        {cardWords.map(([value, words]) => (
          <label key={value} className="quiz-chip">
            <input
              type="radio"
              name="cards"
              checked={cards === value}
              onChange={() => {
                onChange({ cards: value });
              }}
            />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const priorityWords: Readonly<Record<Priority, string>> = {
  mandatory: 'Mandatory',
  good: 'Good to know',
  optional: 'Optional',
  general: 'Without a priority',
};

/** Of topics with which priorities; none ticked is no such limit. */
export function PriorityField({
  priorities,
  onChange,
}: {
  priorities: readonly Priority[];
  onChange: Change;
}) {
  return (
    <fieldset className="quiz-field">
      <legend>Only topics of these priorities?</legend>
      <div className="quiz-chips">
        {quizPriorities.map((priority) => (
          <label key={priority} className="quiz-chip">
            <input
              type="checkbox"
              checked={priorities.includes(priority)}
              onChange={(event) => {
                const isChosen = event.target.checked;
                onChange({
                  priorities: quizPriorities.filter((each) =>
                    each === priority ? isChosen : priorities.includes(each),
                  ),
                });
              }}
            />
            <span>{priorityWords[priority]}</span>
          </label>
        ))}
      </div>
      <p className="muted small">None ticked asks topics of every priority.</p>
    </fieldset>
  );
}

/** A time limit in minutes; empty is none. */
export function MinutesField({ minutes, onChange }: { minutes: number | null; onChange: Change }) {
  const id = useId();
  return (
    <div className="quiz-field">
      <label htmlFor={id}>Time limit in minutes (empty for none)</label>
      <input
        id={id}
        className="quiz-number"
        type="number"
        inputMode="numeric"
        min={1}
        max={longestMinutes}
        value={minutes ?? ''}
        onChange={({ target }) => {
          const whole = Math.round(target.valueAsNumber);
          const isSet = Number.isFinite(whole) && whole >= 1;
          onChange({ minutes: isSet ? Math.min(longestMinutes, whole) : usualRequest.minutes });
        }}
      />
    </div>
  );
}
