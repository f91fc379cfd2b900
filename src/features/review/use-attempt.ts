import { useState } from 'react';
import { offerGrades, type Attempt, type GradeOffer } from '#src/domain/grade-offer.ts';
import { gradeTyped, type TypedResult } from '#src/domain/typed-answer.ts';
import type { Question } from '#src/storage/questions.ts';

/** What the learner does with a card before grading it. */
export interface CardAttempt {
  readonly typed: string;
  readonly typedResult: TypedResult | null;
  readonly isOverridden: boolean;
  /** Position of the picked option; null for none. */
  readonly picked: number | null;
  readonly ticked: ReadonlySet<number>;
  readonly offer: GradeOffer;
  readonly type: (text: string) => void;
  readonly override: () => void;
  readonly pick: (option: number) => void;
  readonly tick: (point: number, isTicked: boolean) => void;
}

/** The attempt at one card; `rivals` are answers that other cards accept. */
export function useAttempt(
  { note }: Question,
  rivals: readonly string[],
  twoButtons: boolean,
): CardAttempt {
  const [typed, setTyped] = useState('');
  const [isOverridden, setOverridden] = useState(false);
  const [picked, setPicked] = useState<number | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const typedResult = note.kind === 'typed' ? gradeTyped(note, typed, rivals) : null;

  const toAttempt = (): Attempt => {
    switch (note.kind) {
      case 'typed':
        return { kind: 'typed', right: isOverridden || typedResult?.right === true };
      case 'choice': {
        const result = picked === null ? 'unknown' : picked === 0 ? 'right' : 'wrong';
        return { kind: 'picked', result };
      }
      case 'rubric':
        return { kind: 'ticked', ticked: ticked.size, points: note.points.length };
      default:
        return { kind: 'recalled' };
    }
  };

  return {
    typed,
    typedResult,
    isOverridden,
    picked,
    ticked,
    offer: offerGrades(toAttempt(), twoButtons),
    type: setTyped,
    pick: setPicked,
    override: () => {
      setOverridden(true);
    },
    tick: (point, isTicked) => {
      const next = new Set(ticked);
      if (isTicked) next.add(point);
      else next.delete(point);
      setTicked(next);
    },
  };
}
