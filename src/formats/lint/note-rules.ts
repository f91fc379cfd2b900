import { splitMarked } from '../card-file/cloze-marks.ts';
import { findFigureName, findLoneFigure } from '../figure/figure-link.ts';
import { codeLanguages } from '../highlight.ts';
import { isSafeLink } from '../render-markdown.ts';
import type { LintRule } from './lint-rule.ts';
import { lineOf, listContents, toPlainText, walk } from './note-parts.ts';
import { answerInQuestion, enumeration, longAnswer, noSubject, yesNo } from './wording-rules.ts';
import { listContentWords } from './words.ts';

/** How much longer or shorter than the others the right option may be before its length tells it. */
const lengthRatio = 1.4;
/** Below this many letters of difference nobody sees which is longer. */
const visibleDifference = 10;

const optionLength: LintRule = {
  name: 'option-length',
  check(note) {
    if (note.kind !== 'choice') return [];
    const [right = 0, ...wrong] = note.options.map(
      ({ content }) => toPlainText(content, 'with code').length,
    );
    const longest = Math.max(...wrong);
    const shortest = Math.min(...wrong);
    const isLonger = right > longest * lengthRatio && right - longest >= visibleDifference;
    const isShorter = right * lengthRatio < shortest && shortest - right >= visibleDifference;
    if (!isLonger && !isShorter) return [];
    const how = isLonger ? 'longer' : 'shorter';
    const message = `The right option is much ${how} than the wrong ones (${right} letters against ${wrong.join(' and ')}), which gives it away. Bring them to about the same length.`;
    return [{ line: note.options[0].content.line, message }];
  },
};

const noReason: LintRule = {
  name: 'no-reason',
  check(note) {
    if (note.kind !== 'choice') return [];
    return note.options
      .filter(({ because }) => because === undefined)
      .map(({ content }) => ({
        line: content.line,
        message:
          'This option has no reason. Write why it is right or wrong on a line "Because:" after it.',
      }));
  },
};

const noSource: LintRule = {
  name: 'no-source',
  check(note, { sources }) {
    if (sources.length > 0 || note.sources.length > 0) return [];
    const message =
      'Neither this note nor its file names a source. Add "sources:" to the front matter, or a line "Source:" to the note.';
    return [{ line: note.line, message }];
  },
};

const codeLanguage: LintRule = {
  name: 'code-language',
  check(note) {
    return listContents(note).flatMap((content) =>
      walk(content.tree).flatMap((node) => {
        if (node.type !== 'code' || codeLanguages.includes(node.lang ?? '')) return [];
        const what = node.lang
          ? `"${node.lang}" is no known language.`
          : 'This code names no language.';
        const message = `${what} Write one of these after the fence: ${codeLanguages.join(', ')}.`;
        return [{ line: lineOf(node, content), message }];
      }),
    );
  },
};

const clozeHidesEverything: LintRule = {
  name: 'cloze-hides-everything',
  check(note) {
    if (note.kind !== 'cloze') return [];
    const { visible } = splitMarked(toPlainText(note.text, 'with code'));
    if (listContentWords(visible).length > 0) return [];
    const message = 'This cloze hides everything. Leave enough text for it to be a question.';
    return [{ line: note.text.line, message }];
  },
};

const html: LintRule = {
  name: 'html',
  check(note) {
    return listContents(note).flatMap((content) =>
      walk(content.tree)
        .filter((node) => node.type === 'html')
        .map((node) => ({
          line: lineOf(node, content),
          message: `Cards have no HTML. Use Markdown, or put what is meant as text into backticks: ${node.value.split('\n')[0] ?? ''}`,
        })),
    );
  },
};

const picture: LintRule = {
  name: 'picture',
  check(note) {
    return listContents(note).flatMap((content) =>
      walk(content.tree)
        .filter((node) =>
          node.type === 'image'
            ? findFigureName(node) === undefined
            : node.type === 'imageReference',
        )
        .map((node) => ({
          line: lineOf(node, content),
          message:
            'Cards cannot show pictures. Say it in words, a table or a block of code, or draw a figure in decks/figures/.',
        })),
    );
  },
};

const figure: LintRule = {
  name: 'figure',
  check(note, { figures }) {
    return listContents(note).flatMap((content) => {
      const nodes = walk(content.tree);
      const alone = new Set(
        nodes.flatMap((node) => (node.type === 'paragraph' ? [findLoneFigure(node)] : [])),
      );
      return nodes.flatMap((node) => {
        const name = node.type === 'image' ? findFigureName(node) : undefined;
        if (node.type !== 'image' || name === undefined) return [];
        const line = lineOf(node, content);
        if (!figures.has(name)) {
          const message = `There is no figure "${name}". Draw decks/figures/${name}.svg, or show one of these: ${[...figures].sort().join(', ')}.`;
          return [{ line, message }];
        }
        if (!alone.has(node)) {
          const message = 'A figure stands alone. Put an empty line before and after it.';
          return [{ line, message }];
        }
        if (node.alt?.trim()) return [];
        const message = `This figure has no words in its brackets. Say what it shows, for where it cannot be drawn.`;
        return [{ line, message }];
      });
    });
  },
};

const insecureLink: LintRule = {
  name: 'insecure-link',
  check(note) {
    const links = listContents(note).flatMap((content) =>
      walk(content.tree).flatMap((node) =>
        node.type === 'link' && !isSafeLink(node.url)
          ? [{ url: node.url, line: lineOf(node, content) }]
          : [],
      ),
    );
    const sources = note.sources
      .filter(({ text }) => isInsecureSource(text))
      .map(({ text, line }) => ({ url: text, line }));
    return [...links, ...sources].map(({ url, line }) => ({
      line,
      message: `A card may only link to https addresses, and "${url}" is none. Find its https address, or take the link out.`,
    }));
  },
};

/** A source may be words ("RFC 9110 §15"); where it is an address, it is one that can be followed. */
export function isInsecureSource(source: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(source) && !isSafeLink(source);
}

/** Every rule that judges a note by itself, in the order in which findings of one line are told. */
export const noteRules: readonly LintRule[] = [
  longAnswer,
  noSubject,
  yesNo,
  enumeration,
  optionLength,
  answerInQuestion,
  noReason,
  noSource,
  codeLanguage,
  clozeHidesEverything,
  html,
  picture,
  figure,
  insecureLink,
];
