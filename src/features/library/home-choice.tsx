import type { HomeId } from '#src/domain/ids.ts';
import type { Planning } from './importer.ts';

/** Which deck or roadmap a file updates, where there is one that it may be a newer file of. */
export function HomeChoice({
  candidates,
  updates,
  kind,
  onChange,
}: {
  candidates: readonly { readonly home: string; readonly title: string }[];
  updates: string | null;
  kind: 'deck' | 'roadmap';
  onChange: (planning: Planning) => void;
}) {
  if (candidates.length === 0) return null;
  return (
    <label className="library-field">
      Import as
      <select
        value={updates ?? ''}
        onChange={(event) => {
          const chosen = candidates.find(({ home }) => home === event.target.value);
          onChange({ home: (chosen?.home ?? null) as HomeId | null });
        }}
      >
        <option value="">a new {kind}</option>
        {candidates.map(({ home, title }) => (
          <option key={home} value={home}>
            a newer file of “{title}”
          </option>
        ))}
      </select>
    </label>
  );
}
