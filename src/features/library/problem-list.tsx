import type { ImportProblem } from '#src/formats/import/imported-deck.ts';

const shownProblems = 20;

/** What of a file could not be taken as it stood, with its line or note; nothing where all could. */
export function ProblemList({ problems }: { problems: readonly ImportProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <details>
      <summary>{problems.length === 1 ? '1 problem' : `${problems.length} problems`}</summary>
      <ul className="import-problems">
        {problems.slice(0, shownProblems).map((problem, index) => (
          <li key={index}>{describeProblem(problem)}</li>
        ))}
        {problems.length > shownProblems && <li>and {problems.length - shownProblems} more</li>}
      </ul>
    </details>
  );
}

function describeProblem({ place, message }: ImportProblem): string {
  if (place === undefined) return message;
  return 'line' in place ? `Line ${place.line}: ${message}` : `Note ${place.note}: ${message}`;
}
