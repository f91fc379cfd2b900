import type { LearnerSettings } from '#src/domain/settings.ts';
import { PathSettings } from './path-settings.tsx';
import { readWhole } from './read-setting.ts';
import { useSaveSettings } from './saving.tsx';
import { ChoiceSetting, SettingsSection, SwitchSetting, TextSetting } from './setting-fields.tsx';

const orders: Readonly<Record<LearnerSettings['order'], string>> = {
  mixed: 'mixed',
  'reviews-first': 'reviews first',
  'new-first': 'new cards first',
};

const reviewOrders: Readonly<Record<LearnerSettings['reviewOrder'], string>> = {
  due: 'due longest first',
  recall: 'most likely forgotten first',
};

const siblings: Readonly<Record<keyof LearnerSettings['burySiblings'], string>> = {
  new: 'new cards',
  review: 'reviews',
  interday: 'learning cards due on a later day',
};

const readMinutes = readWhole(0, 1440);
const readStabilityDays = readWhole(1, 3650);

/** In which order a day's cards are asked, and which of them wait for another day. */
export function OrderPart({ settings }: { settings: LearnerSettings }) {
  const save = useSaveSettings();
  const { burySiblings } = settings;
  return (
    <SettingsSection id="order" title="Order">
      <ChoiceSetting
        label="New cards and reviews"
        value={settings.order}
        options={orders}
        onSave={(value) => {
          void save(`New cards and reviews: ${orders[value]}.`, [{ key: 'order', value }]);
        }}
      />
      <ChoiceSetting
        label="Reviews among themselves"
        value={settings.reviewOrder}
        options={reviewOrders}
        onSave={(value) => {
          void save(`Reviews: ${reviewOrders[value]}.`, [{ key: 'reviewOrder', value }]);
        }}
      />
      <TextSetting
        label="Learn ahead, minutes"
        hint="When nothing else is left, a card whose step ends within this time is asked at once."
        type="number"
        value={settings.learnAheadMinutes}
        read={readMinutes}
        write={String}
        onSave={(value) => {
          const words = `Learn ahead: ${value} ${value === 1 ? 'minute' : 'minutes'}.`;
          return save(words, [{ key: 'learnAheadMinutes', value }]);
        }}
      />
      <TextSetting
        label="Completed from, days"
        hint="A topic is completed once all its cards were reviewed and their mean stability is at least this."
        type="number"
        value={settings.completedStabilityDays}
        read={readStabilityDays}
        write={String}
        onSave={(value) => {
          const words = `Topics are completed from ${value} ${value === 1 ? 'day' : 'days'}.`;
          return save(words, [{ key: 'completedStabilityDays', value }]);
        }}
      />
      <PathSettings />
      <fieldset className="setting-group">
        <legend>Ask only one card of a note each day</legend>
        <p className="setting-hint">
          One card of a note gives hints about the others. Once one was reviewed, these of its
          siblings wait until tomorrow:
        </p>
        {(['new', 'review', 'interday'] as const).map((kind) => (
          <SwitchSetting
            key={kind}
            label={siblings[kind]}
            value={burySiblings[kind]}
            onSave={(value) => {
              const words = `Siblings that are ${siblings[kind]} ${value ? 'wait until tomorrow' : 'come the same day'}.`;
              void save(words, [
                { key: 'burySiblings', value: { ...burySiblings, [kind]: value } },
              ]);
            }}
          />
        ))}
      </fieldset>
    </SettingsSection>
  );
}
