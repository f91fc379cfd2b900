import { listCards } from '#src/domain/content.ts';
import type { NoteId } from '#src/domain/ids.ts';
import type { Question } from '#src/storage/questions.ts';
import type { KeyAction } from './use-review-keys.ts';
import type { Review } from './use-review.ts';

export type ReviewDialog = 'menu' | 'details' | 'due' | 'keys';

/** Something to do besides showing and grading: in the menu by its name, on the keyboard by its key. */
export interface Command {
  readonly name: string;
  readonly action?: KeyAction;
  /** The key as it is printed. */
  readonly key?: string;
  readonly run: () => void;
}

/** What can be done now; without a card on the table only what concerns the sitting. */
export function listCommands(
  question: Question | undefined,
  review: Review,
  open: (dialog: ReviewDialog) => void,
  onEdit: (note: NoteId) => void,
): Command[] {
  const opens = (dialog: ReviewDialog) => () => {
    open(dialog);
  };
  return [
    ...(question === undefined
      ? []
      : [
          ...listCardCommands(question, review, opens),
          {
            name: 'Edit note',
            action: 'edit' as const,
            key: 'E',
            run: () => {
              onEdit(question.note.id);
            },
          },
        ]),
    { name: 'Undo', action: 'undo', key: 'U', run: review.undo },
    { name: 'Redo', action: 'redo', key: 'Shift+U', run: review.redo },
    { name: 'Keys', action: 'keys', key: '?', run: opens('keys') },
  ];
}

function listCardCommands(
  { card, note, state }: Question,
  review: Review,
  opens: (dialog: ReviewDialog) => () => void,
): Command[] {
  // The card itself first: undo brings that one back to the table.
  const noteCards = [card, ...listCards(note).filter((other) => other !== card)];
  const isFlagged = state.marks.flag > 0;
  return [
    { name: 'Card details', action: 'details', key: 'I', run: opens('details') },
    {
      name: isFlagged ? 'Take the flag away' : 'Flag',
      action: 'flag',
      key: '*',
      run: () => {
        review.flag(card, isFlagged ? 0 : 1);
      },
    },
    {
      name: 'Bury card until tomorrow',
      action: 'bury-card',
      key: '-',
      run: () => {
        review.bury([card]);
      },
    },
    {
      name: 'Bury note until tomorrow',
      action: 'bury-note',
      key: '=',
      run: () => {
        review.bury(noteCards);
      },
    },
    {
      name: 'Suspend card',
      action: 'suspend-card',
      key: '@',
      run: () => {
        review.suspend([card]);
      },
    },
    {
      name: 'Suspend note',
      action: 'suspend-note',
      key: '!',
      run: () => {
        review.suspend(noteCards);
      },
    },
    { name: 'Set due day', run: opens('due') },
    {
      name: 'Forget',
      run: () => {
        review.forget(card);
      },
    },
  ];
}
