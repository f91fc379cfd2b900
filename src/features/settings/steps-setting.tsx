import { useState } from 'react';
import type { CardId } from '#src/domain/ids.ts';
import type { StepChange } from '#src/domain/step-change.ts';
import { bankHome } from '#src/storage/bank.ts';
import { loadQuestions } from '#src/storage/questions.ts';
import { useStore } from '#src/storage/react.tsx';
import { previewStepChange } from '#src/storage/set-settings.ts';
import type { Store } from '#src/storage/store.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { toQuestionLine } from '#src/domain/question-line.ts';
import { readSteps, writeSteps } from './read-setting.ts';
import { useSaveSettings } from './saving.tsx';
import { TextSetting, type SaveResult } from './setting-fields.tsx';

const mostShown = 10;

interface Affected {
  readonly gone: AffectedCards;
  readonly changed: AffectedCards;
}

interface AffectedCards {
  readonly count: number;
  /** What the first of them ask. */
  readonly lines: readonly string[];
}

interface Question {
  readonly steps: readonly number[];
  readonly affected: Affected;
  readonly answer: (isConfirmed: boolean) => void;
}

/** Steps of the shipped cards. Where cards wait for one that changes, it asks first and names them. */
export function StepsSetting({
  field,
  label,
  hint,
  value,
}: {
  field: 'learningStepsMinutes' | 'relearningStepsMinutes';
  label: string;
  hint: string;
  value: readonly number[];
}) {
  const store = useStore();
  const save = useSaveSettings();
  const [question, setQuestion] = useState<Question>();

  const confirm = async (steps: readonly number[]): Promise<boolean> => {
    const change = await previewStepChange(store, bankHome, { [field]: steps });
    if (change.gone.length + change.changed.length === 0) return true;
    const affected = await describeAffected(store, change);
    return new Promise((resolve) => {
      const answer = (isConfirmed: boolean) => {
        setQuestion(undefined);
        resolve(isConfirmed);
      };
      setQuestion({ steps, affected, answer });
    });
  };
  const handleSave = async (steps: readonly number[]): Promise<SaveResult> => {
    try {
      if (!(await confirm(steps))) return 'cancelled';
    } catch {
      // The cards could not be looked up; saving meets the same trouble and tells of it.
    }
    const words = `${label}: ${steps.length === 0 ? 'none' : writeSteps(steps)}.`;
    return save(words, [{ key: field, home: bankHome, value: steps }]);
  };

  return (
    <>
      <TextSetting
        label={label}
        hint={hint}
        value={value}
        read={readSteps}
        write={writeSteps}
        placeholder="no steps"
        onSave={handleSave}
      />
      {question !== undefined && (
        <Dialog
          title={`Change the ${label.toLowerCase()}?`}
          onClose={() => {
            question.answer(false);
          }}
        >
          <p>
            From {writeSteps(value) || 'none'} to {writeSteps(question.steps) || 'none'}. The times
            already given to these cards stay; the new steps show with the next grade of each.
          </p>
          <AffectedList
            words="for a step that is gone; it will count as the last one left"
            cards={question.affected.gone}
          />
          <AffectedList
            words="for a step that becomes longer or shorter"
            cards={question.affected.changed}
          />
          <div className="row">
            <Button
              look="primary"
              onClick={() => {
                question.answer(true);
              }}
            >
              Change the steps
            </Button>
            <Button
              onClick={() => {
                question.answer(false);
              }}
            >
              Leave them
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

function AffectedList({ words, cards }: { words: string; cards: AffectedCards }) {
  const { count, lines } = cards;
  if (count === 0) return null;
  return (
    <div>
      <p>
        {count} {count === 1 ? 'card waits' : 'cards wait'} {words}:
      </p>
      <ul className="affected-cards">
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
        {count > lines.length && <li>and {count - lines.length} more</li>}
      </ul>
    </div>
  );
}

async function describeAffected(store: Store, change: StepChange): Promise<Affected> {
  const describe = async (cards: readonly CardId[]): Promise<AffectedCards> => {
    const questions = await loadQuestions(store, cards.slice(0, mostShown));
    return { count: cards.length, lines: questions.map(toQuestionLine) };
  };
  return { gone: await describe(change.gone), changed: await describe(change.changed) };
}
