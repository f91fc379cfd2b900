import type { HomeSettings } from '#src/domain/settings.ts';
import { bankHome } from '#src/storage/bank.ts';
import { readPercent, readWhole, writePercent } from './read-setting.ts';
import { useSaveSettings } from './saving.tsx';
import { SettingsSection, TextSetting } from './setting-fields.tsx';
import { StepsSetting } from './steps-setting.tsx';

const readRetention = readPercent(70, 99);
const readInterval = readWhole(1, 36_500);
const readLapses = readWhole(0, 99);

/** How the shipped cards are scheduled. */
export function SchedulingPart({ settings }: { settings: HomeSettings }) {
  const save = useSaveSettings();
  return (
    <SettingsSection id="scheduling" title="Scheduling">
      <p className="muted">
        For the cards that come with Cairn. A change counts from a card’s next grade on: no due date
        already given moves.
      </p>
      <TextSetting
        label="Desired retention, percent"
        hint="How much you want to know when a card comes due. More than 95 means many more reviews."
        type="number"
        value={settings.desiredRetention}
        read={readRetention}
        write={writePercent}
        onSave={(value) => {
          const words = `Desired retention: ${writePercent(value)} %.`;
          return save(words, [{ key: 'desiredRetention', home: bankHome, value }]);
        }}
      />
      <StepsSetting
        field="learningStepsMinutes"
        label="Learning steps"
        hint="Waits of a new card before its first whole day, such as 1m 10m. Without any, its first grade gives it days."
        value={settings.learningStepsMinutes}
      />
      <StepsSetting
        field="relearningStepsMinutes"
        label="Relearning steps"
        hint="Waits of a card that was forgotten."
        value={settings.relearningStepsMinutes}
      />
      <TextSetting
        label="Longest interval, days"
        type="number"
        value={settings.maximumIntervalDays}
        read={readInterval}
        write={String}
        onSave={(value) => {
          const words = `Longest interval: ${value} ${value === 1 ? 'day' : 'days'}.`;
          return save(words, [{ key: 'maximumIntervalDays', home: bankHome, value }]);
        }}
      />
      <TextSetting
        label="Leech after lapses"
        hint="A card forgotten this often is called a leech, so that you can suspend or reword it. 0 never says so."
        type="number"
        value={settings.leechLapses}
        read={readLapses}
        write={String}
        onSave={(value) => {
          const words = value === 0 ? 'No card is called a leech.' : `Leech after ${value} lapses.`;
          return save(words, [{ key: 'leechLapses', home: bankHome, value }]);
        }}
      />
    </SettingsSection>
  );
}
