import type { SectionCoverage } from '#src/formats/compile/cover-topics.ts';
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

/** For each topic, under its section, the concepts that it is linked to, and the details that it names and none of them does. */
export function formatCoverage(coverage: readonly SectionCoverage[]): string {
  const topics = coverage.flatMap((section) => section.topics);
  const uncovered = topics.reduce((sum, topic) => sum + topic.uncovered.length, 0);
  const unlinked = topics.filter(({ concepts }) => concepts.length === 0).length;
  const sections = coverage.flatMap(({ roadmap, section, topics: own }) => [
    `${roadmap} > ${section}`,
    ...own.flatMap(({ topic, concepts, uncovered: details }) => [
      `  ${topic}: ${concepts.length === 0 ? 'NOTHING' : concepts.join(', ')}`,
      ...(details.length > 0 ? [`    of its details by no name: ${details.join(' | ')}`] : []),
    ]),
    '',
  ]);
  const totals = `${topics.length} topics, ${unlinked} without a concept, ${uncovered} details that no concept is called by`;
  return [...sections, totals].join('\n');
}

function toRow(
  title: string,
  counts: { readonly topics: number; readonly linked: number; readonly cards: number },
): string[] {
  return [title, String(counts.topics), String(counts.linked), String(counts.cards)];
}
