import { expect, it } from 'vitest';
import {
  defaultDeviceSettings,
  loadDeviceSettings,
  saveDeviceSettings,
} from './device-settings.ts';
import { listAllEvents } from './copy.ts';
import { openTestStore } from './test-store.ts';

it('keeps the settings of this device, each apart from the others, and writes no event', async () => {
  const { store } = await openTestStore();
  expect(await loadDeviceSettings(store)).toEqual(defaultDeviceSettings);
  await saveDeviceSettings(store, { theme: 'dark' });
  await saveDeviceSettings(store, { twoButtons: true });
  expect(await loadDeviceSettings(store)).toEqual({
    ...defaultDeviceSettings,
    theme: 'dark',
    twoButtons: true,
  });
  expect(await listAllEvents(store)).toEqual([]);
});
