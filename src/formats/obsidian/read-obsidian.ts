import { readFrontMatter } from '../front-matter.ts';
import { DeckBuilder, type FoundNote } from '../import/deck-builder.ts';
import type { DeckText, ReadDeck } from '../import/read-result.ts';
import type { ImportedSchedule } from '../import/imported-deck.ts';
import { listSourceOrdinals } from '../import/list-source-ordinals.ts';
import { noteFromTexts, toSnippet } from '../text-decks/note-from-texts.ts';
import { takeSchedules } from './card-schedules.ts';
import { cutBlocks, type NoteBlock } from './obsidian-blocks.ts';
import { toClozeText, type ClozeMarks } from './obsidian-clozes.ts';
import { maskCode } from './mask-code.ts';

/** A card as it stands in a note, before its texts are read. */
interface FoundCard {
  readonly question: string;
  readonly answer: string;
  readonly isReversed: boolean;
  readonly line: number;
}

/**
 * Reads an Obsidian note with cards for its spaced-repetition plugin: `question::answer`, `:::` for both ways, `?` and `??`
 * on a line of their own, and `==hidden==` parts. Headings above a card are shown with it, `#flashcards/…` tags are
 * its deck, scheduling comments its first schedule.
 */
export function readObsidian(
  { name, text }: DeckText,
  marks: ClozeMarks = { bold: false, braces: false },
): ReadDeck {
  const { data, body, bodyLine, problems } = readFrontMatter(text);
  const builder = new DeckBuilder({
    format: 'obsidian',
    description: 'Obsidian note with flashcards',
    title: name,
  });
  for (const { line, message } of problems) builder.report(message, { line });
  const given = sortTags(readFrontTags(data.tags));
  let deck = given.deck;
  const prose: number[] = [];
  for (const block of cutBlocks(body, bodyLine)) {
    const { rest, tags } = takeLeadingTags(block);
    const own = sortTags(tags);
    // Tags on lines of their own hold for what follows, until others come.
    if (rest.lines.length === 0) deck = own.deck ?? deck;
    else {
      const count = readBlock(rest, marks, {
        builder,
        deck: own.deck ?? deck,
        tags: [...new Set([...given.tags, ...own.tags])],
      });
      if (count === 0) prose.push(rest.line);
    }
  }
  if (prose.length > 0) {
    const message = `${prose.length === 1 ? 'One passage holds' : `${prose.length} passages hold`} no card and ${prose.length === 1 ? 'was' : 'were'} left out; the first begins here.`;
    builder.report(message, { line: prose[0] ?? bodyLine });
  }
  return builder.build();
}

interface BlockContext {
  readonly builder: DeckBuilder;
  readonly deck: string | undefined;
  readonly tags: readonly string[];
}

/** Adds the notes of a block, and says how many there were. */
function readBlock(block: NoteBlock, marks: ClozeMarks, context: BlockContext): number {
  const { builder, deck, tags } = context;
  const { text, schedules, unreadable } = takeSchedules(block.lines.join('\n'));
  const place = { line: block.line };
  for (const entry of unreadable) {
    builder.report(`The schedule "${toSnippet(entry)}" cannot be read; the card is new.`, place);
  }
  const add = (
    found: Pick<FoundNote, 'source' | 'ordinals'>,
    firstField: string,
    line: number,
    own: readonly (ImportedSchedule | undefined)[],
  ) => {
    const schedulesByOrdinal = new Map(
      found.ordinals.flatMap((ordinal, index): [string, ImportedSchedule][] => {
        const schedule = own[index];
        return schedule === undefined ? [] : [[ordinal, schedule]];
      }),
    );
    builder.addNote({ ...found, place: { line }, deck, firstField, schedules: schedulesByOrdinal });
  };
  const cards = findCards(block, text);
  for (const { question, answer, isReversed, line } of cards) {
    const context_ = withHeadings(question, block.headings);
    const found = noteFromTexts({ question: context_, answer, isReversed }, tags);
    if ('problem' in found) builder.report(found.problem, { line });
    else add(found, question, line, cards.length === 1 ? schedules : schedulesOfLine(block, line));
  }
  if (cards.length > 0) return cards.length;
  const cloze = toClozeText(text.trim(), marks);
  if (cloze === null) return 0;
  const fields = { text: withHeadings(cloze, block.headings) };
  const source = { kind: 'cloze', fields, tags } as const;
  add({ source, ordinals: listSourceOrdinals(source) }, cloze, block.line, schedules);
  return 1;
}

