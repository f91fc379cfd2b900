import { compileDecks } from '#src/formats/compile/compile-decks.ts';
import { updateBank } from '#src/storage/bank.ts';
import type { Store } from '#src/storage/store.ts';
import { makeTestClock, openTestStore } from '#src/storage/test-store.ts';
import { noteFormats } from './note-formats.ts';

const redis = `---
title: Redis
sources: [https://redis.io/docs/]
---
## basic redis-fork · mechanism
Q: Why does Redis start a second process for a snapshot?
A: The child writes a frozen image while the parent goes on.
Why: **Copy on write**, in \`fork\`.

## choice redis-eviction · trade-off
Q: Which policy throws out what was not used for long?
A: allkeys-lru
Because: It follows use.
X: noeviction
Because: It refuses writes.
X: allkeys-random
Because: It asks nobody.
Source: RFC 1

## typed redis-port · number
Q: Which port does it listen on?
A: 6379
Also: port 6379
Match: exact
`;
const kafka = `---
title: Kafka
sources: [https://kafka.apache.org/]
---
## cloze kafka-order · mechanism
Text: Kafka keeps order within a {{c1::partition}}, chosen by the {{c2::key}}.

## reversed kafka-isr · mechanism
Q: What is ISR short for?
A: In-sync replicas.
ReverseQ: What are replicas that keep up called?
ReverseA: ISR

## rubric kafka-explain · reason
Q: Explain a consumer group.
- [ ] One partition, one consumer
- [ ] Rebalancing
- [ ] Offsets are committed
`;
const backend =
  '---\nid: backend\ntitle: Backend\n---\n# Backend\n\n## Data\n\n- Redis\n\n## Queues\n\n- Kafka\n';
const caching = '---\nid: caching\ntitle: Caching\n---\n# Caching\n\n## First\n\n- Redis\n';

/** The files of a small shipped bank with a note of every kind and two roadmaps, by name. */
export function makeShippedFiles(): Record<string, unknown> {
  let count = 0;
  const { files, summary } = compileDecks(
    [
      { path: 'decks/cards/data/redis.md', content: redis },
      { path: 'decks/cards/messaging/kafka.md', content: kafka },
      { path: 'decks/roadmaps/backend.md', content: backend },
      { path: 'decks/roadmaps/caching.md', content: caching },
    ],
    () => String((count += 1)),
    'accepted',
  );
  const errors = summary.problems.filter(({ path }) => path.startsWith('decks/cards'));
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return Object.fromEntries(
    files.map(({ path, content }) => [path, JSON.parse(content) as unknown]),
  );
}

/** A store that holds such a bank; files that are taken from `files` later cannot be fetched any more. */
export async function openShippedStore(files = makeShippedFiles()): Promise<Store> {
  const { store } = await openTestStore(files, makeTestClock(), undefined, noteFormats);
  await updateBank(store);
  return store;
}

/** The names of the files that hold the notes' texts. */
export function listSourceFiles(files: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(files).filter((name) => name.startsWith('sources/'));
}
