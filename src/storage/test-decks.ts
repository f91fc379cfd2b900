import { mintEventId } from '#src/domain/event-id.ts';
import type { ImportedEvent } from '#src/domain/imported-event.ts';
import type { CardId, EventId, HomeId, Instant, NoteId, StudyDay } from '#src/domain/ids.ts';
import type { BroughtDeck } from './import-deck.ts';
import type { BroughtNote } from './stage-edition.ts';
import { dayMs } from './test-acts.ts';
import { testStart } from './test-store.ts';

export const spanish = 'deck-spanish' as HomeId;

export function toCard(note: string, home: HomeId = spanish): CardId {
  return `${home}:${note}#1` as CardId;
}

/** A note of a table, with its text as its source. */
export function bringBasic(id: string, answer = `Answer of ${id}`, deck = 0): BroughtNote {
  const note = `${spanish}:${id}` as NoteId;
  const question = `Question of ${id}`;
  return {
    note: {
      id: note,
      kind: 'basic',
      question: [['p', null, question]],
      answer: [['p', null, answer]],
    },
    source: { kind: 'basic', fields: { question, answer }, tags: [] },
    decks: [deck],
  };
}

/** A note of somebody's own note type. */
export function bringTemplate(id: string, deck = 0): BroughtNote {
  const note = `${spanish}:${id}` as NoteId;
  return {
    note: {
      id: note,
      kind: 'template',
      fields: { Front: `<b>${id}</b>`, Back: 'back' },
      noteType: '7',
      ordinals: ['1', '2'],
      tags: ['verb'],
    },
    source: null,
    decks: [deck, deck],
  };
}

/** A deck of these notes with nothing learned of it. */
export function bringDeck(
  notes: readonly BroughtNote[],
  more: Partial<BroughtDeck> = {},
): BroughtDeck {
  return {
    home: spanish,
    title: 'Spanish',
    notes,
    decks: ['Spanish', 'Spanish::Verbs'],
    noteTypes: [
      {
        key: '7',
        name: 'Basic (and reversed)',
        kind: 'standard',
        fields: ['Front', 'Back'],
        templates: [
          { name: 'Card 1', front: '{{Front}}', back: '{{Back}}' },
          { name: 'Card 2', front: '{{Back}}', back: '{{Front}}' },
        ],
        css: '',
      },
    ],
    origin: { format: 'table', title: 'Spanish', minted: new Map(), missing: [] },
    media: [],
    follows: null,
    history: [],
    settings: {},
    settled: [],
    ...more,
  };
}

/** A review as another program recorded it, `daysAgo` before the test begins. */
export function bringReview(
  card: CardId,
  daysAgo: number,
  after: EventId | null = null,
): ImportedEvent {
  const at = (testStart - daysAgo * dayMs) as Instant;
  // Like the ids that an import derives from its source: the same for the same review.
  const random = Uint8Array.from({ length: 10 }, (_, index) => card.charCodeAt(index + 10) || 0);
  const id = mintEventId(at, null, random);
  const studyDay = Math.floor((at - 4 * 3_600_000) / dayMs) as StudyDay;
  const intervalDays = 2 * daysAgo + 3;
  return {
    ...{
      id,
      v: 1,
      at,
      offset: 0,
      studyDay,
    },
    ...{ kind: 'reviewed', subject: card, grade: 'good', durationMs: 3000, mode: 'review' },
    outcome: {
      phase: 'review',
      intervalDays,
      due: { day: (studyDay + intervalDays) as StudyDay },
      after,
    },
  };
}
