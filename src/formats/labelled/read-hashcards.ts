import { readFrontMatter } from '../front-matter.ts';
import { DeckBuilder } from '../import/deck-builder.ts';
import type { DeckText, ReadDeck } from '../import/read-result.ts';
import { toDeckTitle } from '../import/to-deck-title.ts';
import { writeCloze } from '../text-decks/write-cloze.ts';
import { addLabelledNotes, reportStrays } from './add-labelled-notes.ts';
import { cutLabelled, type ReadLabel } from './cut-labelled.ts';

const labels = { Q: 'question', A: 'answer', C: 'cloze' } as const;

const readLabel: ReadLabel = (line) => {
  if (/^---\s*$/.test(line)) return 'end';
  const [, letter, rest = ''] = /^([QAC]):(.*)$/.exec(line) ?? [];
  return letter === undefined ? null : { label: labels[letter as 'Q' | 'A' | 'C'], rest };
};

/** Reads a deck of hashcards: `Q:` and `A:`, or `C:` with each hidden part in brackets, a card of its own. */
export function readHashcards({ name, text }: DeckText): ReadDeck {
  const { title, body, bodyLine } = readDeckHead(text);
  const builder = new DeckBuilder({
    format: 'hashcards',
    description: 'hashcards deck',
    title: toDeckTitle(title, name),
  });
  const { texts, strays } = cutLabelled(body, bodyLine, readLabel);
  reportStrays(builder, strays);
  addLabelledNotes(builder, texts, bracketsToClozes);
  return builder.build();
}

/** The deck's name may stand on top, as TOML or YAML between lines of three hyphens. */
function readDeckHead(text: string) {
  const [head, lines = ''] =
    /^---\n((?:[ \t]*[a-z_]+[ \t]*=[^\n]*\n)+)---(?:\n|$)/.exec(text) ?? [];
  if (head !== undefined) {
    const [, title] = /^[ \t]*name[ \t]*=[ \t]*["']([^"'\n]*)["']/m.exec(lines) ?? [];
    return { title, body: text.slice(head.length), bodyLine: head.split('\n').length };
  }
  const { data, body, bodyLine } = readFrontMatter(text);
  return { title: typeof data.name === 'string' ? data.name : undefined, body, bodyLine };
}

/** `[hidden]` becomes a numbered part; `\[` is a bracket, and pictures and links keep theirs. */
function bracketsToClozes(text: string): string | null {
  let count = 0;
  const cloze = text.replace(
    /(\\[[\]\\])|(!?\[[^[\]\n]*\]\([^()\n]*\))|\[([^[\]]+)\]/g,
    (whole: string, escaped?: string, link?: string, hidden?: string) => {
      if (escaped !== undefined || link !== undefined || hidden === undefined) return whole;
      count += 1;
      return writeCloze(count, hidden);
    },
  );
  return count === 0 ? null : cloze;
}
