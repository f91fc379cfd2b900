import type { Content, SourceNote } from '../card-file/card-file.ts';
import { splitMarked } from '../card-file/cloze-marks.ts';
import type { LintRule } from './lint-rule.ts';
import { askedBy, hasCode, listPairs, toPlainText } from './note-parts.ts';
import { countWords, isGenericWord, listContentWords, listWords } from './words.ts';

const longestAnswer = 60;

/** An answer is recalled in one breath. */
export const longAnswer: LintRule = {
  name: 'long-answer',
  check(note) {
    return listPairs(note).flatMap(({ answer }) => {
      const words = countWords(toPlainText(answer, 'without code'));
      if (words <= longestAnswer) return [];
      const message = `This answer has ${words} words; ${longestAnswer} are the limit. Keep the point and move the rest to "Why:", or make two notes of it.`;
      return [{ line: answer.line, message }];
    });
  },
};

/** A question stands alone: whoever forgot which file it came from can still answer it. */
export const noSubject: LintRule = {
  name: 'no-subject',
  check(note) {
    return listQuestions(note)
      .filter((question) => !hasSubject(question))
      .map(({ line }) => ({
        line,
        message: 'This question does not say what it is about. Name its subject in it.',
      }));
  },
};

/** A bare pronoun where the subject should be: "What is it?", "Why is this a bad idea?". */
const bareSubject =
  /^(?:and |but |so )?(?:what|who|how|why|when|where|which)(?:['’]s| (?:is|are|was|were|do|does|did|can|could|should|would|will|must|may|might|has|have|had|happens? (?:to|with)))? (?:it|its|they|them|these|those|this|that)\b/i;

/** "Why is it dangerous to …": this `it` stands for what follows. */
const expletive =
  /^\w+ (?:is|was|would|can|could|may|might|does|did) it (?:\S+ ){1,3}(?:to|that|when|if|for|whether)\b/i;

function hasSubject(question: Content): boolean {
  // "What does this query return?" points at the code below it.
  if (hasCode(question, 'code')) return true;
  const text = toPlainText(question, 'without code');
  if (bareSubject.test(text) && !expletive.test(text)) return false;
  return listWords(text).some((word) => listContentWords(word).length > 0 && !isGenericWord(word));
}

const auxiliary =
  'is|are|was|were|do|does|did|can|could|should|would|will|must|may|might|has|have|had|shall';
const yesNoQuestion = new RegExp(
  `^(?:${auxiliary}|isn['’]t|aren['’]t|doesn['’]t|can['’]t)\\b`,
  'i',
);

/** Half of all guesses at a yes/no question are right. */
export const yesNo: LintRule = {
  name: 'yes-no',
  check(note) {
    const asked = listQuestions(note).filter(isYesNo);
    const answered = listPairs(note)
      .map(({ answer }) => answer)
      .filter((answer) =>
        /^(?:yes|no)\b\s*(?:[,.;:—–-]|$)/i.test(toPlainText(answer, 'without code')),
      );
    const [first] = [...asked, ...answered];
    const message =
      'This can be answered with yes or no. Ask for the mechanism, the reason, the difference or the number instead.';
    return first === undefined ? [] : [{ line: first.line, message }];
  },
};

function isYesNo(question: Content): boolean {
  const last = listSentences(question).findLast((sentence) => sentence.endsWith('?'));
  if (last === undefined) return false;
  // The question proper may follow a condition: "With `noeviction`, does a read fail?"
  const clause = last.split(/[,:;]\s+(?=[^,:;]+$)/).at(-1) ?? last;
  if (/\bor\b/i.test(last) || /\b(?:what|which|who|whose|why|when|where|how)\b/i.test(last))
    return false;
  return yesNoQuestion.test(last) || yesNoQuestion.test(clause);
}

const numbers = 'three|four|five|six|seven|eight|nine|ten|\\d+';
/** Where an order begins: with the sentence, or after what it is about ("In HTTP, name all …"). */
const order = '(?:^|[,:;] |\\b(?:please|you) )';
const enumerations: readonly RegExp[] = [
  new RegExp(`${order}(?:list|enumerate) \\w`, 'i'),
  new RegExp(
    `${order}(?:name|give|state|mention) (?:all|the|every|each|any|some|${numbers})\\b`,
    'i',
  ),
  new RegExp(`^(?:what|which) are (?:all |the )*(?:${numbers})\\b`, 'i'),
];

/** A list is forgotten in parts; each item deserves a card, or a hidden part of its own. */
export const enumeration: LintRule = {
  name: 'enumeration',
  check(note) {
    return listQuestions(note)
      .filter((question) =>
        listSentences(question).some((sentence) =>
          enumerations.some((pattern) => pattern.test(sentence)),
        ),
      )
      .map(({ line }) => ({
        line,
        message:
          'This asks for a list. Ask about one item, or make a cloze that hides each of them.',
      }));
  },
};

/** An answer that stands in its question is read, not recalled. */
export const answerInQuestion: LintRule = {
  name: 'answer-in-question',
  check(note) {
    const message =
      'The question already has the words of its answer. Reword one of them so that something is left to recall.';
    return listGiveaways(note).map(({ line }) => ({ line, message }));
  },
};

function listGiveaways(note: SourceNote): readonly Content[] {
  if (note.kind === 'cloze') return givesClozeAway(note.text) ? [note.text] : [];
  if (note.kind === 'typed') {
    const question = listWords(toPlainText(note.question, 'with code')).join(' ');
    const answer = listWords(note.answers[0].text).join(' ');
    return answer !== '' && ` ${question} `.includes(` ${answer} `) ? [note.question] : [];
  }
  return listPairs(note)
    .filter(({ question, answer }) => {
      if (!sharesAllWords(question, toPlainText(answer, 'with code'))) return false;
      // Where the question offers what to choose from, its wrong options stand in it too.
      const offered =
        note.kind === 'choice' &&
        note.options
          .slice(1)
          .some(({ content }) => sharesAllWords(question, toPlainText(content, 'with code')));
      return !offered;
    })
    .map(({ question }) => question);
}

function sharesAllWords(question: Content, answer: string): boolean {
  const text = toPlainText(question, 'with code');
  if (/\bor\b/i.test(text)) return false;
  const asked = new Set(listContentWords(text));
  const words = [...new Set(listContentWords(answer))];
  return words.length > 0 && words.every((word) => asked.has(word));
}

function givesClozeAway(text: Content): boolean {
  const { visible, hidden } = splitMarked(toPlainText(text, 'with code'));
  const seen = ` ${listWords(visible).join(' ')} `;
  return hidden.some((part) => {
    const words = listWords(part).join(' ');
    // A number or a short word occurs for many reasons, and often as the other half of a comparison.
    const isTelling = words.includes(' ') || /^\D{6,}$/.test(words);
    return isTelling && seen.includes(` ${words} `);
  });
}

function listQuestions(note: SourceNote): readonly Content[] {
  if (note.kind === 'cloze') return [];
  const reverse = note.kind === 'reversed' && note.reverse ? [note.reverse.question] : [];
  return [askedBy(note), ...reverse];
}

function listSentences(question: Content): string[] {
  return toPlainText(question, 'without code')
    .split(/(?<=[.?!])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
