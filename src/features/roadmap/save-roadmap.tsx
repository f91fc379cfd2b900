import { useState } from 'react';
import type { CompiledRoadmap } from '#src/domain/content.ts';
import { toIsoDate, toStudyDay } from '#src/domain/day.ts';
import { toRoadmapFileName } from '#src/formats/roadmap/roadmap-file-name.ts';
import { writeRoadmap, type RoadmapForm } from '#src/formats/roadmap/write-roadmap.ts';
import { useStore } from '#src/storage/react.tsx';
import type { Store } from '#src/storage/store.ts';
import { loadDatedStatuses } from '#src/storage/topic-statuses.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import { saveFile } from '#src/ui/save-file.ts';

/** Saves a roadmap with the learner's statuses and dates as a Markdown file; asks for its form where there are two. */
export function SaveRoadmap({ roadmap }: { roadmap: CompiledRoadmap }) {
  const store = useStore();
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const handleSave = (form: RoadmapForm) => {
    setOpen(false);
    setWords('');
    saveRoadmap(store, roadmap, form).then(
      (name) => {
        setWords(`Saved as ${name}.`);
      },
      (error: unknown) => {
        setWords(`Nothing was saved. ${toMessage(error)}`);
      },
    );
  };
  return (
    <>
      <Button
        onClick={() => {
          if (roadmap.table === undefined) handleSave('checklist');
          else setOpen(true);
        }}
      >
        Save as Markdown
      </Button>
      <p role="status" className="small saved-name">
        {words}
      </p>
      {isOpen && (
        <Dialog
          title="Save as Markdown"
          onClose={() => {
            setOpen(false);
          }}
        >
          <p>
            The file holds every topic with your status and dates. It can be read back, by Cairn or
            by anyone.
          </p>
          <div className="row">
            <Button
              look="primary"
              onClick={() => {
                handleSave('tables');
              }}
            >
              Progress tables
            </Button>
            <Button
              onClick={() => {
                handleSave('checklist');
              }}
            >
              Checklist
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

async function saveRoadmap(
  store: Store,
  { id, title }: CompiledRoadmap,
  form: RoadmapForm,
): Promise<string> {
  const found = await loadDatedStatuses(store, id);
  if (found === undefined) throw new Error('This device no longer has this roadmap.');
  const now = store.clock.now();
  const date = toIsoDate(toStudyDay(now, store.clock.offsetMinutes(now), 0));
  const name = toRoadmapFileName(title, date);
  const text = writeRoadmap(found.roadmap, found.statuses, form);
  saveFile(name, new Blob([text], { type: 'text/markdown' }));
  return name;
}
