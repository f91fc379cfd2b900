import type { CompiledNote, CompiledRoadmap, CompiledTopic, Rendered } from '../content.ts';
import { listCards } from '../content.ts';
import type { ConceptId, NoteId, RoadmapId, TopicId } from '../ids.ts';
import type { QuizCard, QuizCardsByConcept } from '../quiz/plan-quiz.ts';

const words = (text: string): Rendered[] => [['p', null, text]];

function base(concept: string, id: string) {
  return { id: `cairn:${id}` as NoteId, concept: concept as ConceptId };
}

export function basicNote(concept: string, id: string, answer = `Answer of ${id}`): CompiledNote {
  const faces = { question: words(`Question of ${id}?`), answer: words(answer) };
  return { ...base(concept, id), kind: 'basic', ...faces };
}

export function typedNote(
  concept: string,
  id: string,
  answers: readonly [string, ...string[]],
  match: 'exact' | 'term' = 'term',
): CompiledNote {
  return { ...base(concept, id), kind: 'typed', question: words(`Name ${id}.`), answers, match };
}

export function choiceNote(
  concept: string,
  id: string,
  options: readonly [string, string, string],
  question = `Question of ${id}?`,
): CompiledNote {
  const [right, one, other] = options.map((text) => ({
    content: words(text),
    because: words(`Because of ${text}`),
  }));
  const three = [right!, one!, other!] as const;
  return { ...base(concept, id), kind: 'choice', question: words(question), options: three };
}

export function clozeNote(concept: string, id: string, ...hidden: readonly string[]): CompiledNote {
  const parts = hidden.map((text, index): Rendered => ['cloze', { n: String(index + 1) }, text]);
  const text: Rendered[] = [['p', null, `Of ${id}: `, ...parts]];
  return {
    ...base(concept, id),
    kind: 'cloze',
    text,
    numbers: hidden.map((_, index) => index + 1),
  };
}

export function rubricNote(concept: string, id: string): CompiledNote {
  const faces = { question: words(`Build ${id}.`), points: [words('It runs')] };
  return { ...base(concept, id), kind: 'rubric', ...faces };
}

/** Cards of notes by concept; recall and marks by card id. */
export function toQuizCards(
  notes: readonly CompiledNote[],
  known: Readonly<Record<string, Partial<QuizCard>>> = {},
): QuizCardsByConcept {
  const cards = new Map<ConceptId, QuizCard[]>();
  for (const note of notes) {
    if (note.concept === undefined) continue;
    const group = cards.get(note.concept) ?? [];
    cards.set(note.concept, group);
    for (const card of listCards(note)) {
      const rest = { recall: null, isDue: false, isSuspended: false };
      group.push({ card, note, ...rest, ...known[card] });
    }
  }
  return cards;
}

/** What a topic is made of: its name, the concepts it names, and its parts. */
export type Sketch = readonly [
  name: string,
  concepts: readonly string[],
  parts?: readonly Sketch[],
];

/** A roadmap of sections with topics; ids are paths of names. */
export function sketchRoadmap(
  id: string,
  sections: readonly (readonly [name: string, topics: readonly Sketch[]])[],
): CompiledRoadmap {
  const toTopic = (parent: string, [name, concepts, parts = []]: Sketch): CompiledTopic => {
    const path = `${parent}/${name}`;
    return {
      id: path as TopicId,
      title: name,
      text: name,
      concepts: concepts as readonly ConceptId[],
      topics: parts.map((part) => toTopic(path, part)),
    };
  };
  return {
    id: id as RoadmapId,
    title: id,
    sections: sections.map(([name, topics]) => ({
      id: `${id}/${name}` as TopicId,
      title: name,
      topics: topics.map((topic) => toTopic(`${id}/${name}`, topic)),
    })),
  };
}
