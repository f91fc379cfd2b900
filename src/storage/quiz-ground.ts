import { toStudyDay } from '#src/domain/day.ts';
import type { BankIndex, CompiledNote, CompiledRoadmap } from '#src/domain/content.ts';
import { toCardId, type CardId, type ConceptId, type RoadmapId } from '#src/domain/ids.ts';
import { isDue } from '#src/domain/quiz/evidence.ts';
import type { QuizCard, QuizCardsByConcept } from '#src/domain/quiz/plan-quiz.ts';
import { growTree, type TopicTree } from '#src/domain/quiz/topic-tree.ts';
import { recallAt } from '#src/domain/recall.ts';
import type { CardState } from '#src/domain/schedule.ts';
import type { Settings } from '#src/domain/settings.ts';
import { bankHome } from './bank.ts';
import type { RoadmapRecord } from './database.ts';
import { listRoadmapStates } from './overview.ts';
import { loadPack, loadQuestions } from './questions.ts';
import { loadSettings } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** What a quiz is planned on: roadmaps, and their cards with text and memory. */
export interface QuizGround {
  readonly roadmaps: readonly CompiledRoadmap[];
  readonly tree: TopicTree;
  readonly cards: QuizCardsByConcept;
}

/**
 * The ground of these roadmaps, as of now; without `ids`, of those the learner follows, and of all where
 * that is none. Unknown roadmaps are left out. Rejects where a card's text is neither here nor to be had.
 */
export async function loadQuizGround(
  store: Store,
  ids?: readonly RoadmapId[],
): Promise<QuizGround> {
  const { settings, index, records, states } = await readGround(store, ids);
  const roadmaps = records.map(({ roadmap }) => roadmap);
  const tree = growTree(roadmaps);
  const concepts = new Set([...tree.values()].flatMap((topic) => topic.concepts));
  const notes = await loadNotesByConcept(store, index, concepts);
  const now = store.clock.now();
  const today = toStudyDay(now, store.clock.offsetMinutes(now), settings.learner.rolloverMinutes);
  const toQuizCard = (card: CardId, note: CompiledNote): QuizCard => {
    const state = states.get(card);
    const schedule = state?.schedule;
    return {
      card,
      note,
      recall: schedule === undefined ? null : recallAt(schedule, now, settings.learner.parameters),
      isDue: schedule !== undefined && isDue(schedule, { at: now, today }),
      isSuspended: state?.marks.suspended === true,
    };
  };
  const cards = new Map<ConceptId, readonly QuizCard[]>();
  for (const { id, notes: indexed } of index?.concepts ?? []) {
    const noteById = notes.get(id);
    if (noteById === undefined) continue;
    const members = indexed.flatMap(({ id: noteId, ordinals }) => {
      const note = noteById.get(noteId);
      return note === undefined
        ? []
        : ordinals.map((ordinal) => toQuizCard(toCardId(noteId, ordinal), note));
    });
    cards.set(id, members);
  }
  for (const [concept, own] of await loadOwnNotes(store, records)) {
    cards.set(
      concept,
      own.map(({ card, note }) => toQuizCard(card, note)),
    );
  }
  return { roadmaps, tree, cards };
}

interface GroundRead {
  readonly settings: Settings;
  /** Undefined before the bank was fetched. */
  readonly index: BankIndex | undefined;
  readonly records: readonly RoadmapRecord[];
  readonly states: ReadonlyMap<CardId, CardState>;
}

function readGround({ db }: Store, ids?: readonly RoadmapId[]): Promise<GroundRead> {
  const tables = [db.kept, db.bank, db.roadmaps, db.schedules, db.memories];
  return withStorageErrors(() =>
    db.transaction('r', tables, async () => {
      const [settings, bank, states] = await Promise.all([
        loadSettings(db),
        db.bank.get(bankHome),
        listRoadmapStates(db),
      ]);
      const known = bank?.manifest.roadmaps.map(({ id }) => id) ?? [];
      const { roadmaps: followed } = settings.learner;
      const usual = followed.length > 0 ? followed : known;
      const records = await db.roadmaps.bulkGet([...(ids ?? usual)]);
      return {
        ...{ settings, index: bank?.index, states },
        records: records.filter((record) => record !== undefined),
      };
    }),
  );
}

async function loadNotesByConcept(
  store: Store,
  index: BankIndex | undefined,
  concepts: ReadonlySet<ConceptId>,
): Promise<Map<ConceptId, Map<string, CompiledNote>>> {
  const wanted = index?.concepts.filter(({ id }) => concepts.has(id)) ?? [];
  const packs = new Set(wanted.map(({ pack }) => index?.packs[pack]?.file ?? ''));
  const loaded = await Promise.all([...packs].map((file) => loadPack(store, file)));
  const notes = new Map<ConceptId, Map<string, CompiledNote>>(
    wanted.map(({ id }) => [id, new Map<string, CompiledNote>()]),
  );
  for (const note of loaded.flat()) {
    if (note.concept !== undefined) notes.get(note.concept)?.set(note.id, note);
  }
  return notes;
}

/** The cards that the learner wrote for topics of their own roadmaps, with their notes, by concept. */
async function loadOwnNotes(store: Store, records: readonly RoadmapRecord[]) {
  const wanted = new Map(records.flatMap(({ own }) => [...(own?.cards ?? [])]));
  const questions = await loadQuestions(store, [...wanted.values()].flat());
  const noteByCard = new Map(questions.map(({ card, note }) => [card, note]));
  return [...wanted].map(([concept, cards]) => {
    const members = cards.flatMap((card) => {
      const note = noteByCard.get(card);
      return note === undefined ? [] : [{ card, note }];
    });
    return [concept, members] as const;
  });
}
