import type { ConceptId, TopicId } from '#src/domain/ids.ts';
import type { CardFile } from '../card-file/card-file.ts';
import type { DeckProblem } from './deck-problem.ts';
import { foldWords } from '../fold-words.ts';

export interface Concept {
  readonly id: ConceptId;
  readonly path: string;
  readonly file: CardFile;
}

/** What linking looks at: a topic as read and its id. */
export interface LinkableTopic {
  readonly id: TopicId;
  readonly title: string;
  readonly text: string;
  readonly details?: readonly string[];
}

export interface TopicLinker {
  /** The concepts of a topic: those that name its id first, then in the order of its words. */
  readonly find: (topic: LinkableTopic) => readonly ConceptId[];
  /** Whether a concept is called by these words or by a part of them. */
  readonly isNamed: (words: string) => boolean;
  /** Names that two concepts claim. */
  readonly problems: readonly DeckProblem[];
}

/**
 * Prepares to find topics' concepts by their titles and aliases. A topic is looked up by its whole text
 * and title, then by ever smaller parts; a part that is found is not cut at slashes any more, so that
 * "CI/CD" is one thing where a concept says so. Where a concept names the topic's id, no alias of
 * another decides about the whole of it.
 */
export function createTopicLinker(concepts: readonly Concept[]): TopicLinker {
  const { conceptByName, problems } = indexNames(concepts);
  const explicit = new Map<string, ConceptId[]>();
  for (const { id, file } of concepts) {
    for (const { text } of file.topics) explicit.set(text, [...(explicit.get(text) ?? []), id]);
  }
  return { problems, ...linkBy(conceptByName, explicit) };
}

/** Prepares to find the topics of a learner's own roadmap: no concept names their ids, so only names count. The first concept of a name has it. */
export function createNameLinker(
  concepts: readonly { readonly id: ConceptId; readonly names: readonly string[] }[],
): Pick<TopicLinker, 'find' | 'isNamed'> {
  const conceptByName = new Map<string, ConceptId>();
  for (const { id, names } of concepts) {
    for (const name of names.map(foldWords)) {
      if (name !== '' && !conceptByName.has(name)) conceptByName.set(name, id);
    }
  }
  return linkBy(conceptByName, new Map());
}

function linkBy(
  conceptByName: ReadonlyMap<string, ConceptId>,
  explicit: ReadonlyMap<string, readonly ConceptId[]>,
): Pick<TopicLinker, 'find' | 'isNamed'> {
  return {
    isNamed: (words) =>
      findParts(words, 0, (part) => conceptByName.get(foldWords(part))).length > 0,
    find(topic) {
      const named = explicit.get(topic.id) ?? [];
      const whole = named.length > 0 ? [topic.text, topic.title].map(foldWords) : [];
      const lookUp = (text: string) => {
        const name = foldWords(text);
        return whole.includes(name) ? undefined : conceptByName.get(name);
      };
      const texts = [topic.text, topic.title, ...(topic.details ?? [])];
      return [...new Set([...named, ...texts.flatMap((text) => findParts(text, 0, lookUp))])];
    },
  };
}

/** Reports ids in `topics:` that no roadmap has. */
export function checkExplicitTopics(
  concepts: readonly Concept[],
  known: ReadonlySet<string>,
): DeckProblem[] {
  return concepts.flatMap(({ path, file }) =>
    file.topics
      .filter(({ text }) => !known.has(text))
      .map(({ text, line }) => ({
        path,
        line,
        message: `No roadmap has a topic "${text}". Take the id from decks/ids.lock, or leave the entry out.`,
      })),
  );
}

function indexNames(concepts: readonly Concept[]) {
  const claims = new Map<string, { id: ConceptId; title: string }>();
  const problems: DeckProblem[] = [];
  for (const { id, path, file } of concepts) {
    for (const { text, line } of [{ text: file.title, line: 1 }, ...file.aliases]) {
      const name = foldWords(text);
      if (name === '') continue;
      const claim = claims.get(name);
      if (claim === undefined) claims.set(name, { id, title: file.title });
      else if (claim.id !== id) {
        const message = `"${text}" also names the concept "${claim.title}" (${claim.id}). Leave it to one of them; the other can name single topics under "topics:".`;
        problems.push({ path, line, message });
      }
    }
  }
  const conceptByName = new Map([...claims].map(([name, { id }]) => [name, id]));
  return { conceptByName, problems };
}

/** Where a topic's text is cut, from what separates things to what may belong to a name. */
const separators: readonly RegExp[] = [
  /[,;:()[\]→⇒|]|\s[-–—+]\s/,
  /\s+(?:vs\.?|versus|and|or)\s+|\s*&\s*/i,
  /\//,
];

function findParts(
  text: string,
  level: number,
  lookUp: (text: string) => ConceptId | undefined,
): ConceptId[] {
  const own = lookUp(text);
  const separator = separators[level];
  const isName = own !== undefined && level === separators.length - 1;
  const parts = separator === undefined || isName ? [] : text.split(separator);
  return [
    ...(own === undefined ? [] : [own]),
    ...parts.flatMap((part) => findParts(part, level + 1, lookUp)),
  ];
}
