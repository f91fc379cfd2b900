import type { BankIndex, PackSources } from '#src/domain/content.ts';
import type { NoteId } from '#src/domain/ids.ts';
import type { NoteSource } from '#src/domain/note-source.ts';
import type { Store } from './store.ts';

/**
 * The texts of notes of the shipped bank as they came, each with its concept's sources where it has none
 * of its own. They are not stored: the files are fetched, or come from what is kept for use offline.
 * A note of the bank as it is now that is asked for is there, or the promise rejects and names what is
 * missing and what to do.
 */
export async function loadBankSources(
  store: Store,
  index: BankIndex,
  notes: ReadonlySet<NoteId>,
): Promise<Map<NoteId, NoteSource>> {
  const concepts = index.concepts
    .map(({ pack, sources, notes: members }) => ({
      ...{ pack, sources },
      ids: members.map(({ id }) => id).filter((id) => notes.has(id)),
    }))
    .filter(({ ids }) => ids.length > 0);
  const files = await fetchSources(store, index, [...new Set(concepts.map(({ pack }) => pack))]);
  const found = new Map<NoteId, NoteSource>();
  const unread: NoteId[] = [];
  for (const { pack, sources, ids } of concepts) {
    for (const id of ids) {
      const markdown = files.get(pack)?.[id];
      const source = markdown === undefined ? undefined : await store.noteFormats.read(markdown);
      if (source === undefined) unread.push(id);
      else found.set(id, withSources(source, sources));
    }
  }
  if (unread.length > 0) {
    throw new Error(
      `The text of ${listFew(unread)} cannot be read as a note. Update Cairn, then try again.`,
    );
  }
  return found;
}

/** A note's own sources, else those of what it is about. */
function withSources(source: NoteSource, sources: readonly string[]): NoteSource {
  const { sources: own = '' } = source.fields;
  if (own !== '' || sources.length === 0) return source;
  return { ...source, fields: { ...source.fields, sources: sources.join('\n') } };
}

async function fetchSources(
  store: Store,
  { packs }: BankIndex,
  positions: readonly number[],
): Promise<Map<number, PackSources>> {
  const fetched = await Promise.all(
    positions.map(async (position) => {
      const file = packs[position]?.sources ?? '';
      const content = await store.fetchDeckFile(file).catch(() => undefined);
      return { position, file, content: content as PackSources | undefined };
    }),
  );
  const missing = fetched.filter(({ content }) => content === undefined);
  if (missing.length > 0) {
    const names = listFew(missing.map(({ file }) => file));
    throw new Error(
      `The texts of shipped cards are not all on this device: ${names} could not be had. Connect once and let Cairn update its cards, then try again.`,
    );
  }
  return new Map(fetched.map(({ position, content }) => [position, content ?? {}]));
}

const fewNames = 3;

function listFew(names: readonly string[]): string {
  const more = names.length - fewNames;
  const few = names.slice(0, fewNames).join(', ');
  return more > 0 ? `${few} and ${more} more` : few;
}
