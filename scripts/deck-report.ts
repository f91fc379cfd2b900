import type { DeckSummary } from '#src/formats/compile/summarise.ts';

/** The report of `--report json`: its keys are a promise to whoever reads it. */
export function toDeckReport(summary: DeckSummary) {
  const { concepts, notes, cards, kinds, unlinked, problems } = summary;
  const roadmaps = summary.roadmaps.map(({ id, title, sections, topics, linked, cards: own }) => ({
    id,
    title,
    sections: sections.length,
    topics,
    linked,
    cards: own,
  }));
  return { roadmaps, concepts, notes, cards, kinds, unlinked, problems };
}

/** A table of roadmaps and their sections with topics, linked topics and cards, and the totals. */
export function formatDeckTable(summary: DeckSummary, compileMs: number): string {
  const rows = summary.roadmaps.flatMap((roadmap) => [
    ['', '', '', ''],
    toRow(roadmap.title, roadmap),
    ...roadmap.sections.map((section) => toRow(`  ${section.title}`, section)),
  ]);
  const table = [['', 'topics', 'linked', 'cards'], ...rows];
  const width = Math.max(...table.map(([title = '']) => title.length));
  const lines = table.map(([title = '', ...numbers]) =>
    `${title.padEnd(width)}${numbers.map((number) => number.padStart(8)).join('')}`.trimEnd(),
  );

  const kinds = Object.entries(summary.kinds).map(([kind, count]) => `${count} ${kind}`);
  const unlinked = summary.unlinked.map(
    ({ roadmap, section, topic }) => `  ${roadmap}: ${section} > ${topic}`,
  );
  return [
    ...lines,
    '',
    `${summary.concepts} concepts, ${summary.notes} notes (${kinds.join(', ')}), ${summary.cards} cards, compiled in ${compileMs} ms`,
    ...(unlinked.length > 0 ? [`${unlinked.length} topics without cards:`, ...unlinked] : []),
    ...(summary.problems.length > 0 ? [`${summary.problems.length} problems:`] : []),
  ].join('\n');
}

function toRow(
  title: string,
  counts: { readonly topics: number; readonly linked: number; readonly cards: number },
): string[] {
  return [title, String(counts.topics), String(counts.linked), String(counts.cards)];
}
