import * as v from 'valibot';
import type { Instant, StudyDay } from '#src/domain/ids.ts';
import { stabilityRange } from '#src/domain/schedule.ts';
import { homeSettingsShape } from '../import/home-settings-shape.ts';
import { importLimits } from '../import/import-limits.ts';

const text = v.string();
const filled = v.pipe(text, v.nonEmpty());
const whole = v.pipe(v.number(), v.safeInteger());
const count = v.pipe(whole, v.minValue(0));
const finite = v.pipe(v.number(), v.finite());
const days = v.pipe(whole, v.minValue(1), v.maxValue(36_500));
const studyDay = v.pipe(
  whole,
  v.minValue(-1_000_000),
  v.maxValue(1_000_000),
  v.transform((day) => day as StudyDay),
);
const latest = Date.UTC(2200, 0, 1);
const instant = v.pipe(
  whole,
  v.minValue(-latest),
  v.maxValue(latest),
  v.transform((at) => at as Instant),
);
const minutes = v.pipe(whole, v.minValue(-1440), v.maxValue(1440));
const fieldName = v.pipe(filled, v.maxLength(500));
const fewNames = v.pipe(v.array(fieldName), v.maxLength(importLimits.fields));

/** Texts by name. Written by hand, for the library drops keys such as "constructor", which may be a field's name. */
const fields = v.custom<Readonly<Record<string, string>>>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length <= importLimits.fields &&
    Object.values(value).every((each) => typeof each === 'string'),
  'is no list of texts by field',
);

const place = v.union([v.strictObject({ line: count }), v.strictObject({ note: count })]);

const schedule = v.strictObject({
  phase: v.picklist(['learning', 'relearning', 'review']),
  intervalDays: v.exactOptional(days),
  due: v.union([v.strictObject({ day: studyDay }), v.strictObject({ at: instant })]),
  reps: count,
  lapses: count,
  memory: v.exactOptional(
    v.strictObject({
      stability: v.pipe(finite, v.minValue(stabilityRange.least), v.maxValue(stabilityRange.most)),
      difficulty: v.pipe(finite, v.minValue(1), v.maxValue(10)),
    }),
  ),
  ease: v.exactOptional(v.pipe(finite, v.minValue(1), v.maxValue(100))),
});

const review = v.strictObject({
  id: whole,
  at: instant,
  act: v.variant('kind', [
    v.strictObject({
      kind: v.literal('graded'),
      grade: v.picklist(['again', 'hard', 'good', 'easy']),
      durationMs: v.pipe(finite, v.minValue(0)),
    }),
    v.strictObject({ kind: v.literal('reset') }),
    v.strictObject({ kind: v.literal('set-due') }),
  ]),
  next: v.union([v.strictObject({ days: finite }), v.strictObject({ seconds: finite })]),
});

const card = v.strictObject({
  ordinal: v.pipe(
    text,
    v.regex(/^(?:[1-9]\d{0,3}|reverse|c[1-9]\d{0,3})$/, 'is no ordinal of a card'),
  ),
  deck: count,
  suspended: v.exactOptional(v.literal(true)),
  buried: v.exactOptional(v.literal(true)),
  flag: v.exactOptional(v.pipe(whole, v.minValue(1), v.maxValue(7))),
  position: v.exactOptional(whole),
  schedule: v.exactOptional(schedule),
  reviews: v.exactOptional(v.array(review)),
});

/** A note of a deck file. */
export const noteShape = v.strictObject({
  key: filled,
  source: v.strictObject({
    kind: v.picklist(['basic', 'reversed', 'cloze', 'choice', 'typed', 'rubric', 'template']),
    fields,
    tags: v.array(text),
    noteType: v.exactOptional(text),
  }),
  cards: v.array(card),
  place,
});

/** A note type of a deck file. */
export const noteTypeShape = v.strictObject({
  key: filled,
  name: text,
  kind: v.picklist(['standard', 'cloze']),
  fields: fewNames,
  templates: v.pipe(
    v.array(v.strictObject({ name: text, front: text, back: text })),
    v.maxLength(importLimits.fields),
  ),
  css: text,
  rtlFields: v.exactOptional(v.array(text)),
  latexPreamble: v.exactOptional(text),
});

/** What a deck file says besides its notes, note types and media. */
export const headShape = v.object({
  title: filled,
  decks: v.array(text),
  settings: homeSettingsShape,
  parameters: v.exactOptional(v.pipe(v.array(finite), v.length(21))),
  zone: v.exactOptional(v.strictObject({ offsetMinutes: minutes, rolloverMinutes: minutes })),
});
