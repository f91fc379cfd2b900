import { Link } from 'react-router';
import type { RoadmapSummary } from '#src/storage/overview.ts';
import { toRoadmapDeck } from '#src/domain/ids.ts';
import { defaultDeckSettings, type DeckLimits, type Settings } from '#src/domain/settings.ts';
import { readLimit, readTime, readWhole, writeTime } from './read-setting.ts';
import { useSaveSettings } from './saving.tsx';
import { SettingsSection, SwitchSetting, TextSetting } from './setting-fields.tsx';

const mostCards = 9999;
const readCount = readWhole(0, mostCards);
const readOwnLimit = readLimit(mostCards);
const writeLimit = (limit: number | null) => (limit === null ? '' : String(limit));

/** When a day begins and how much it holds, over all and for each followed roadmap. */
export function DayPart({
  settings,
  roadmaps,
}: {
  settings: Settings;
  roadmaps: readonly RoadmapSummary[];
}) {
  const save = useSaveSettings();
  const { learner, decks } = settings;
  return (
    <>
      <SettingsSection id="day" title="The day">
        <TextSetting
          label="A new day begins at"
          hint="What you review before this time still counts for the evening before. Days already recorded stay as they are."
          type="time"
          value={learner.rolloverMinutes}
          read={readTime}
          write={writeTime}
          onSave={(value) =>
            save(`A new day begins at ${writeTime(value)}.`, [{ key: 'rolloverMinutes', value }])
          }
        />
      </SettingsSection>
      <SettingsSection id="limits" title="Cards a day">
        <TextSetting
          label="New cards a day"
          type="number"
          value={learner.newPerDay}
          read={readCount}
          write={String}
          onSave={(value) => save(`New cards a day: ${value}.`, [{ key: 'newPerDay', value }])}
        />
        <TextSetting
          label="Reviews a day"
          hint="New cards count here too, so that a long backlog holds them back."
          type="number"
          value={learner.reviewsPerDay}
          read={readCount}
          write={String}
          onSave={(value) => save(`Reviews a day: ${value}.`, [{ key: 'reviewsPerDay', value }])}
        />
        <SwitchSetting
          label="New cards ignore the limit of reviews"
          hint="They come even on a day whose reviews are used up."
          value={learner.newIgnoresReviewLimit}
          onSave={(value) => {
            const words = `New cards ${value ? 'ignore' : 'respect'} the limit of reviews.`;
            void save(words, [{ key: 'newIgnoresReviewLimit', value }]);
          }}
        />
        <RoadmapLimits
          roadmaps={learner.roadmaps.flatMap((id) => roadmaps.filter((each) => each.id === id))}
          limitsOf={(roadmap) => decks.get(toRoadmapDeck(roadmap.id)) ?? defaultDeckSettings}
        />
      </SettingsSection>
    </>
  );
}

const limitNames = {
  newPerDay: 'New cards a day',
  reviewsPerDay: 'Reviews a day',
} as const satisfies Record<keyof DeckLimits, string>;

function RoadmapLimits({
  roadmaps,
  limitsOf,
}: {
  roadmaps: readonly RoadmapSummary[];
  limitsOf: (roadmap: RoadmapSummary) => DeckLimits;
}) {
  const save = useSaveSettings();
  if (roadmaps.length === 0) {
    return (
      <p className="muted">
        You follow no roadmap yet. <Link to="/roadmaps">Follow one</Link> to give it limits of its
        own.
      </p>
    );
  }
  return roadmaps.map((roadmap) => {
    const limits = limitsOf(roadmap);
    const deck = toRoadmapDeck(roadmap.id);
    return (
      <fieldset key={roadmap.id} className="setting-group">
        <legend>Only from {roadmap.title}</legend>
        <p className="setting-hint">Within the limits above. Empty means no limit of its own.</p>
        {(['newPerDay', 'reviewsPerDay'] as const).map((key) => (
          <TextSetting
            key={key}
            label={limitNames[key]}
            type="number"
            placeholder="no limit"
            value={limits[key]}
            read={readOwnLimit}
            write={writeLimit}
            onSave={(value) => {
              const limit = value ?? 'no limit of its own';
              const words = `${roadmap.title}, ${limitNames[key].toLowerCase()}: ${limit}.`;
              return save(words, [{ key, deck, value }]);
            }}
          />
        ))}
      </fieldset>
    );
  });
}
