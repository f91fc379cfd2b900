import type { Grade } from '#src/domain/event.ts';
import './grade-bar.css';

export const gradeNames: Readonly<Record<Grade, string>> = {
  again: 'Again',
  hard: 'Hard',
  good: 'Good',
  easy: 'Easy',
};

/** The grades side by side, each with where it leads; the suggested one stands out. */
export function GradeBar({
  grades,
  suggested,
  intervals,
  onGrade,
}: {
  grades: readonly Grade[];
  suggested: Grade;
  /** What stands under each grade; absent where grades move nothing. */
  intervals?: Readonly<Record<Grade, string>> | undefined;
  onGrade: (grade: Grade) => void;
}) {
  return (
    <div className="grade-bar" role="group" aria-label="Grade">
      {grades.map((grade) => (
        <button
          key={grade}
          type="button"
          className="grade-button"
          data-grade={grade}
          data-suggested={grade === suggested || undefined}
          onClick={() => {
            onGrade(grade);
          }}
        >
          <span className="grade-name">{gradeNames[grade]}</span>
          {intervals !== undefined && <span className="grade-interval">{intervals[grade]}</span>}
        </button>
      ))}
    </div>
  );
}