/** With several cards in a block, a comment belongs to the line it ends or follows. */
function schedulesOfLine(block: NoteBlock, line: number) {
  const index = line - block.line;
  const [own = '', next = ''] = block.lines.slice(index, index + 2);
  return takeSchedules(next.trim().startsWith('<!--SR:') ? `${own}${next}` : own).schedules;
}

/** One card of several lines, or a card a line. */
function findCards(block: NoteBlock, text: string): FoundCard[] {
  const lines = text.split('\n');
  const masked = maskCode(text).split('\n');
  const parting = masked.findIndex((line) => /^\s*\?\??\s*$/.test(line));
  if (parting > 0) {
    return [
      {
        question: lines.slice(0, parting).join('\n').trim(),
        answer: lines
          .slice(parting + 1)
          .join('\n')
          .trim(),
        isReversed: masked[parting]?.trim() === '??',
        line: block.line,
      },
    ];
  }
  return masked.flatMap((line, index): FoundCard[] => {
    // Colons inside a hidden part are its own.
    const at = line.replace(/\{\{[^{}]*\}\}|==[^=]+==/g, hide).indexOf('::');
    if (at < 0) return [];
    const isReversed = line.startsWith(':::', at);
    const written = lines[index] ?? '';
    const question = written.slice(0, at).replace(/^\s*(?:[-*+]|\d{1,9}[.)])\s+/, '');
    const answer = written.slice(at + (isReversed ? 3 : 2));
    const card = { question: question.trim(), answer: answer.trim() };
    return card.question === '' || card.answer === ''
      ? []
      : [{ ...card, isReversed, line: block.line + index }];
  });
}

function hide(part: string): string {
  return ' '.repeat(part.length);
}

/** The way to a card through the note's headings, as the plugin shows it above the question. */
function withHeadings(text: string, headings: readonly string[]): string {
  return headings.length === 0 ? text : `*${headings.map(plainHeading).join(' › ')}*\n\n${text}`;
}

function plainHeading(heading: string): string {
  return heading.replace(/[*_]/g, '').trim();
}

function readFrontTags(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((each) => (typeof each === 'string' ? each.split(/[\s,]+/) : []));
}

const tagLine = /^(?:#[\p{L}\p{N}_/-]+\s*)+$/u;

/** Lines of nothing but tags at the start of a block, and tags before the first words. */
function takeLeadingTags(block: NoteBlock): { rest: NoteBlock; tags: readonly string[] } {
  const found = block.lines.findIndex((line) => !tagLine.test(line));
  const at = found < 0 ? block.lines.length : found;
  const [first = '', ...others] = block.lines.slice(at);
  const [leading = ''] = /^(?:#[\p{L}\p{N}_/-]+\s+)*/u.exec(first) ?? [];
  const tags = [...block.lines.slice(0, at), leading].flatMap((line) => line.trim().split(/\s+/));
  const lines = leading === '' ? block.lines.slice(at) : [first.slice(leading.length), ...others];
  const rest = { ...block, line: block.line + at, lines };
  return { rest, tags: tags.filter((tag) => tag !== '') };
}

/** `#flashcards/a/b` says that cards are in the deck a::b; other tags are tags. */
function sortTags(written: readonly string[]): { deck?: string; tags: readonly string[] } {
  const names = written.map((tag) => tag.replace(/^#/, '')).filter((tag) => tag !== '');
  const isDeck = (tag: string) => /^flashcards(?:\/|$)/i.test(tag);
  const path = names.find((tag) => isDeck(tag) && tag.includes('/'));
  const deck = path
    ?.split('/')
    .slice(1)
    .filter((part) => part !== '')
    .join('::');
  return {
    ...(deck !== undefined && deck !== '' && { deck }),
    tags: names.filter((tag) => !isDeck(tag)),
  };
}
