import * as v from 'valibot';
import { eventTime } from '#src/domain/event-id.ts';
import { eventVersion, type AnyEvent } from '#src/domain/event.ts';
import type { EventId } from '#src/domain/ids.ts';
import { describeIssue } from './describe-issue.ts';
import {
  longestMinutes,
  longestQuiz,
  quizCards,
  quizFormats,
  quizPriorities,
  shortestQuiz,
} from '#src/domain/quiz/quiz-request.ts';
import { stabilityRange } from '#src/domain/schedule.ts';
import { roadmapTree } from './roadmap-tree-shape.ts';

/** Far enough for any clock that is wrong; an id beyond would force all later ones past it for good. */
const latestTime = Date.UTC(2200, 0, 1);

const text = v.pipe(v.string(), v.nonEmpty());
const whole = v.pipe(v.number(), v.safeInteger());
const count = v.pipe(whole, v.minValue(0));
const days = v.pipe(whole, v.minValue(1), v.maxValue(36_500));
const studyDay = v.pipe(whole, v.minValue(-1_000_000), v.maxValue(1_000_000));
const instant = v.pipe(whole, v.minValue(-latestTime), v.maxValue(latestTime));
const ulid = v.pipe(
  v.string(),
  v.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'is not an event id'),
  v.check((id) => eventTime(id as EventId) <= latestTime, 'is an id from after the year 2200'),
);
const cardId = v.pipe(v.string(), v.regex(/^[^:#]+:.+#[^#]+$/, 'is not a card id'));
const noteId = v.pipe(v.string(), v.regex(/^[^:#]+:.+$/, 'is not a note id'));
const homeId = v.pipe(v.string(), v.regex(/^[^:#\n]+$/, 'is not a deck id'));
const noteOrHomeId = v.union([noteId, homeId], 'is not the id of a note or deck');

const noteSource = v.strictObject({
  kind: v.picklist(['basic', 'reversed', 'cloze', 'choice', 'typed', 'rubric', 'template']),
  fields: v.record(v.string(), v.string()),
  tags: v.array(v.string()),
  noteType: v.exactOptional(text),
});

const baseEntries = {
  id: ulid,
  v: v.pipe(whole, v.minValue(1)),
  device: text,
  act: ulid,
  sitting: v.exactOptional(text),
  at: instant,
  offset: v.pipe(whole, v.minValue(-1440), v.maxValue(1440)),
  studyDay,
};

const dueDay = v.strictObject({ day: studyDay });
const outcome = v.variant('phase', [
  v.strictObject({
    phase: v.picklist(['learning', 'relearning']),
    step: count,
    due: v.union([dueDay, v.strictObject({ at: instant })]),
    after: v.nullable(ulid),
  }),
  v.strictObject({
    phase: v.literal('review'),
    intervalDays: days,
    due: dueDay,
    after: v.nullable(ulid),
  }),
]);

const quizRequest = v.strictObject({
  topics: v.array(text),
  priorities: v.array(v.picklist(quizPriorities)),
  cards: v.picklist(quizCards),
  length: v.union([
    v.pipe(whole, v.minValue(shortestQuiz), v.maxValue(longestQuiz)),
    v.literal('every-topic'),
  ]),
  kinds: v.pipe(v.array(v.picklist(quizFormats)), v.minLength(1)),
  minutes: v.nullable(v.pipe(whole, v.minValue(1), v.maxValue(longestMinutes))),
  seed: text,
});
const plannedQuestion = v.strictObject({
  card: cardId,
  format: v.picklist(quizFormats),
  topic: text,
  recall: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  distractors: v.exactOptional(v.strictTuple([cardId, cardId])),
  within: v.exactOptional(text),
});

function ofCard<Kind extends string, Entries extends v.ObjectEntries>(
  kind: Kind,
  entries: Entries,
) {
  return v.strictObject({
    ...baseEntries,
    kind: v.literal(kind),
    subject: cardId,
    ...entries,
  });
}

const knownEvent = v.variant('kind', [
  ofCard('reviewed', {
    grade: v.picklist(['again', 'hard', 'good', 'easy']),
    durationMs: count,
    mode: v.picklist(['review', 'ahead', 'quiz']),
    outcome,
  }),
  ofCard('answered', {
    result: v.picklist(['right', 'wrong', 'unknown']),
    mode: v.picklist(['quiz', 'cram']),
    format: v.picklist(quizFormats),
    durationMs: count,
    option: v.exactOptional(count),
    overridden: v.exactOptional(v.boolean()),
  }),
  ofCard('placed', { grade: v.picklist(['good', 'easy']), outcome }),
  ofCard('imported-memory', {
    stability: v.pipe(
      v.number(),
      v.minValue(stabilityRange.least),
      v.maxValue(stabilityRange.most),
    ),
    difficulty: v.pipe(v.number(), v.minValue(1), v.maxValue(10)),
    reps: count,
    lapses: count,
    outcome,
  }),
  ofCard('rescheduled', { due: dueDay, intervalDays: days, after: v.nullable(ulid) }),
  ofCard('forgot', {}),
  ofCard('suspended', { value: v.boolean() }),
  ofCard('buried', { until: v.nullable(studyDay) }),
  ofCard('flagged', { flag: v.pipe(count, v.maxValue(7)) }),
  // Of a deck, then of a note: told apart by what they hold.
  v.strictObject({
    ...baseEntries,
    kind: v.literal('created'),
    subject: homeId,
    title: text,
    edition: v.exactOptional(text),
    roadmap: v.exactOptional(roadmapTree),
  }),
  v.strictObject({
    ...baseEntries,
    kind: v.literal('created'),
    subject: noteId,
    source: noteSource,
    path: v.string(),
  }),
  v.strictObject({
    ...baseEntries,
    kind: v.literal('edited'),
    subject: noteOrHomeId,
    field: text,
    base: v.string(),
    value: v.string(),
  }),
  v.strictObject({
    ...baseEntries,
    kind: v.literal('removed'),
    subject: noteOrHomeId,
    value: v.boolean(),
  }),
  v.strictObject({
    ...baseEntries,
    kind: v.literal('status-set'),
    subject: text,
    status: v.nullable(v.picklist(['not-started', 'in-progress', 'completed'])),
  }),
  v.strictObject({
    ...baseEntries,
    kind: v.literal('topic-note'),
    subject: text,
    text: v.string(),
  }),
  v.strictObject({
    ...baseEntries,
    kind: v.literal('setting-set'),
    subject: v.pipe(v.string(), v.regex(/^setting:./, 'is not a setting')),
    scope: v.exactOptional(text),
    value: v.unknown(),
  }),
  v.strictObject({
    ...baseEntries,
    kind: v.literal('quiz-started'),
    subject: v.pipe(v.string(), v.regex(/^quiz:./, 'is not a quiz')),
    sitting: text,
    request: quizRequest,
    questions: v.array(plannedQuestion),
    placement: v.exactOptional(text),
  }),
  v.strictObject({ ...baseEntries, kind: v.literal('undone'), subject: ulid }),
]);

const anyEvent = v.looseObject({ ...baseEntries, kind: text, subject: text });
const knownKinds: ReadonlySet<string> = new Set(
  knownEvent.options.map((option) => option.entries.kind.literal),
);

/**
 * Checks one event from outside: a copy, another device. Those of a known kind and version must be
 * whole and hold nothing else; any other keeps all it holds, if only its frame is that of an event.
 * Never throws: the error says which field is wrong.
 */
export function parseEvent(json: unknown): AnyEvent | { readonly error: string } {
  const frame = v.safeParse(anyEvent, json);
  if (!frame.success) return { error: describeIssue(frame.issues[0]) };
  const lost = findLost(json);
  if (lost !== undefined) return { error: lost };
  const isKnown = frame.output.v === eventVersion && knownKinds.has(frame.output.kind);
  // Not what the library gives of it, which lacks keys such as "constructor".
  if (!isKnown) return json as AnyEvent;
  const result = v.safeParse(knownEvent, json);
  if (!result.success) return { error: describeIssue(result.issues[0]) };
  return result.output as unknown as AnyEvent;
}

/** Own roadmaps are nested the deepest of what events hold, and by far less. */
const deepest = 200;

/**
 * What an event holds that would be lost when it is written again: JSON can say numbers beyond all
 * that are, and can be read deeper than anything can be stored or written. Undefined where there is none.
 */
function findLost(json: unknown): string | undefined {
  // Level by level instead of calls in calls: JSON may be as deep as it is long.
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return 'holds lists inside lists that cannot be kept';
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'number' && !Number.isFinite(value)) {
        return 'holds a number that cannot be kept';
      }
      if (typeof value !== 'object' || value === null) continue;
      for (const item of Object.values(value)) next.push(item);
    }
    level = next;
  }
  return undefined;
}
