import type { Root } from 'mdast';
import type { NoteKind } from '#src/domain/content.ts';
import { parseSimpleMarkdown } from '../simple-markdown.ts';
import type { Problem } from '../problem.ts';
import type { Content, Field, Located, SourceNote, SourceOption, Waiver } from './card-file.ts';
import type { Label } from './classify-line.ts';
import { markClozes } from './cloze-marks.ts';
import type { CardFileRules, NoteHeading } from './note-heading.ts';

export interface NoteDraft extends NoteHeading {
  readonly line: number;
  readonly fields: readonly Field[];
  readonly markdown: string;
}

const everyKind: Readonly<Record<CardFileRules, readonly Field['label'][]>> = {
  bank: ['Why', 'Source', 'Waive'],
  own: ['Why', 'Source', 'Waive', 'Tags', 'Deck'],
};
const labelsByKind: Readonly<Record<NoteKind, readonly Field['label'][]>> = {
  basic: ['Q', 'A'],
  reversed: ['Q', 'A', 'ReverseQ', 'ReverseA'],
  cloze: ['Text'],
  choice: ['Q', 'A', 'X', 'Because'],
  typed: ['Q', 'A', 'Also', 'Match'],
  rubric: ['Q', 'point'],
};
const repeatable: readonly Field['label'][] = ['X', 'Because', 'Also', 'Source', 'Waive', 'point'];

/** Reads the fields of one note as its kind and the rules demand. With a problem in any of them there is no note. */
export function buildNote(
  draft: NoteDraft,
  rules: CardFileRules = 'bank',
): { note?: SourceNote; problems: readonly Problem[] } {
  const fields = new Fields(draft, rules);
  const { id, range, line, markdown } = draft;
  const why = fields.find('Why');
  const base = {
    id,
    ...(range !== undefined && { range }),
    line,
    markdown,
    fields: draft.fields,
    sources: fields.all('Source').map(({ text, line: at }) => ({ text: text.trim(), line: at })),
    waivers: fields.all('Waive').flatMap((field) => readWaiver(field, fields) ?? []),
    ...(why && { why: toContent(why) }),
  };
  const body = readers[draft.kind](fields);
  if (body === undefined || fields.problems.length > 0) return { problems: fields.problems };
  return { note: { ...base, ...body }, problems: [] };
}

type Body = SourceNote extends infer Note
  ? Note extends SourceNote
    ? Omit<Note, 'id' | 'range' | 'line' | 'why' | 'sources' | 'waivers' | 'markdown' | 'fields'>
    : never
  : never;

const readers: Readonly<Record<NoteKind, (fields: Fields) => Body | undefined>> = {
  basic(fields) {
    const question = fields.content('Q');
    const answer = fields.content('A');
    return question && answer && { kind: 'basic', question, answer };
  },
  reversed(fields) {
    const question = fields.content('Q');
    const answer = fields.content('A');
    const hasReverse = fields.has('ReverseQ') || fields.has('ReverseA');
    const reverseQuestion = hasReverse ? fields.content('ReverseQ') : undefined;
    const reverseAnswer = hasReverse ? fields.content('ReverseA') : undefined;
    if (question === undefined || answer === undefined) return undefined;
    return reverseQuestion && reverseAnswer
      ? {
          kind: 'reversed',
          question,
          answer,
          reverse: { question: reverseQuestion, answer: reverseAnswer },
        }
      : { kind: 'reversed', question, answer };
  },
  cloze(fields) {
    const field = fields.require('Text');
    if (field === undefined) return undefined;
    const { text, clozes, problems } = markClozes(field.text);
    for (const problem of problems) {
      fields.report(field.line + problem.line - 1, problem.message);
    }
    if (clozes.length === 0 && problems.length === 0) {
      fields.report(field.line, 'This cloze hides nothing. Put what to recall into {{c1::…}}.');
    }
    return { kind: 'cloze', text: toContent({ text, line: field.line }), clozes };
  },
  choice(fields) {
    const question = fields.content('Q');
    const options = readOptions(fields);
    return question && options && { kind: 'choice', question, options };
  },
  typed(fields) {
    const question = fields.content('Q');
    const answer = fields.require('A');
    const match = fields.require('Match');
    const answers = [answer, ...fields.all('Also')].filter((field) => field !== undefined);
    for (const field of answers) {
      if (field.text.trim().includes('\n')) {
        fields.report(field.line, 'A typed answer is one line of plain text. Shorten it.');
      }
    }
    const [first, ...others] = answers.map(({ text, line }) => ({ text: text.trim(), line }));
    const how = match?.text.trim();
    if (match !== undefined && how !== 'exact' && how !== 'term') {
      const message = `"${how ?? ''}" is no way to match. Write "Match: exact" for digits, code and commands, or "Match: term" for words.`;
      fields.report(match.line, message);
    }
    if (question === undefined || first === undefined) return undefined;
    return {
      kind: 'typed',
      question,
      answers: [first, ...others],
      match: how === 'exact' ? 'exact' : 'term',
    };
  },
  rubric(fields) {
    const question = fields.content('Q');
    const points = fields.all('point').map(toContent);
    if (points.length < 3 || points.length > 6) {
      const message = `A rubric has 3 to 6 points, and this one has ${points.length}. Write each on a line of its own, which in a card file starts with "- [ ] ".`;
      fields.report(fields.line, message);
    }
    return question && { kind: 'rubric', question, points };
  },
};

