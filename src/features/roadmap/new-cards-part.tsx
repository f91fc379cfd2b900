import { useState } from 'react';
import { isPlainIntroduction } from '#src/domain/introduction.ts';
import type { IntroductionPreview } from '#src/domain/preview-introduction.ts';
import { toRoadmapDeck } from '#src/domain/ids.ts';
import type { IntroductionSettings } from '#src/domain/settings.ts';
import { useStore } from '#src/storage/react.tsx';
import { setSettings, type SettingChange } from '#src/storage/set-settings.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { countWaiting, describeWait } from '#src/ui/wait-words.ts';
import { NewCardsForm } from './new-cards-form.tsx';
import { describePreview } from './preview-words.ts';
import { useRoadmapState } from './roadmap-state.tsx';
import { useUndoable } from './use-undoable.tsx';

/** Which new cards of the roadmap come and in which order: in short, and to be changed. */
export function NewCardsPart() {
  const store = useStore();
  const state = useRoadmapState();
  const [isOpen, setOpen] = useState(false);
  const { run, report } = useUndoable();
  if (state === null) return null;
  const { introduction, settings, preview } = state;
  const { roadmap } = introduction.input;
  if (preview.fresh === 0 && isPlainIntroduction(settings)) return null;
  const path = roadmap.paths?.find(({ id }) => id === settings.path);
  const handleSave = (chosen: IntroductionSettings) => {
    setOpen(false);
    const changes = listChanges(settings, chosen, toRoadmapDeck(roadmap.id));
    if (changes.length === 0) return;
    void run('New cards now come as you chose.', () => setSettings(store, changes));
  };
  return (
    <section className="new-cards" aria-label="New cards">
      <div className="row">
        <Button
          aria-haspopup="dialog"
          onClick={() => {
            setOpen(true);
          }}
        >
          New cards
        </Button>
        <p className="small muted">
          {path === undefined ? 'In the roadmap’s order' : `Path: ${path.title}`}
          {`. ${describePreview(preview)}`}
        </p>
      </div>
      <Waits preview={preview} />
      {report}
      {isOpen && (
        <Dialog
          title="New cards"
          onClose={() => {
            setOpen(false);
          }}
        >
          <NewCardsForm introduction={introduction} onSave={handleSave} />
        </Dialog>
      )}
    </section>
  );
}

function Waits({ preview: { waiting, waits } }: { preview: IntroductionPreview }) {
  const [first, ...others] = waits.filter(({ cards }) => cards.length > 0);
  if (first === undefined) return null;
  return (
    <p className="small">
      {first.title} waits {describeWait(first)}. {countWaiting(waiting)}
      {others.length > 0 &&
        ` in ${others.length + 1} topics, each until the one before it is steady`}
      .
    </p>
  );
}

const keys = [
  'newPriorities',
  'newSections',
  'skippedKinds',
  'waitStabilityDays',
  'path',
] as const satisfies readonly (keyof IntroductionSettings)[];

/** What of the chosen differs from what is set. */
function listChanges(
  before: IntroductionSettings,
  chosen: IntroductionSettings,
  deck: string,
): SettingChange[] {
  return keys
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(chosen[key]))
    .map((key) => ({ key, deck, value: chosen[key] }) as SettingChange);
}
