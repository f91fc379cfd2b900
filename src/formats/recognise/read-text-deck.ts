import { readAnkiText } from '../anki-text/read-anki-text.ts';
import { readCairnDeck } from '../cairn-deck/cairn-deck.ts';
import { readCardDeck } from '../card-deck/read-card-deck.ts';
import { readCrowdAnki } from '../crowdanki/read-crowdanki.ts';
import type { DeckText, ReadDeck } from '../import/read-result.ts';
import { readHashcards } from '../labelled/read-hashcards.ts';
import { readMdanki } from '../labelled/read-mdanki.ts';
import { readQuestionAnswer } from '../labelled/read-question-answer.ts';
import { readObsidian } from '../obsidian/read-obsidian.ts';
import { readQuizlet } from '../quizlet/read-quizlet.ts';
import { readTableDeck } from '../table/read-table-deck.ts';
import type { RecognisedText } from './recognise-file.ts';

/** The formats of text that hold cards; a roadmap holds topics, and is linked instead. */
export type DeckTextFormat = Exclude<RecognisedText['format'], 'roadmap'>;

const readers: Readonly<Record<DeckTextFormat, (deck: DeckText) => ReadDeck>> = {
  'anki-text': readAnkiText,
  table: readTableDeck,
  obsidian: readObsidian,
  hashcards: readHashcards,
  mdanki: readMdanki,
  'question-answer': readQuestionAnswer,
  crowdanki: readCrowdAnki,
  quizlet: readQuizlet,
  'card-file': readCardDeck,
  'cairn-deck': readCairnDeck,
};

/** Reads a text as the deck that it was recognised as, guessing whatever can be said to its own reader. Never throws. */
export function readTextDeck(format: DeckTextFormat, deck: DeckText): ReadDeck {
  return readers[format](deck);
}
