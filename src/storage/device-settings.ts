import { withStorageErrors } from './storage-error.ts';
import type { Store } from './store.ts';

/** Settings of this device alone: they are in no copy and travel to no other device. */
export interface DeviceSettings {
  readonly theme: 'system' | 'light' | 'dark';
  /** Again and Good only. */
  readonly twoButtons: boolean;
  /** Whether the sounds of a card are played as soon as it is shown. */
  readonly playsSounds: boolean;
  readonly installHintDismissed: boolean;
  /** How a wide screen shows a roadmap; a phone shows the list. */
  readonly roadmapView: 'map' | 'list';
}

export const defaultDeviceSettings: DeviceSettings = {
  theme: 'system',
  twoButtons: false,
  playsSounds: true,
  installHintDismissed: false,
  roadmapView: 'map',
};

const key = 'device-settings';

/** This device's settings, with defaults for what was never set. */
export function loadDeviceSettings({ db }: Store): Promise<DeviceSettings> {
  return withStorageErrors(async () => {
    const kept = await db.kept.get(key);
    return { ...defaultDeviceSettings, ...(kept?.value as Partial<DeviceSettings> | undefined) };
  });
}

/** Changes some of this device's settings; the rest stay. */
export function saveDeviceSettings({ db }: Store, changes: Partial<DeviceSettings>): Promise<void> {
  return withStorageErrors(() =>
    db.transaction('rw', db.kept, async () => {
      const kept = await db.kept.get(key);
      const value = { ...(kept?.value as Partial<DeviceSettings> | undefined), ...changes };
      await db.kept.put({ key, value });
    }),
  );
}
