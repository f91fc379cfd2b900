import type { AnyEvent } from '#src/domain/event.ts';
import { toHomeId, type StudyDay } from '#src/domain/ids.ts';
import type { ReplayContext } from '#src/domain/replay.ts';
import {
  buildSettingsHistory,
  schedulingSettings,
  type SettingsHistory,
} from '#src/domain/settings-history.ts';
import { defaultDeckSettings, type Settings } from '#src/domain/settings.ts';
import type { CairnDatabase } from './database.ts';
import { listUndos } from './event-log.ts';
import { settledKey, toStamp } from './schedules.ts';

const settingsKey = 'settings';

/** The settings in force now. Kept as one derived row, so that no start replays their history. */
export async function loadSettings(db: CairnDatabase): Promise<Settings> {
  const kept = await db.kept.get(settingsKey);
  const defaults = buildSettingsHistory([]).current();
  if (kept === undefined) return defaults;
  const settings = kept.value as Settings;
  // A version before this one kept no setting that came later.
  return {
    ...settings,
    learner: { ...defaults.learner, ...settings.learner },
    decks: new Map(
      [...settings.decks].map(([deck, kept]) => [deck, { ...defaultDeckSettings, ...kept }]),
    ),
  };
}

/** Every setting ever set with its undos: what a decision taken again needs. */
export async function loadSettingsHistory(db: CairnDatabase): Promise<SettingsHistory> {
  const settings = await db.events.where('subject').startsWith('setting:').toArray();
  const undos = await listUndos(
    db,
    settings.map((event) => event.act),
  );
  const events: AnyEvent[] = [...settings, ...undos];
  return buildSettingsHistory(events);
}

/** Replays the settings and keeps the result; in the transaction that changed their events. */
export async function refreshSettings(db: CairnDatabase): Promise<SettingsHistory> {
  const history = await loadSettingsHistory(db);
  await db.kept.put({ key: settingsKey, value: history.current() });
  await db.kept.delete(settledKey);
  return history;
}

/** What replaying cards needs, from the whole history of settings. */
export function toReplayContext(history: SettingsHistory): ReplayContext {
  return {
    parameters: history.current().learner.parameters,
    settingsAt: (event) => schedulingSettings(history.at(event.id), toHomeId(event.subject)),
  };
}

/** What replaying cards needs, and the stamp its results carry. */
export async function loadReplayContext(
  db: CairnDatabase,
): Promise<{ context: ReplayContext; stamp: string }> {
  const context = toReplayContext(await loadSettingsHistory(db));
  return { context, stamp: toStamp(context.parameters) };
}

/** The first study day whose events stay single rows: the thirty days a learner still works with. */
export function toRecentFrom(today: StudyDay): StudyDay {
  return (today - 30) as StudyDay;
}
