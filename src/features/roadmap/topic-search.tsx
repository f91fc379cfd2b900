import type { KeyboardEvent } from 'react';
import { Button } from '#src/ui/button.tsx';

export interface SearchState {
  readonly query: string;
  /** Which of the matches is stood on; -1 before the first step. */
  readonly position: number;
}

/** Finds sections and topics by their names and the learner's notes, and steps through them. */
export function TopicSearch({
  search: { query, position },
  found,
  isByNote,
  onChange,
}: {
  search: SearchState;
  /** How many were found. */
  found: number;
  /** Whether the one stood on was found by its note. */
  isByNote: boolean;
  onChange: (next: SearchState) => void;
}) {
  const step = (by: number) => {
    if (found > 0) onChange({ query, position: (position + by + found) % found });
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && query !== '') onChange({ query: '', position: -1 });
    else return;
    event.preventDefault();
  };
  return (
    <div className="topic-search" role="search">
      <label htmlFor="topic-search">Find a topic</label>
      <input
        id="topic-search"
        type="search"
        placeholder="Names and your notes"
        autoComplete="off"
        value={query}
        onChange={(event) => {
          onChange({ query: event.target.value, position: event.target.value === '' ? -1 : 0 });
        }}
        onKeyDown={handleKeyDown}
      />
      {query.trim() !== '' && (
        <>
          <span role="status">{describeFound(found, position, isByNote)}</span>
          {found > 1 && (
            <>
              <Button
                onClick={() => {
                  step(-1);
                }}
              >
                Previous
              </Button>
              <Button
                onClick={() => {
                  step(1);
                }}
              >
                Next
              </Button>
            </>
          )}
        </>
      )}
    </div>
  );
}

function describeFound(found: number, position: number, isByNote: boolean): string {
  if (found === 0) return 'No topic or note has these words.';
  return `${position + 1} of ${found}${isByNote ? ', by your note' : ''}`;
}
