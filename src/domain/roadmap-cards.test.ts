import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BankIndex, CompiledRoadmap, CompiledTopic, Priority } from './content.ts';
import type { CardId, ConceptId, NoteId, RoadmapId, TopicId } from './ids.ts';
import {
  groupCardsByConcept,
  interleave,
  listCardsBelow,
  listIntroduction,
  listPlaces,
  listTopicCards,
} from './roadmap-cards.ts';

interface TopicPlan {
  readonly concepts?: readonly string[];
  readonly priority?: Priority;
  readonly topics?: readonly CompiledTopic[];
}

function topic(id: string, plan: TopicPlan = {}): CompiledTopic {
  const { concepts, ...rest } = plan;
  const named = concepts === undefined ? {} : { concepts: concepts as ConceptId[] };
  return { id: id as TopicId, title: id, text: id, ...named, ...rest };
}

const index: BankIndex = {
  renamed: [],
  packs: [],
  concepts: ['redis', 'http', 'git'].map((id) => ({
    id: id as ConceptId,
    title: id,
    sources: [],
    pack: 0,
    notes: [
      { id: `cairn:${id}` as NoteId, kind: 'basic', ordinals: ['1'] },
      { id: `cairn:${id}-r` as NoteId, kind: 'reversed', ordinals: ['1', 'reverse'] },
    ],
  })),
};
const cards = groupCardsByConcept(index);
const cardsOf = (concept: string) => cards.get(concept as ConceptId) ?? [];

const roadmap: CompiledRoadmap = {
  id: 'backend' as RoadmapId,
  title: 'Backend',
  sections: [
    {
      id: 'backend/one' as TopicId,
      title: 'One',
      topics: [
        topic('backend/one/optional', { concepts: ['redis'], priority: 'optional' }),
        topic('backend/one/group', {
          priority: 'mandatory',
          topics: [topic('backend/one/group/inner', { concepts: ['git', 'nobody'] })],
        }),
      ],
    },
    {
      id: 'backend/two' as TopicId,
      title: 'Two',
      topics: [topic('backend/two/http', { concepts: ['http', 'git'] }), topic('backend/two/none')],
    },
  ],
};

describe('the cards of a roadmap', () => {
  it('are those of its concepts, each note with all its cards', () => {
    expect(cardsOf('redis')).toEqual(['cairn:redis#1', 'cairn:redis-r#1', 'cairn:redis-r#reverse']);
  });

  it('are introduced mandatory first, optional last, each once, else as the roadmap has them', () => {
    const expected = [...cardsOf('git'), ...cardsOf('http'), ...cardsOf('redis')];
    expect(listIntroduction(roadmap, cards)).toEqual(expected);
  });

  it('take the priority of the section where neither topic nor parent has one', () => {
    const [one, two] = roadmap.sections;
    const sections = [one!, { ...two!, priority: 'mandatory' as const }];
    const order = listIntroduction({ ...roadmap, sections }, cards);
    expect(order).toEqual([...cardsOf('git'), ...cardsOf('http'), ...cardsOf('redis')]);
    const moved = listIntroduction({ ...roadmap, sections: sections.toReversed() }, cards);
    expect(moved).toEqual([...cardsOf('http'), ...cardsOf('git'), ...cardsOf('redis')]);
  });

  it('lie below a section or topic, each once; unknown ids have none', () => {
    const below = (id: string) => listTopicCards(roadmap, id as TopicId, cards);
    expect(below('backend/one')).toEqual([...cardsOf('redis'), ...cardsOf('git')]);
    expect(below('backend/one/group')).toEqual(cardsOf('git'));
    expect(below('backend/one/group/inner')).toEqual(cardsOf('git'));
    expect(below('backend/two/none')).toEqual([]);
    expect(below('backend/three')).toEqual([]);
    const topics = roadmap.sections.flatMap((section) => section.topics);
    expect(listCardsBelow(topics, cards).toSorted()).toEqual(
      listIntroduction(roadmap, cards).toSorted(),
    );
  });
});

describe('the places of a concept', () => {
  it('are all topics that name it, in the order of the roadmaps', () => {
    const other = { ...roadmap, id: 'ops' as RoadmapId, title: 'Ops' };
    const places = listPlaces([roadmap, other]);
    const git = places.get('git' as ConceptId) ?? [];
    expect(git.map((place) => [place.roadmap, place.topic])).toEqual([
      ['backend', 'backend/one/group/inner'],
      ['backend', 'backend/two/http'],
      ['ops', 'backend/one/group/inner'],
      ['ops', 'backend/two/http'],
    ]);
    expect(git[0]).toMatchObject({ roadmapTitle: 'Backend', section: 'backend/one' });
    expect(git[0]).toMatchObject({ sectionTitle: 'One', topicTitle: 'backend/one/group/inner' });
  });

  it('are none without roadmaps', () => {
    expect(listPlaces([]).size).toBe(0);
  });
});

describe('interleaving', () => {
  it('takes from the lists in turn', () => {
    expect(interleave([['a', 'b', 'c'], ['x'], ['1', '2']])).toEqual([
      'a',
      'x',
      '1',
      'b',
      '2',
      'c',
    ]);
    expect(interleave([])).toEqual([]);
  });

  it('has every item once, and keeps the order of each list where no two share an item', () => {
    const lists = fc.array(fc.array(fc.nat({ max: 30 })), { maxLength: 5 });
    fc.assert(
      fc.property(lists, (given) => {
        const result = interleave(given);
        expect(new Set(result)).toEqual(new Set(given.flat()));
        expect(result).toHaveLength(new Set(result).size);
        const apart = given.map((list, at) => list.map((item, place) => `${at}/${place}/${item}`));
        const mixed = interleave(apart);
        for (const list of apart) {
          expect(mixed.filter((item) => list.includes(item))).toEqual(list);
        }
      }),
    );
  });

  it('gives a card of two lists the place of its first turn', () => {
    const [one, two, three] = ['1', '2', '3'] as CardId[];
    expect(
      interleave([
        [one, two],
        [two, three],
      ]),
    ).toEqual([one, two, three]);
  });
});
