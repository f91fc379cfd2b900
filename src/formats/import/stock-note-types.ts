import type { NoteType } from './imported-deck.ts';

const css = `.card {
  font-family: sans-serif;
  font-size: 20px;
  text-align: center;
}
.cloze {
  font-weight: bold;
}
`;

/** The note types that every Anki has, by their names in lower case: which fields, and what kind of cards. */
const stockShapes: Readonly<Record<string, { fields: readonly string[]; shape: StockShape }>> = {
  basic: { fields: ['Front', 'Back'], shape: 'basic' },
  'basic (and reversed card)': { fields: ['Front', 'Back'], shape: 'reversed' },
  'basic (optional reversed card)': {
    fields: ['Front', 'Back', 'Add Reverse'],
    shape: 'optional-reverse',
  },
  'basic (type in the answer)': { fields: ['Front', 'Back'], shape: 'typed' },
  cloze: { fields: ['Text', 'Back Extra'], shape: 'cloze' },
};

export type StockShape = 'basic' | 'reversed' | 'optional-reverse' | 'typed' | 'cloze';

/** What a note type is by its name: one that every Anki has, whatever the case; undefined for somebody's own. */
export function findStockShape(name: string): StockShape | undefined {
  return findStock(name)?.shape;
}

function findStock(name: string) {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(stockShapes, key) ? stockShapes[key] : undefined;
}

/**
 * A note type for notes that come without theirs: the one that every Anki has under this name, else a plain one that
 * asks with the first field. It has `columns` fields or more; those beyond the stock ones are named by `names`, and shown behind.
 */
export function createNoteType(
  name: string,
  columns: number,
  names: readonly string[],
  hidesParts: boolean,
): NoteType {
  const stock = findStock(name);
  const shape = stock?.shape ?? (hidesParts ? 'cloze' : 'basic');
  const known = stock?.fields ?? [];
  const taken = new Set(known);
  const fields = Array.from({ length: Math.max(columns, known.length) }, (_, index) => {
    const field = known[index] ?? toFieldName(names[index], index, taken);
    taken.add(field);
    return field;
  });
  const [front = '', back] = fields;
  const others = fields.slice(Math.max(known.length, 1));
  const behind = others
    .map((field) => `{{#${field}}}<div>{{${field}}}</div>{{/${field}}}`)
    .join('\n');
  const show = (field: string | undefined) => (field === undefined ? '' : `{{${field}}}`);
  const answer = stock === undefined ? '' : show(back);
  const back1 = [answer, behind].filter((part) => part !== '').join('\n\n');
  const forward = {
    name: 'Card 1',
    front: shape === 'typed' ? `${show(front)}\n\n{{type:${String(back)}}}` : show(front),
    back:
      shape === 'typed'
        ? `${show(front)}\n\n<hr id=answer>\n\n{{type:${String(back)}}}\n\n${behind}`
        : `{{FrontSide}}\n\n<hr id=answer>\n\n${back1}`,
  };
  const reverse = {
    name: 'Card 2',
    front: shape === 'reversed' ? show(back) : `{{#Add Reverse}}${show(back)}{{/Add Reverse}}`,
    back: `{{FrontSide}}\n\n<hr id=answer>\n\n${show(front)}`,
  };
  const base = { key: name, name, fields, css };
  if (shape === 'cloze') {
    const text = `{{cloze:${front}}}`;
    const template = { name: 'Cloze', front: text, back: `${text}<br>\n${back1}` };
    return { ...base, kind: 'cloze', templates: [template] };
  }
  const isTwoWay = shape === 'reversed' || shape === 'optional-reverse';
  return { ...base, kind: 'standard', templates: isTwoWay ? [forward, reverse] : [forward] };
}

/** Braces and colons mean something in a template, and a name is there once. */
function toFieldName(written: string | undefined, index: number, taken: ReadonlySet<string>) {
  const name = (written ?? '').replace(/[{}:"#^/]/g, ' ').trim();
  return name === '' || taken.has(name) ? `Field ${index + 1}` : name;
}

/** The ordinals of the cards that a note of such a type has: those whose front shows a field, or the numbers that a cloze hides. */
export function listTemplateOrdinals(
  { kind, fields, templates }: NoteType,
  values: Readonly<Record<string, string>>,
): string[] {
  if (kind === 'cloze') {
    const hiding = [...(templates[0]?.front ?? '').matchAll(/\{\{[^{}]*cloze:([^{}:]+)\}\}/g)];
    const names =
      hiding.length === 0 ? fields.slice(0, 1) : hiding.map(([, name = '']) => name.trim());
    const text = names.map((name) => values[name] ?? '').join('\n');
    const numbers = [...text.matchAll(/\{\{c(\d{1,3})::/g)].map(([, n]) => Number(n));
    return [...new Set(numbers)]
      .filter((n) => n > 0)
      .sort((a, b) => a - b)
      .map((n) => `c${n}`);
  }
  return templates.flatMap(({ front }, index) =>
    showsField(front, values) ? [String(index + 1)] : [],
  );
}

/** Whether a front shows a field that has something in it, outside of sections that are left out for these values. */
function showsField(front: string, values: Readonly<Record<string, string>>): boolean {
  const isFilled = (name: string) => (values[name] ?? '').trim() !== '';
  const left: boolean[] = [];
  for (const [, mark = '', written = ''] of front.matchAll(/\{\{([#^/]?)([^{}]*)\}\}/g)) {
    const name = written.trim();
    if (mark === '/') left.pop();
    else if (mark !== '') left.push(isFilled(name) !== (mark === '#'));
    else if (!left.includes(true) && isFilled(name.slice(name.lastIndexOf(':') + 1).trim()))
      return true;
  }
  return false;
}
