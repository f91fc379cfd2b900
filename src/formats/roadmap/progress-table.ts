import type { ProgressColumn, ProgressField } from '#src/domain/content.ts';
import { readFrontMatter } from '../front-matter.ts';
import { runsToText } from './blocks.ts';
import { readSource } from './read-source.ts';
import { readTableShape } from './table-columns.ts';

const fields: readonly ProgressField[] = [
  'number',
  'topic',
  'priority',
  'status',
  'started',
  'finished',
];

/**
 * The columns of a roadmap's progress tables, as its first table with a status for each topic has them;
 * undefined where the source keeps its progress in no such table.
 */
export function findProgressTable(text: string): readonly ProgressColumn[] | undefined {
  const { body, bodyLine } = readFrontMatter(text);
  for (const block of readSource(body, bodyLine, [])) {
    if (block.kind !== 'table') continue;
    const [header, ...rows] = block.rows;
    const shape = header && readTableShape(header, rows);
    if (header === undefined || shape?.kind !== 'rows') continue;
    const { columns } = shape;
    const found = header.cells.flatMap((cell, index) => {
      const named = index === columns.topic ? 'topic' : columns.fields[index];
      const field = fields.find((each) => each === named);
      return field === undefined ? [] : [{ field, name: runsToText(cell).trim() }];
    });
    if (found.some(({ field }) => field === 'status')) return found;
  }
  return undefined;
}
