import { studyDayStart, toStudyDay } from '#src/domain/day.ts';
import type { Instant, StudyDay } from '#src/domain/ids.ts';
import { defaultHomeSettings } from '#src/domain/settings.ts';
import type { NoteType } from '../import/imported-deck.ts';
import type { ExportedDeck } from './exported-deck.ts';
import { parseTemplate, type TemplateNode } from './template/parse-template.ts';

/** How the written collection counts days, from a day on which nothing had happened yet. */
export interface WrittenDays {
  readonly first: StudyDay;
  readonly createdSeconds: number;
  readonly zone: { readonly offsetMinutes: number; readonly rolloverHour: number };
}

/** The days of a deck: the first is the earliest that a card is due or was reviewed on, or today. */
export function toWrittenDays(deck: ExportedDeck, now: Instant): WrittenDays {
  const { offsetMinutes, rolloverMinutes } = deck.zone ?? {
    offsetMinutes: 0,
    rolloverMinutes: 240,
  };
  const rolloverHour = Math.floor(rolloverMinutes / 60);
  const toDay = (at: Instant) => toStudyDay(at, offsetMinutes, rolloverMinutes);
  let first = toDay(now);
  for (const { cards } of deck.notes) {
    for (const { schedule, reviews } of cards) {
      const [oldest] = reviews ?? [];
      if (schedule !== undefined && 'day' in schedule.due) first = least(first, schedule.due.day);
      if (oldest !== undefined) first = least(first, toDay(oldest.at));
    }
  }
  const start = studyDayStart(first, offsetMinutes, rolloverHour * 60);
  return { first, createdSeconds: start / 1000, zone: { offsetMinutes, rolloverHour } };
}

function least(one: StudyDay, other: StudyDay): StudyDay {
  return other < one ? other : one;
}

/** `col.conf`. Offsets are minutes west of UTC. */
export function toConfigJson({ zone }: WrittenDays, homes: ExportedDeck['homes']): object {
  const west = 0 - zone.offsetMinutes;
  return {
    activeDecks: [1],
    addToCur: true,
    collapseTime: 1200,
    creationOffset: west,
    curDeck: 1,
    curModel: null,
    dueCounts: true,
    estTimes: true,
    localOffset: west,
    newSpread: 0,
    nextPos: 1,
    rollover: zone.rolloverHour,
    schedVer: 2,
    sortBackwards: false,
    sortType: 'noteFld',
    timeLim: 0,
    // Anki keeps settings it does not know, and leaves those of a package alone.
    ...(homes && { cairn: { homes } }),
  };
}

/** One entry of `col.models`. */
export function toModelJson(id: number, noteType: NoteType, nowSeconds: number): object {
  const { name, kind, fields, templates, css, rtlFields, latexPreamble } = noteType;
  return {
    id,
    name,
    type: kind === 'cloze' ? 1 : 0,
    mod: nowSeconds,
    usn: -1,
    sortf: 0,
    did: 1,
    tags: [],
    vers: [],
    css,
    latexPre: latexPreamble ?? defaultPreamble,
    latexPost: '\\end{document}',
    latexsvg: false,
    req:
      kind === 'cloze' ? [] : templates.map(({ front }, ord) => toRequirement(front, ord, fields)),
    flds: fields.map((field, ord) => ({
      name: field,
      ord,
      sticky: false,
      rtl: rtlFields?.includes(field) === true,
      font: 'Arial',
      size: 20,
      media: [],
    })),
    tmpls: templates.map((template, ord) => ({
      name: template.name,
      ord,
      qfmt: template.front,
      afmt: template.back,
      bqfmt: '',
      bafmt: '',
      did: null,
    })),
  };
}

const defaultPreamble =
  '\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n';

/** What old versions make cards by: any of the fields that the front shows. */
function toRequirement(front: string, ord: number, fields: readonly string[]): unknown {
  const parsed = parseTemplate(front);
  const shown = new Set<number>();
  const visit = (nodes: readonly TemplateNode[]) => {
    for (const node of nodes) {
      if (node.kind === 'section') visit(node.children);
      else if (node.kind === 'field' && fields.includes(node.name)) {
        shown.add(fields.indexOf(node.name));
      }
    }
  };
  if ('nodes' in parsed) visit(parsed.nodes);
  return [ord, 'any', [...shown].sort((one, other) => one - other)];
}

/** One entry of `col.decks`. */
export function toDeckJson(id: number, path: string, nowSeconds: number): object {
  return {
    id,
    name: path,
    mod: nowSeconds,
    usn: -1,
    desc: '',
    dyn: 0,
    conf: 1,
    collapsed: false,
    browserCollapsed: false,
    extendNew: 0,
    extendRev: 0,
    newToday: [0, 0],
    revToday: [0, 0],
    lrnToday: [0, 0],
    timeToday: [0, 0],
  };
}

/** The one entry of `col.dconf`: the options of all decks of the package. */
export function toOptionsJson({ title, settings, parameters }: ExportedDeck, nowSeconds: number) {
  const options = { ...defaultHomeSettings, ...settings };
  return {
    id: 1,
    name: title,
    mod: nowSeconds,
    usn: -1,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    dyn: false,
    new: {
      delays: options.learningStepsMinutes,
      ints: [1, 4, 7],
      initialFactor: 2500,
      order: 1,
      perDay: 20,
      bury: false,
      separate: true,
    },
    rev: {
      perDay: 200,
      ease4: 1.3,
      ivlFct: 1,
      maxIvl: options.maximumIntervalDays,
      bury: false,
      minSpace: 1,
      fuzz: 0.05,
      hardFactor: 1.2,
    },
    lapse: {
      delays: options.relearningStepsMinutes,
      mult: 0,
      minInt: 1,
      leechFails: options.leechLapses,
      leechAction: 1,
    },
    desiredRetention: options.desiredRetention,
    fsrsParams6: parameters ?? [],
  };
}
