import type { AnyEvent } from '#src/domain/event.ts';
import type { CopyFacts } from '../write-copy.ts';

/** The text of a copy of version 2, as apps before version 3 wrote it. */
export function writeTextCopy(
  events: readonly AnyEvent[],
  { savedAt, app }: CopyFacts,
  version = 2,
): string {
  const head = JSON.stringify({
    format: 'cairn-copy',
    version,
    savedAt: new Date(savedAt).toISOString(),
    app,
    count: events.length,
  });
  const lines = events.map((event) => JSON.stringify(event)).join(',\n');
  return `${head.slice(0, -1)},"events":[\n${lines}\n]}\n`;
}