function readOptions(fields: Fields): [SourceOption, SourceOption, SourceOption] | undefined {
  const options: { option: Field; because?: Field }[] = [];
  let open: { option: Field; because?: Field } | undefined;
  for (const field of fields.list) {
    if (field.label === 'A' || field.label === 'X') {
      open = { option: field };
      if (field.label === 'A') options.unshift(open);
      else options.push(open);
    } else if (field.label === 'Because') {
      if (open === undefined || open.because !== undefined) {
        const message = 'This reason belongs to no option. Put one "Because:" right after each.';
        fields.report(field.line, message);
      } else open.because = field;
    } else open = undefined;
  }
  fields.require('A');
  const wrong = fields.all('X').length;
  if (wrong !== 2) {
    const message = `A choice has exactly two wrong options, and this one has ${wrong}. Write each on a line that starts with "X:".`;
    fields.report(fields.line, message);
  }
  const [right, second, third] = options.map(({ option, because }) => ({
    content: toContent(option),
    ...(because && { because: toContent(because) }),
  }));
  return right && second && third && [right, second, third];
}

function readWaiver(field: Field, fields: Fields): Waiver | undefined {
  const [, rule, reason] = /^(\S+)\s+[—–-]\s+(\S[^]*)$/.exec(field.text.trim()) ?? [];
  if (rule !== undefined && reason !== undefined) return { rule, reason, line: field.line };
  fields.report(field.line, 'A rule is waived with a reason: "Waive: rule — reason".');
  return undefined;
}

/** The tree is read when it is first asked for: whoever only wants a note's texts need not wait for it. */
function toContent({ text, line }: Located): Content {
  let tree: Root | undefined;
  return {
    text,
    line,
    get tree() {
      return (tree ??= parseSimpleMarkdown(text));
    },
  };
}

/** The fields of a note under the rules that hold for all kinds. */
class Fields {
  readonly problems: Problem[] = [];
  readonly list: readonly Field[];
  readonly line: number;
  readonly #kind: NoteKind;

  constructor({ kind, line, fields }: NoteDraft, rules: CardFileRules) {
    this.list = fields;
    this.line = line;
    this.#kind = kind;
    const allowed = [...labelsByKind[kind], ...everyKind[rules]];
    const seen = new Set<Field['label']>();
    for (const field of fields) {
      const { label } = field;
      const name = label === 'point' ? 'point' : `"${label}:"`;
      if (!allowed.includes(label)) {
        const others = allowed.filter((each) => each !== 'point').map((each) => `${each}:`);
        this.report(field.line, `A ${kind} note has no ${name}. It has ${others.join(' ')}`);
      } else if (seen.has(label) && !repeatable.includes(label)) {
        this.report(field.line, `This note has ${name} twice. Keep one.`);
      } else if (field.text.trim() === '') {
        this.report(field.line, `Nothing follows ${name} here. Write it, or take the line out.`);
      }
      seen.add(label);
    }
  }

  report(line: number, message: string): void {
    this.problems.push({ line, message });
  }

  has(label: Field['label']): boolean {
    return this.list.some((field) => field.label === label);
  }

  find(label: Field['label']): Field | undefined {
    return this.list.find((field) => field.label === label);
  }

  all(label: Field['label']): readonly Field[] {
    return this.list.filter((field) => field.label === label);
  }

  /** The field, or a problem that says how to write it. */
  require(label: Label): Field | undefined {
    const field = this.find(label);
    if (field === undefined) {
      const what = missing[label] ?? `no "${label}:"`;
      this.report(
        this.line,
        `This ${this.#kind} note has ${what}. Write it on a line starting with "${label}:".`,
      );
    }
    return field;
  }

  content(label: Label): Content | undefined {
    const field = this.require(label);
    return field && toContent(field);
  }
}

const missing: Partial<Record<Label, string>> = {
  Q: 'no question',
  A: 'no answer',
  Text: 'no text',
  Match: 'no way to match',
  ReverseQ: 'no question for its reverse card',
  ReverseA: 'no answer for its reverse card',
};
