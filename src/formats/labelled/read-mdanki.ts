import { readFrontMatter } from '../front-matter.ts';
import { DeckBuilder } from '../import/deck-builder.ts';
import type { DeckText, ReadDeck } from '../import/read-result.ts';
import { toDeckTitle } from '../import/to-deck-title.ts';
import { noteFromTexts } from '../text-decks/note-from-texts.ts';
import { reportStrays } from './add-labelled-notes.ts';

interface OpenCard {
  readonly line: number;
  readonly front: string[];
  back: string[] | null;
  readonly tags: string[];
}

const tagLine = /^\s*(?:\[#[^\]\n]+\]\(\)\s*)+$/;

/**
 * Reads a deck for mdanki: each `##` heading begins a card. What stands under it is the answer, or goes on with the
 * question as far as a line with `%` alone; lines of `[#tag]()` are its tags, a `#` heading the deck's name.
 */
export function readMdanki({ name, text }: DeckText): ReadDeck {
  const { body, bodyLine } = readFrontMatter(text);
  const cards: OpenCard[] = [];
  const strays: number[] = [];
  let title: string | undefined;
  let fence: string | null = null;
  body.split('\n').forEach((line, index) => {
    const card = cards.at(-1);
    const [, marker] = /^\s*(`{3,}|~{3,})/.exec(line) ?? [];
    const isProse = fence === null && marker === undefined;
    if (fence === null) fence = marker ?? null;
    else if (marker?.startsWith(fence) === true && line.trim() === marker) fence = null;
    const [, marks, heading = ''] = (isProse ? /^(#{1,2})\s+(.*)$/s.exec(line) : null) ?? [];
    if (marks === '##') {
      cards.push({ line: bodyLine + index, front: [heading.trim()], back: null, tags: [] });
    } else if (marks === '#' && card === undefined) title = heading.trim();
    else if (card === undefined) {
      if (line.trim() !== '' && strays.length === 0) strays.push(bodyLine + index);
    } else if (isProse && /^\s*%\s*$/.test(line)) card.back ??= [];
    else if (isProse && tagLine.test(line)) {
      for (const [, tag = ''] of line.matchAll(/\[#([^\]\n]+)\]\(\)/g)) card.tags.push(toTag(tag));
    } else (card.back ?? card.front).push(line);
  });
  const builder = new DeckBuilder({
    format: 'mdanki',
    description: 'Markdown cards under headings (mdanki)',
    title: toDeckTitle(title, name),
  });
  reportStrays(builder, strays);
  for (const { line, front, back, tags } of cards) {
    const [heading = '', ...under] = front;
    const question = back === null ? heading : front.join('\n').trim();
    const answer = (back ?? under).join('\n').trim();
    const found = noteFromTexts({ question, answer }, tags);
    if ('problem' in found) builder.report(found.problem, { line });
    else builder.addNote({ ...found, place: { line } });
  }
  return builder.build();
}

function toTag(written: string): string {
  return written.trim().replace(/\s+/g, '_');
}
