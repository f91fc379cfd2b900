import type { AnyEvent, SettingSetEvent, UndoneEvent } from './event.ts';
import type { ActId, DeckId, EventId, HomeId } from './ids.ts';
import { isKnownEvent } from './known-event.ts';
import {
  deckGroup,
  homeGroup,
  isSettingOf,
  learnerGroup,
  putSetting,
  type SettingGroup,
} from './setting-values.ts';
import { defaultHomeSettings, type HomeSettings, type Settings } from './settings.ts';
import { findVoidActs } from './undo.ts';

/** The settings that scheduling a card of one home looks at. */
export interface SchedulingSettings extends HomeSettings {
  /** The 21 weights of FSRS-6. */
  readonly parameters: readonly number[];
  readonly rolloverMinutes: number;
}

/** The settings as events made them, now and at any event. */
export interface SettingsHistory {
  /** In force when all events are counted. */
  current(): Settings;
  /** In force just before this event: events with smaller ids alone say so, whatever came after. */
  at(id: EventId): Settings;
}

const prefix = 'setting:';
const noSettings: Settings = { learner: learnerGroup.defaults, homes: new Map(), decks: new Map() };

/**
 * The history in these events, of which those that set a setting or undo matter; they may come in
 * any order and more than once. Unknown settings and impossible values are passed over.
 */
export function buildSettingsHistory(events: readonly AnyEvent[]): SettingsHistory {
  const history = listSettingEvents(events);
  const settingsByCount = new Map<number, Settings>();
  const afterFirst = (count: number): Settings => {
    const known = settingsByCount.get(count);
    if (known !== undefined) return known;
    const settings = foldSettings(history.slice(0, count));
    settingsByCount.set(count, settings);
    return settings;
  };
  return {
    current: () => afterFirst(history.length),
    at: (id) => afterFirst(countBefore(history, id)),
  };
}

/** What scheduling the cards of a home looks at; a home without settings of its own has the defaults. */
export function schedulingSettings(settings: Settings, home: HomeId): SchedulingSettings {
  const { parameters, rolloverMinutes } = settings.learner;
  return { ...(settings.homes.get(home) ?? defaultHomeSettings), parameters, rolloverMinutes };
}

type HistoryEvent = SettingSetEvent | UndoneEvent;

/** In replay order, each once: settings, their undos, the undos of those, and no others. */
function listSettingEvents(events: readonly AnyEvent[]): HistoryEvent[] {
  const known = events.filter((event) => isKnownEvent(event));
  const settings = known.filter((event) => event.kind === 'setting-set');
  const acts = new Set<ActId>(settings.map((event) => event.act));
  const oldestFirst = known
    .filter((event) => event.kind === 'undone')
    .sort((one, other) => compareText(one.act, other.act));
  const undone = oldestFirst.filter((event) => {
    // An undo holds for older acts only, so that one pass follows a chain of them to its end.
    const concerns = acts.has(event.subject);
    if (concerns) acts.add(event.act);
    return concerns;
  });
  return [...settings, ...undone]
    .sort((one, other) => compareText(one.id, other.id))
    .filter((event, index, all) => event.id !== all[index - 1]?.id);
}

/** By code units, as ids sort in the replay and in IndexedDB. */
function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** How many events of the history come before an id. */
function countBefore(history: readonly HistoryEvent[], id: EventId): number {
  let low = 0;
  let high = history.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const event = history[middle];
    if (event !== undefined && event.id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

function foldSettings(events: readonly HistoryEvent[]): Settings {
  const voidActs = findVoidActs(events.filter((event) => event.kind === 'undone'));
  let settings = noSettings;
  for (const event of events) {
    if (event.kind === 'setting-set' && !voidActs.has(event.act)) {
      settings = applySetting(settings, event);
    }
  }
  return settings;
}

function applySetting(settings: Settings, event: SettingSetEvent): Settings {
  const key = event.subject.slice(prefix.length);
  const { scope, value } = event;
  if (scope === undefined) {
    return { ...settings, learner: putSetting(learnerGroup, settings.learner, key, value) };
  }
  if (isSettingOf(homeGroup, key)) {
    const homes = putScoped(homeGroup, settings.homes, scope as HomeId, key, value);
    return { ...settings, homes };
  }
  const decks = putScoped(deckGroup, settings.decks, scope as DeckId, key, value);
  return { ...settings, decks };
}

function putScoped<Scope extends string, Shape>(
  group: SettingGroup<Shape>,
  settingsByScope: ReadonlyMap<Scope, Shape>,
  scope: Scope,
  key: string,
  value: unknown,
): ReadonlyMap<Scope, Shape> {
  if (!isSettingOf(group, key)) return settingsByScope;
  const before = settingsByScope.get(scope) ?? group.defaults;
  return new Map(settingsByScope).set(scope, putSetting(group, before, key, value));
}
