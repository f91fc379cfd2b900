import { readAnkiPackage } from '#src/formats/anki/read-anki-package.ts';
import { readAnkiText } from '#src/formats/anki-text/read-anki-text.ts';
import { readCairnDeck } from '#src/formats/cairn-deck/cairn-deck.ts';
import { readCardDeck } from '#src/formats/card-deck/read-card-deck.ts';
import { readCrowdAnki } from '#src/formats/crowdanki/read-crowdanki.ts';
import type { ImportedDeck } from '#src/formats/import/imported-deck.ts';
import type { DeckText, ReadDeck } from '#src/formats/import/read-result.ts';
import { readHashcards } from '#src/formats/labelled/read-hashcards.ts';
import { readMdanki } from '#src/formats/labelled/read-mdanki.ts';
import { readQuestionAnswer } from '#src/formats/labelled/read-question-answer.ts';
import { readObsidian } from '#src/formats/obsidian/read-obsidian.ts';
import { readQuizlet } from '#src/formats/quizlet/read-quizlet.ts';
import type { TextRepair } from '#src/formats/recognise/offer-repair.ts';
import { recogniseFile, type RecognisedText } from '#src/formats/recognise/recognise-file.ts';
import type { LoadSqlite } from '#src/formats/sqlite.ts';
import { readTableDeck } from '#src/formats/table/read-table-deck.ts';
import {
  inspectTable,
  type InspectedTable,
  type TableReading,
} from '#src/formats/table/table-columns.ts';

/** A file as it was chosen, dropped or pasted. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the learner says of how a file is to be read. */
export interface FileReading {
  readonly table?: Partial<TableReading>;
  /** Whether a text that looks damaged by a wrong encoding is read repaired. */
  readonly isRepaired?: boolean;
}

/** A deck or roadmap that a file holds and how it was read, or why there is none, in words for whoever chose it. */
export type ReadFile =
  | {
      readonly deck: ImportedDeck;
      readonly table?: Pick<InspectedTable, 'columns' | 'reading'>;
      readonly repair?: Pick<TextRepair, 'samples'>;
    }
  | {
      /** The text of a roadmap, which holds no cards: they come from what its topics are linked to. */
      readonly roadmap: DeckText;
      readonly repair?: Pick<TextRepair, 'samples'>;
    }
  | { readonly error: string };

/** Reads a file as what it is: all that the screens and the worker know of formats. */
export async function readFile(
  { name, bytes }: ChosenFile,
  said: FileReading,
  loadSqlite: LoadSqlite,
): Promise<ReadFile> {
  const file = recogniseFile(name, bytes);
  if ('error' in file) return file;
  if (!('text' in file)) {
    const deck = await readAnkiPackage(bytes, { loadSqlite, fileName: name });
    return 'error' in deck ? deck : { deck };
  }
  const { repair } = file;
  const text = repair !== undefined && said.isRepaired === true ? repair.text : file.text;
  const plain = { name: name.replace(/\.[^.]{1,8}$/, ''), text };
  if (file.format === 'roadmap') {
    return { roadmap: plain, ...(repair && { repair: { samples: repair.samples } }) };
  }
  const table = file.format === 'table' ? inspectTable(text, said.table) : undefined;
  const deck = readText(file.format, plain, table?.reading);
  if ('error' in deck) return { error: deck.error };
  return {
    deck,
    ...(table && { table: { columns: table.columns, reading: table.reading } }),
    ...(repair && { repair: { samples: repair.samples } }),
  };
}

function readText(
  format: Exclude<RecognisedText['format'], 'roadmap'>,
  text: DeckText,
  reading: TableReading | undefined,
): ReadDeck {
  switch (format) {
    case 'anki-text':
      return readAnkiText(text);
    case 'table':
      return readTableDeck(text, reading);
    case 'obsidian':
      return readObsidian(text);
    case 'hashcards':
      return readHashcards(text);
    case 'mdanki':
      return readMdanki(text);
    case 'question-answer':
      return readQuestionAnswer(text);
    case 'crowdanki':
      return readCrowdAnki(text);
    case 'quizlet':
      return readQuizlet(text);
    case 'card-file':
      return readCardDeck(text);
    case 'cairn-deck':
      return readCairnDeck(text);
  }
}
