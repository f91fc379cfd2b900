import { toHex } from '#src/domain/hex.ts';
import type { ActId, HomeId } from '#src/domain/ids.ts';
import type { ImportedDeck, ImportProblem } from '#src/formats/import/imported-deck.ts';
import { splitDeck } from '#src/formats/import/split-deck.ts';
import type { TextRepair } from '#src/formats/recognise/offer-repair.ts';
import type { LoadSqlite } from '#src/formats/sqlite.ts';
import type { InspectedTable } from '#src/formats/table/table-columns.ts';
import { listImportedHomes, loadHeldNotes } from '#src/storage/held-deck.ts';
import { importDeck, type BroughtDeck, type SettledField } from '#src/storage/import-deck.ts';
import { importRoadmap } from '#src/storage/import-roadmap.ts';
import { listNewHistory } from '#src/storage/new-history.ts';
import { listOwnHomes } from '#src/storage/own-home.ts';
import { prepareHistory } from '#src/storage/prepare-history.ts';
import { loadSettings } from '#src/storage/settings.ts';
import type { Store } from '#src/storage/store.ts';
import { makePause } from '#src/ui/make-pause.ts';
import { toSample, type Sample } from './file-sample.ts';
import { findHomes } from './find-homes.ts';
import { hashMedia } from './hash-media.ts';
import {
  bringOwn,
  findOwnHome,
  planOwnDeck,
  samplesShown,
  toOwnPreview,
  type OwnResult,
  type PlannedOwn,
} from './import-own.ts';
import { listHistory } from './list-history.ts';
import {
  changesAnything,
  planImport,
  toBroughtDeck,
  type ImportCounts,
  type ImportPlan,
  type NoteConflict,
  type PlanInput,
} from './plan-import.ts';
import { planRoadmap, type PlannedRoadmap, type RoadmapPreview } from './plan-roadmap.ts';
import { readFile, type ChosenFile, type FileReading, type ReadFile } from './read-file.ts';

/** What a file would bring, or why it brings nothing. */
export type FilePreview =
  | { readonly name: string; readonly error: string }
  | { readonly name: string; readonly roadmap: RoadmapPreview; readonly error?: never }
  | (DeckPreview & {
      readonly name: string;
      readonly error?: never;
      readonly roadmap?: never;
    });

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
  /** For a table its columns and how they are read. */
  readonly table?: Pick<InspectedTable, 'columns' | 'reading'>;
  /** Where the text looks damaged: what would change if it were repaired. */
  readonly repair?: Pick<TextRepair, 'samples'>;
}

/** What the learner decided on one file. */
export interface FileChoice {
  readonly settled: readonly SettledField[];
}

export type FileResult =
  | OwnResult
  | { readonly status: 'roadmap'; readonly act: ActId; readonly preview: RoadmapPreview }
  | { readonly status: 'stopped' | 'taken' | 'skipped' };

/** How a file is to be read and taken; what is not said stays as it is. */
export interface Planning extends FileReading {
  /** The deck it is a newer file of, or null for one of its own; where it is not said, it is found. */
  readonly home?: HomeId | null;
}

