import type { HomeId, NoteId, RoadmapId } from '#src/domain/ids.ts';
import { writeAnkiPackage } from '#src/formats/anki/write-anki-package.ts';
import { writeAnkiText } from '#src/formats/anki-text/write-anki-text.ts';
import { writeCairnDeck } from '#src/formats/cairn-deck/cairn-deck.ts';
import { writeCardDeck } from '#src/formats/card-deck/write-card-deck.ts';
import type { ImportedDeck } from '#src/formats/import/imported-deck.ts';
import { joinDecks, type JoinedDeck } from '#src/formats/import/join-decks.ts';
import type { LoadSqlite } from '#src/formats/sqlite.ts';
import { loadBankDeckToExport } from '#src/storage/export-bank.ts';
import { loadDeckToExport } from '#src/storage/export-deck.ts';
import type { DeckToExport } from '#src/storage/gather-deck.ts';
import { listLibraryHomes } from '#src/storage/library.ts';
import type { Store } from '#src/storage/store.ts';

export type ExportFormat =
  'anki-package' | 'anki-text' | 'spreadsheet' | 'card-file' | 'cairn-deck';

/** What is to leave. */
export type ExportSubject =
  | {
      readonly home: HomeId;
      /** One of the home's decks with all in it; '' is the whole home. */
      readonly path: string;
      /** These notes of it alone; all of them where it is not said. */
      readonly notes?: readonly NoteId[];
    }
  /** The cards of a shipped roadmap. */
  | { readonly roadmap: RoadmapId }
  /** What the learner brought or made, or that and all shipped cards. */
  | { readonly all: 'own' | 'everything' };

export interface ExportRequest {
  readonly subject: ExportSubject;
  readonly format: ExportFormat;
  /** Of use where the format holds it: see `holdsHistory`. */
  readonly withHistory: boolean;
}

/** A deck as a file. */
export interface DeckFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly notes: number;
  /** Notes that have no form in this format. */
  readonly leftOut: number;
}

const kinds: Readonly<Record<ExportFormat, { readonly ending: string; readonly type: string }>> = {
  'anki-package': { ending: 'apkg', type: 'application/octet-stream' },
  'anki-text': { ending: 'txt', type: 'text/plain' },
  spreadsheet: { ending: 'csv', type: 'text/csv' },
  'card-file': { ending: 'md', type: 'text/markdown' },
  'cairn-deck': { ending: 'json', type: 'application/json' },
};

/** Whether marks, schedules and reviews have a place in a format. */
export function holdsHistory(format: ExportFormat): boolean {
  return format === 'anki-package' || format === 'cairn-deck';
}

/** Writes a deck as a file; undefined where the deck is not there any more. */
export async function exportDeckFile(
  store: Store,
  request: ExportRequest,
  loadSqlite: LoadSqlite,
): Promise<DeckFile | undefined> {
  const { format } = request;
  const found = await loadDecks(store, request);
  if (found === undefined) return undefined;
  const deck: ImportedDeck = { ...found, format: 'cairn-deck', description: '', problems: [] };
  const { ending, type } = kinds[format];
  const file = { name: `${toFileName(deck.title)}.${ending}`, type };
  if (format === 'anki-package') {
    const bytes = await writeAnkiPackage(deck, { loadSqlite, now: store.clock.now() });
    return { ...file, bytes, notes: deck.notes.length, leftOut: 0 };
  }
  const { text, leftOut } = writeText(deck, format);
  const bytes = new TextEncoder().encode(text);
  return { ...file, bytes, notes: deck.notes.length - leftOut, leftOut };
}

async function loadDecks(
  store: Store,
  { subject, format, withHistory: isAsked }: ExportRequest,
): Promise<JoinedDeck | undefined> {
  const withHistory = isAsked && holdsHistory(format);
  if (!('all' in subject)) {
    const deck =
      'roadmap' in subject
        ? await loadBankDeckToExport(store, { ...subject, withHistory })
        : await loadDeckToExport(store, subject.home, {
            ...{ path: subject.path, withHistory },
            ...(subject.notes && { notes: new Set(subject.notes) }),
          });
    if (deck === undefined) return undefined;
    const { homes, ...joined } = joinDecks([deck], deck.title);
    // A part that said whose it is would be taken for all there is.
    const isPart = 'home' in subject && (subject.path !== '' || subject.notes !== undefined);
    return isPart || homes === undefined ? joined : { ...joined, homes };
  }
  const parts: (DeckToExport | undefined)[] = [];
  for (const home of await listLibraryHomes(store)) {
    parts.push(await loadDeckToExport(store, home, { path: '', withHistory }));
  }
  if (subject.all === 'everything') {
    parts.push(await loadBankDeckToExport(store, { roadmap: null, withHistory }));
  }
  const found = parts.filter((part) => part !== undefined);
  if (found.length === 0) return undefined;
  return joinDecks(found, subject.all === 'own' ? 'All decks' : 'Everything');
}

function writeText(deck: ImportedDeck, format: Exclude<ExportFormat, 'anki-package'>) {
  if (format === 'card-file') return writeCardDeck(deck);
  if (format === 'cairn-deck') return { text: writeCairnDeck(deck), leftOut: 0 };
  const use = format === 'anki-text' ? 'anki' : 'spreadsheet';
  return { text: writeAnkiText(deck, use), leftOut: 0 };
}

/** Without what some system takes for a folder, a command or nothing at all. */
function toFileName(title: string): string {
  const name = title
    .replaceAll('::', ' - ')
    .replace(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 80)
    .trim();
  return name === '' ? 'deck' : name;
}
