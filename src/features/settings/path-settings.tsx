import { toRoadmapDeck } from '#src/domain/ids.ts';
import { listPathChoices, type PathChoice } from '#src/storage/introductions.ts';
import { useLive } from '#src/storage/react.tsx';
import { useSaveSettings } from './saving.tsx';
import { ChoiceSetting } from './setting-fields.tsx';

/** No path: the empty word, which no file can be called. */
const own = '';

/** The learning path through each followed roadmap; nothing where none leads through one. */
export function PathSettings() {
  const live = useLive(listPathChoices);
  if (live.state !== 'ready' || live.value.length === 0) return null;
  return (
    <fieldset className="setting-group">
      <legend>Learning paths</legend>
      <p className="setting-hint">
        A path is another order over a roadmap’s sections; new cards follow it.
      </p>
      {live.value.map((choice) => (
        <PathSetting key={choice.id} choice={choice} />
      ))}
    </fieldset>
  );
}

function PathSetting({ choice: { id, title, paths, path } }: { choice: PathChoice }) {
  const save = useSaveSettings();
  const options: Readonly<Record<string, string>> = {
    [own]: 'the roadmap’s own order',
    ...Object.fromEntries(paths.map((each) => [each.id, each.title])),
  };
  return (
    <ChoiceSetting
      label={title}
      value={path ?? own}
      options={options}
      onSave={(value) => {
        void save(`${title}: ${options[value] ?? value}.`, [
          { key: 'path', deck: toRoadmapDeck(id), value: value === own ? null : value },
        ]);
      }}
    />
  );
}
