import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dayMs } from '#src/domain/day.ts';
import type { Grade } from '#src/domain/event.ts';
import type { Instant, StudyDay } from '#src/domain/ids.ts';
import { writeAnkiPackage } from '#src/formats/anki/write-anki-package.ts';
import type { ImportedDeck, ImportedNote } from '#src/formats/import/imported-deck.ts';
import { startSqlite } from '#src/formats/sqlite.ts';

/** The deck's name, by which its row is found. */
export const trafficTitle = 'Bench traffic';

const noteType = {
  key: '1',
  name: 'Basic',
  kind: 'standard',
  fields: ['Front', 'Back'],
  templates: [{ name: 'Card 1', front: '{{Front}}', back: '{{FrontSide}}<hr>{{Back}}' }],
  css: '.card { font-size: 20px; }',
} as const;
const gapsDays = [1, 3, 10];
const grades: readonly Grade[] = ['good', 'good', 'again', 'good', 'easy', 'hard', 'good'];
const decks = ['one', 'two', 'three', 'four', 'five'].map((name) => `${trafficTitle}::${name}`);

/** An Anki package of this many notes, each with a card and three reviews; every second card is due by `now`. */
export async function buildTrafficPackage(notes: number, now: Instant): Promise<Uint8Array> {
  const deck: ImportedDeck = {
    format: 'cairn-deck',
    description: '',
    title: trafficTitle,
    decks,
    noteTypes: [noteType],
    notes: Array.from({ length: notes }, (_, index) => makeNote(index, now)),
    media: [],
    settings: {},
    problems: [],
  };
  const path = createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm');
  const loadSqlite = () => startSqlite(readFileSync(path));
  return writeAnkiPackage(deck, { loadSqlite, now });
}

function makeNote(index: number, now: Instant): ImportedNote {
  const dueInDays = index % 2 === 0 ? -1 - (index % 9) : 5 + (index % 40);
  const intervalDays = 30;
  const last = now + (dueInDays - intervalDays) * dayMs - index;
  let at = last - gapsDays.reduce((sum, gap) => sum + gap, 0) * dayMs;
  const reviews = gapsDays.map((gap, step) => {
    at += gap * dayMs;
    return {
      id: at,
      at: at as Instant,
      act: {
        kind: 'graded' as const,
        grade: grades[(index + step) % grades.length] ?? 'good',
        durationMs: 4000 + (index % 50) * 100,
      },
      next: { days: gapsDays[step + 1] ?? intervalDays },
    };
  });
  const words = `${String(index)} of the bench, with some <b>bold</b> words in it`;
  return {
    key: `bench-${String(index)}`,
    source: {
      kind: 'template',
      noteType: noteType.key,
      fields: { Front: `Question ${words}`, Back: `Answer ${words}` },
      tags: [`tag-${String(index % 20)}`],
    },
    cards: [
      {
        ordinal: '1',
        deck: index % decks.length,
        schedule: {
          phase: 'review',
          intervalDays,
          due: { day: Math.floor((last + intervalDays * dayMs) / dayMs) as StudyDay },
          reps: gapsDays.length,
          lapses: 0,
          ease: 2.5,
        },
        reviews,
      },
    ],
    place: { note: index + 1 },
  };
}
