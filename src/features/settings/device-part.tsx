import { saveDeviceSettings, type DeviceSettings } from '#src/storage/device-settings.ts';
import { useStore } from '#src/storage/react.tsx';
import { applyTheme } from './apply-theme.ts';
import { useSave } from './saving.tsx';
import { ChoiceSetting, SettingsSection, SwitchSetting } from './setting-fields.tsx';

const themes: Readonly<Record<DeviceSettings['theme'], string>> = {
  system: 'as the system',
  light: 'light',
  dark: 'dark',
};

/** What belongs to this device alone. */
export function DevicePart({ settings }: { settings: DeviceSettings }) {
  const store = useStore();
  const save = useSave();
  const handleSave = (words: string, changes: Partial<DeviceSettings>) => {
    const { theme, twoButtons, playsSounds } = settings;
    const put = async (values: Partial<DeviceSettings>) => {
      await saveDeviceSettings(store, values);
      if (values.theme !== undefined) applyTheme(values.theme);
    };
    void save(words, async () => {
      await put(changes);
      return { undo: () => put({ theme, twoButtons, playsSounds }), redo: () => put(changes) };
    });
  };
  return (
    <SettingsSection id="device" title="This device">
      <p className="muted">These stay on this device and are in no copy.</p>
      <ChoiceSetting
        label="Theme"
        value={settings.theme}
        options={themes}
        onSave={(theme) => {
          handleSave(`Theme: ${themes[theme]}.`, { theme });
        }}
      />
      <SwitchSetting
        label="Two buttons only: Again and Good"
        hint="Scheduling works as well without Hard and Easy, and there is less to decide."
        value={settings.twoButtons}
        onSave={(twoButtons) => {
          handleSave(twoButtons ? 'Two buttons.' : 'Four buttons.', { twoButtons });
        }}
      />
      <SwitchSetting
        label="Play the sounds of a card when it is shown"
        hint="R plays them again."
        value={settings.playsSounds}
        onSave={(playsSounds) => {
          handleSave(playsSounds ? 'Sounds are played.' : 'Sounds wait.', { playsSounds });
        }}
      />
    </SettingsSection>
  );
}
