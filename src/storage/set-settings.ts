import type { ActId, HomeId } from '#src/domain/ids.ts';
import { schedulingSettings } from '#src/domain/settings-history.ts';
import type { DeckSettings, HomeSettings, LearnerSettings } from '#src/domain/settings.ts';
import { describeStepChange, type StepChange } from '#src/domain/step-change.ts';
import { performAct, type ActWriter } from './act.ts';
import { listBlocks } from './blocks.ts';
import { listEntries } from './schedule-block.ts';
import { loadSettings } from './settings.ts';
import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** One change of a setting; null returns to the default. */
export type SettingChange =
  | {
      [Key in keyof LearnerSettings]: {
        readonly key: Key;
        readonly value: LearnerSettings[Key] | null;
      };
    }[keyof LearnerSettings]
  | {
      [Key in keyof HomeSettings]: {
        readonly key: Key;
        readonly home: HomeId;
        readonly value: HomeSettings[Key] | null;
      };
    }[keyof HomeSettings]
  | {
      [Key in keyof DeckSettings]: {
        readonly key: Key;
        readonly deck: string;
        readonly value: DeckSettings[Key] | null;
      };
    }[keyof DeckSettings];

/** Sets settings in one act, which can be undone. No due date moves. Returns the act. */
export async function setSettings(store: Store, changes: readonly SettingChange[]): Promise<ActId> {
  return performAct(store, {}, (act) => {
    writeSettings(act, changes);
    return Promise.resolve(act.id());
  });
}

/** Sets settings as a part of an act. */
export function writeSettings(act: ActWriter, changes: readonly SettingChange[]): void {
  for (const change of changes) {
    const scope = 'home' in change ? change.home : 'deck' in change ? change.deck : undefined;
    act.write({
      kind: 'setting-set',
      subject: `setting:${change.key}`,
      value: change.value,
      ...(scope === undefined ? {} : { scope }),
    });
  }
}

/** Which cards of a home other steps would affect, as of now; writes nothing. */
export function previewStepChange(
  { db }: Store,
  home: HomeId,
  changes: Partial<Pick<HomeSettings, 'learningStepsMinutes' | 'relearningStepsMinutes'>>,
): Promise<StepChange> {
  return withStorageErrors(() =>
    db.transaction('r', [db.kept, db.schedules, db.memories], async () => {
      const [settings, blocks] = await Promise.all([loadSettings(db), listBlocks(db, home)]);
      const before = schedulingSettings(settings, home);
      return describeStepChange(before, { ...before, ...changes }, blocks.flatMap(listEntries));
    }),
  );
}