/** Reads files and brings in what they hold; in a worker, or where there is none in the page. */
export interface Importer {
  read(files: readonly ChosenFile[]): Promise<FilePreview[]>;
  /** Reads a file anew, as the learner says. */
  choose(position: number, planning: Planning): Promise<FilePreview>;
  import(
    choices: readonly FileChoice[],
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<FileResult[]>;
}

/** What an importer needs of where it runs. */
export interface ImporterPlace {
  readonly store: Store;
  /** The SHA-256 of bytes. */
  readonly digest: (bytes: Uint8Array) => Promise<ArrayBuffer>;
  readonly loadSqlite: LoadSqlite;
}

interface Planned {
  readonly input: PlanInput;
  readonly plan: ImportPlan;
  /** What it tells that is not known here; for a new deck all of it, as it is prepared. */
  readonly history: BroughtDeck['history'];
  /** Of a deck that is held already; of a new one, the notes say that there is something new. */
  readonly newEvents: number;
  readonly candidates: readonly { readonly home: HomeId; readonly title: string }[];
}

/** A chosen file, or one of the decks that a file of Cairn's own holds apart. */
interface Entry {
  readonly file: ChosenFile;
  readonly deck?: ImportedDeck;
}

function openEntry({ file: { name }, deck }: Entry, read: ReadFile | undefined) {
  if (deck !== undefined) return { name: `${deck.title}, ${name}`, read: { deck } };
  return { name, read: read ?? { error: `“${name}” could not be read.` } };
}

/** The importer over an open store. */
export function makeImporter({ store, digest, loadSqlite }: ImporterPlace): Importer {
  let entries: readonly Entry[] = [];
  let planned: (Planned | PlannedOwn | PlannedRoadmap | null)[] = [];
  const mint = () => toHex(store.clock.randomBytes(5));

  const planDeck = async (
    deck: ImportedDeck,
    chosen: HomeId | null | undefined,
  ): Promise<Planned | PlannedOwn> => {
    const { sure, candidates } = findHomes(deck, await listImportedHomes(store));
    const own = findOwnHome(deck, await listOwnHomes(store));
    const isOwn = chosen === undefined ? sure === undefined : chosen === own?.home;
    if (own !== undefined && isOwn) return planOwnDeck(store, deck, own, mint);
    const home = chosen === undefined ? sure : candidates.find((each) => each.home === chosen);
    const held = home && { home, notes: await loadHeldNotes(store, home.home) };
    const id = home?.home ?? (`deck-${mint()}` as HomeId);
    const input: PlanInput = { deck, home: id, mint, ...(held && { held }) };
    const plan = planImport(input);
    const { learner } = await loadSettings(store.db);
    const told = listHistory(deck, plan, store.clock, learner.rolloverMinutes);
    const found = { input, plan, candidates: own ? [own, ...candidates] : candidates };
    if (held) {
      const history = await listNewHistory(store, [...told].flat());
      return { ...found, history, newEvents: history.length };
    }
    // No preview shows it, so it is worked out while the learner looks at one: a long one takes a while.
    const history = prepareHistory(store, told, makePause());
    // Whoever imports the deck hears of it.
    history.catch(() => undefined);
    return { ...found, history, newEvents: 0 };
  };

  const plan = async (
    position: number,
    { name, read }: { readonly name: string; readonly read: ReadFile },
    chosen: HomeId | null | undefined,
  ): Promise<FilePreview> => {
    planned[position] = null;
    if ('error' in read) return { name, error: read.error };
    if ('roadmap' in read) {
      const roadmap = await planRoadmap(store, read.roadmap, chosen);
      if ('error' in roadmap) return { name, error: roadmap.error };
      planned[position] = roadmap;
      const { repair } = read;
      return { name, roadmap: { ...roadmap.preview, ...(repair && { repair }) } };
    }
    const found = await planDeck(read.deck, chosen);
    planned[position] = found;
    const { table, repair } = read;
    const preview = 'own' in found ? toOwnPreview(found) : toPreview(found);
    return { name, ...preview, ...(table && { table }), ...(repair && { repair }) };
  };

  return {
    async read(chosen) {
      const opened: Entry[] = [];
      planned = [];
      const previews: FilePreview[] = [];
      for (const file of chosen) {
        const read = await readFile(file, {}, loadSqlite);
        const parts = 'deck' in read ? splitDeck(read.deck) : [];
        for (const deck of parts.length > 1 ? parts : [undefined]) {
          const entry = deck === undefined ? { file } : { file, deck };
          const position = opened.push(entry) - 1;
          previews.push(await plan(position, openEntry(entry, read), undefined));
        }
      }
      entries = opened;
      return previews;
    },

    async choose(position, planning) {
      const entry = entries[position];
      if (entry === undefined) throw new Error('There is no such file to plan.');
      const read = entry.deck ? undefined : await readFile(entry.file, planning, loadSqlite);
      return plan(position, openEntry(entry, read), planning.home);
    },

    async import(choices, onProgress, signal) {
      const results: FileResult[] = [];
      for (const [position, found] of planned.entries()) {
        const settled = choices[position]?.settled ?? [];
        if (found === null) {
          results.push({ status: 'skipped' });
          continue;
        }
        if ('brought' in found) {
          results.push(await bringRoadmap(store, found));
          continue;
        }
        if ('own' in found) {
          results.push(await bringOwn(store, found, settled, digest));
          continue;
        }
        if (!bringsAnything(found) && settled.length === 0) {
          results.push({ status: 'same' });
          continue;
        }
        const { input, plan, history } = found;
        const media = await hashMedia(input.deck.media, digest);
        const brought = toBroughtDeck(input, plan, { media, history, settled });
        const share = (done: number, total: number) => {
          onProgress(position + done / total, planned.length);
        };
        const imported = await importDeck(store, brought, { onProgress: share, signal });
        results.push(
          imported.status === 'done'
            ? { ...imported, title: input.deck.title, counts: plan.counts }
            : { status: imported.status },
        );
      }
      return results;
    },
  };
}

async function bringRoadmap(
  store: Store,
  { brought, preview }: PlannedRoadmap,
): Promise<FileResult> {
  if (preview.isNothingNew) return { status: 'same' };
  const imported = await importRoadmap(store, brought);
  return imported.status === 'taken' ? imported : { status: 'roadmap', act: imported.act, preview };
}

function bringsAnything({ plan, newEvents }: Planned): boolean {
  return changesAnything(plan) || newEvents > 0;
}

function toPreview(planned: Planned): DeckPreview {
  const { input, plan, candidates } = planned;
  const { deck, held } = input;
  return {
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
    isNothingNew: !bringsAnything(planned) && plan.conflicts.length === 0,
  };
}

/** For a conflict that the learner settles in favour of the file. */
export function toSettled(conflicts: readonly NoteConflict[]): SettledField[] {
  return conflicts.map(({ note, field, theirs }) => ({ note, field, value: theirs }));
}
