import type { CompiledNote } from '#src/domain/content.ts';
import type { ActId, HomeId } from '#src/domain/ids.ts';
import type { NoteType } from '#src/domain/note-type.ts';
import type {
  ImportedDeck,
  ImportedMedia,
  ImportProblem,
} from '#src/formats/import/imported-deck.ts';
import { listImportedHomes, loadHeldNotes, type ImportedHome } from '#src/storage/held-deck.ts';
import { importDeck, type SettledField } from '#src/storage/import-deck.ts';
import type { BroughtMedia } from '#src/storage/stage-edition.ts';
import type { Store } from '#src/storage/store.ts';
import { measureOverlap } from './note-keys.ts';
import {
  changesAnything,
  planImport,
  toBroughtDeck,
  type ImportCounts,
  type ImportPlan,
  type NoteConflict,
  type PlanInput,
} from './plan-import.ts';
import { readFile, type ChosenFile } from './read-file.ts';

/** What a file would bring, or why it brings nothing. */
export type FilePreview =
  | { readonly name: string; readonly error: string }
  | (DeckPreview & { readonly name: string; readonly error?: never });

export interface DeckPreview {
  readonly description: string;
  readonly title: string;
  readonly counts: ImportCounts;
  readonly decks: readonly string[];
  readonly media: number;
  readonly problems: readonly ImportProblem[];
  readonly conflicts: readonly NoteConflict[];
  /** The deck it would update, as far as it is clear. */
  readonly updates: HomeId | null;
  /** Decks it might be a newer file of, where that is to be asked. */
  readonly candidates: readonly { readonly home: HomeId; readonly title: string }[];
  readonly samples: readonly Sample[];
  readonly isNothingNew: boolean;
}

/** One of the first notes, for a look at its cards. */
export interface Sample {
  readonly note: CompiledNote;
  readonly noteType?: NoteType;
}

/** What the learner decided on one file. */
export interface FileChoice {
  readonly settled: readonly SettledField[];
}

export type FileResult =
  | {
      readonly status: 'done';
      readonly act: ActId;
      readonly home: HomeId;
      readonly counts: ImportCounts;
    }
  | { readonly status: 'same' | 'stopped' | 'taken' | 'skipped' };

/** Reads files and brings in what they hold; in a worker, or where there is none in the page. */
export interface Importer {
  read(files: readonly ChosenFile[]): Promise<FilePreview[]>;
  /** Plans a file anew as a newer one of this deck, or with null as a deck of its own. */
  choose(position: number, home: HomeId | null): Promise<FilePreview>;
  import(
    choices: readonly FileChoice[],
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<FileResult[]>;
}

interface Planned {
  readonly input: PlanInput;
  readonly plan: ImportPlan;
  readonly candidates: readonly ImportedHome[];
}

const samplesShown = 3;
const sureOverlap = 0.5;

/** The importer over an open store. `digest` gives the SHA-256 of bytes. */
export function makeImporter(
  store: Store,
  digest: (bytes: Uint8Array) => Promise<ArrayBuffer>,
): Importer {
  let planned: (Planned | null)[] = [];
  const mint = () => toHex(store.clock.randomBytes(5));

  const plan = async (
    deck: ImportedDeck,
    home: ImportedHome | undefined,
    candidates: readonly ImportedHome[],
  ): Promise<Planned> => {
    const held = home && { home, notes: await loadHeldNotes(store, home.home) };
    const id = home?.home ?? (`deck-${mint()}` as HomeId);
    const input: PlanInput = { deck, home: id, mint, ...(held && { held }) };
    return { input, plan: planImport(input), candidates };
  };

  return {
    async read(files) {
      planned = [];
      const homes = await listImportedHomes(store);
      const previews: FilePreview[] = [];
      for (const file of files) {
        const deck = readFile(file);
        if ('error' in deck) {
          planned.push(null);
          previews.push({ name: file.name, error: deck.error });
          continue;
        }
        const { sure, candidates } = findHomes(deck, homes);
        const found = await plan(deck, sure, candidates);
        planned.push(found);
        previews.push(toPreview(file.name, found));
      }
      return previews;
    },

    async choose(position, home) {
      const before = planned[position];
      if (before === undefined || before === null)
        throw new Error('There is no such file to plan.');
      const { input, candidates } = before;
      const chosen = candidates.find((candidate) => candidate.home === home);
      const found = await plan(input.deck, chosen, candidates);
      planned[position] = found;
      return toPreview('', found);
    },

    async import(choices, onProgress, signal) {
      const results: FileResult[] = [];
      for (const [position, found] of planned.entries()) {
        if (found === null) {
          results.push({ status: 'skipped' });
          continue;
        }
        const { input, plan: made } = found;
        const settled = choices[position]?.settled ?? [];
        if (!changesAnything(made) && settled.length === 0) {
          results.push({ status: 'same' });
          continue;
        }
        const media = await hashMedia(input.deck.media, digest);
        const brought = toBroughtDeck(input, made, { media, history: [], settled });
        const share = (done: number, total: number) => {
          onProgress(position + done / total, planned.length);
        };
        const imported = await importDeck(store, brought, { onProgress: share, signal });
        results.push(
          imported.status === 'done'
            ? { status: 'done', act: imported.act, home: imported.home, counts: made.counts }
            : { status: imported.status },
        );
      }
      return results;
    },
  };
}

/** The deck a file is a newer one of, where name and notes agree; and those where only one does. */
function findHomes(deck: ImportedDeck, homes: readonly ImportedHome[]) {
  const keys = deck.notes.map(({ key }) => key);
  const rated = homes
    .map((home) => ({
      home,
      isNamesake: home.origin.title === deck.title,
      overlap: measureOverlap(home, keys),
    }))
    .filter(({ isNamesake, overlap }) => isNamesake || overlap >= sureOverlap)
    .sort((one, other) => other.overlap - one.overlap);
  const [best] = rated;
  const isSure = best !== undefined && best.isNamesake && best.overlap >= sureOverlap;
  return { sure: isSure ? best.home : undefined, candidates: rated.map(({ home }) => home) };
}

function toPreview(name: string, { input, plan, candidates }: Planned): FilePreview {
  const { deck, held } = input;
  return {
    name,
    description: deck.description,
    title: deck.title,
    counts: plan.counts,
    decks: plan.decks,
    media: deck.media.length,
    problems: plan.problems,
    conflicts: plan.conflicts,
    updates: held?.home.home ?? null,
    candidates: candidates.map(({ home, title }) => ({ home, title })),
    samples: plan.notes.slice(0, samplesShown).map(({ note }) => toSample(note, deck)),
    isNothingNew: !changesAnything(plan) && plan.conflicts.length === 0,
  };
}

function toSample(note: CompiledNote, deck: ImportedDeck): Sample {
  if (note.kind !== 'template') return { note };
  const noteType = deck.noteTypes.find(({ key }) => key === note.noteType);
  return { note, ...(noteType && { noteType }) };
}

async function hashMedia(
  media: readonly ImportedMedia[],
  digest: (bytes: Uint8Array) => Promise<ArrayBuffer>,
): Promise<BroughtMedia[]> {
  const hashed: BroughtMedia[] = [];
  for (const { name, bytes } of media) {
    hashed.push({ name, bytes, hash: toHex(new Uint8Array(await digest(bytes))) });
  }
  return hashed;
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** For a conflict that the learner settles in favour of the file. */
export function toSettled(conflicts: readonly NoteConflict[]): SettledField[] {
  return conflicts.map(({ note, field, theirs }) => ({ note, field, value: theirs }));
}
