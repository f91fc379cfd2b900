import type { NoteType } from '../../import/imported-deck.ts';
import { listClozeNumbers } from './cloze-text.ts';
import { parseTemplate, type TemplateNode } from './parse-template.ts';
import { isEmptyField } from './plain-text.ts';

/**
 * The cards that a note yields: those whose front shows at least one field with something in it, or
 * one for each number in the fields that its template draws as cloze. A template that cannot be read
 * yields its card, which then says what is wrong.
 */
export function listTemplateOrdinals(
  noteType: NoteType,
  fields: Readonly<Record<string, string>>,
): string[] {
  const valueOf = (name: string) =>
    noteType.fields.includes(name) && Object.hasOwn(fields, name) ? (fields[name] ?? '') : '';
  if (noteType.kind === 'cloze') {
    const names = listClozeFields(noteType);
    const numbers = names.flatMap((name) => listClozeNumbers(valueOf(name)));
    return [...new Set(numbers)].sort((one, other) => one - other).map((number) => `c${number}`);
  }
  const isFilled = (name: string) => !isEmptyField(valueOf(name));
  return noteType.templates.flatMap(({ front }, index) => {
    const parsed = parseTemplate(front);
    return 'problem' in parsed || shows(parsed.nodes, isFilled) ? [String(index + 1)] : [];
  });
}

function shows(nodes: readonly TemplateNode[], isFilled: (name: string) => boolean): boolean {
  return nodes.some((node) => {
    if (node.kind === 'text') return false;
    if (node.kind === 'field') return isFilled(node.name);
    return isFilled(node.name) !== node.isNegated && shows(node.children, isFilled);
  });
}

function listClozeFields({ templates }: NoteType): string[] {
  const [template] = templates;
  const parsed = parseTemplate(template?.front ?? '');
  if ('problem' in parsed) return [];
  const names: string[] = [];
  const visit = (nodes: readonly TemplateNode[]) => {
    for (const node of nodes) {
      if (node.kind === 'section') visit(node.children);
      else if (node.kind === 'field' && node.filters.some((filter) => filter.trim() === 'cloze')) {
        names.push(node.name);
      }
    }
  };
  visit(parsed.nodes);
  return names;
}
