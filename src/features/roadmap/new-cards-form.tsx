import { useId, useState } from 'react';
import type { LearningPath, Priority, TopicKind } from '#src/domain/content.ts';
import { previewIntroduction } from '#src/domain/preview-introduction.ts';
import { walkTopics } from '#src/domain/roadmap-cards.ts';
import { plainIntroduction, type IntroductionSettings } from '#src/domain/settings.ts';
import type { Introduction } from '#src/storage/introductions.ts';
import { Button } from '#src/ui/button.tsx';
import { describePreview } from './preview-words.ts';

const priorityNames: Readonly<Record<Priority | 'none', string>> = {
  mandatory: 'Mandatory',
  good: 'Good to know',
  optional: 'Optional',
  general: 'General',
  none: 'Without a priority',
};

const kindNames: Readonly<Record<TopicKind, string>> = {
  learn: 'To learn',
  practice: 'Practice',
  project: 'Projects',
  tool: 'Tools',
  rule: 'Rules',
};

const usualWaitDays = 21;

/** Settings of a roadmap's new cards as a draft, with what they would change; saved together. */
export function NewCardsForm({
  introduction: { input, settings },
  onSave,
}: {
  introduction: Introduction;
  onSave: (chosen: IntroductionSettings) => void;
}) {
  const [draft, setDraft] = useState<IntroductionSettings>(settings);
  const { roadmap } = input;
  const change = (part: Partial<IntroductionSettings>) => {
    setDraft({ ...draft, ...part });
  };
  const visits = [...walkTopics(roadmap)];
  const priorities = keepOrder(
    priorityNames,
    visits.map(({ priority }) => priority ?? 'none'),
  );
  const kinds = keepOrder(
    kindNames,
    visits.map(({ kind }) => kind ?? 'learn'),
  );
  const sections = roadmap.sections.map(({ id, title }) => ({ value: id, name: title }));
  return (
    <form
      className="new-cards-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(draft);
      }}
    >
      <p role="status" className="new-cards-preview">
        {describePreview(previewIntroduction(input, draft))}
      </p>
      {roadmap.paths !== undefined && (
        <Paths
          paths={roadmap.paths}
          chosen={draft.path}
          onChoose={(path) => {
            change({ path });
          }}
        />
      )}
      <Wait
        days={draft.waitStabilityDays}
        onChange={(waitStabilityDays) => {
          change({ waitStabilityDays });
        }}
      />
      <Choices
        legend="Priorities"
        options={priorities}
        chosen={draft.newPriorities}
        onChoose={(newPriorities) => {
          change({ newPriorities });
        }}
      />
      <Choices
        legend="Kinds"
        options={kinds}
        chosen={kinds
          .map(({ value }) => value)
          .filter((kind) => !draft.skippedKinds.includes(kind))}
        onChoose={(chosen) => {
          const all = kinds.map(({ value }) => value);
          change({ skippedKinds: all.filter((kind) => chosen?.includes(kind) === false) });
        }}
      />
      <Choices
        legend="Sections"
        options={sections}
        chosen={draft.newSections}
        onChoose={(newSections) => {
          change({ newSections });
        }}
      />
      <div className="row new-cards-save">
        <Button look="primary" type="submit">
          Save
        </Button>
        <Button
          onClick={() => {
            setDraft({ ...draft, ...plainIntroduction });
          }}
        >
          All, in the roadmap’s order
        </Button>
      </div>
    </form>
  );
}

function keepOrder<Value extends string>(
  names: Readonly<Record<Value, string>>,
  found: readonly Value[],
): { value: Value; name: string }[] {
  return (Object.keys(names) as Value[])
    .filter((value) => found.includes(value))
    .map((value) => ({ value, name: names[value] }));
}

function Paths({
  paths,
  chosen,
  onChoose,
}: {
  paths: readonly LearningPath[];
  chosen: string | null;
  onChoose: (path: string | null) => void;
}) {
  const id = useId();
  const own = { id: null, title: 'The roadmap’s own', about: 'Its sections from first to last.' };
  return (
    <fieldset className="order-choices">
      <legend>Learning path</legend>
      {[own, ...paths].map((path) => (
        <label key={path.id ?? ''} className="order-choice">
          <input
            type="radio"
            name={id}
            checked={path.id === (paths.some((each) => each.id === chosen) ? chosen : null)}
            onChange={() => {
              onChoose(path.id);
            }}
          />
          <span>
            {path.title} <span className="muted small">{path.about}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Wait({
  days,
  onChange,
}: {
  days: number | null;
  onChange: (days: number | null) => void;
}) {
  const id = useId();
  return (
    <fieldset className="order-choices">
      <legend>Pace</legend>
      <label className="order-choice">
        <input
          type="checkbox"
          checked={days !== null}
          onChange={(event) => {
            onChange(event.target.checked ? usualWaitDays : null);
          }}
        />
        <span>
          Wait for steady topics{' '}
          <span className="muted small">
            A topic’s new cards come when the topic before it is steady. What is suspended, left out
            or taken as known is not waited for.
          </span>
        </span>
      </label>
      {days !== null && (
        <div className="wait-days">
          <label htmlFor={id}>Steady from a mean stability of</label>
          <select
            id={id}
            value={days}
            onChange={(event) => {
              onChange(Number(event.target.value));
            }}
          >
            {[...new Set([3, 7, 14, 21, 30, 60, 90, days])]
              .sort((one, other) => one - other)
              .map((each) => (
                <option key={each} value={each}>
                  {each} days
                </option>
              ))}
          </select>
        </div>
      )}
    </fieldset>
  );
}

/** Boxes to tick; null is all of them. Nothing where there is nothing to choose between. */
function Choices<Value extends string>({
  legend,
  options,
  chosen,
  onChoose,
}: {
  legend: string;
  options: readonly { readonly value: Value; readonly name: string }[];
  chosen: readonly Value[] | null;
  onChoose: (chosen: readonly Value[] | null) => void;
}) {
  if (options.length < 2) return null;
  const ticked = options
    .map(({ value }) => value)
    .filter((value) => chosen?.includes(value) ?? true);
  const handleTick = (value: Value, isTicked: boolean) => {
    const next = options
      .map((option) => option.value)
      .filter((each) => (each === value ? isTicked : ticked.includes(each)));
    onChoose(next.length === options.length ? null : next);
  };
  return (
    <fieldset className="order-choices">
      <legend>{legend}</legend>
      {options.map(({ value, name }) => (
        <label key={value} className="order-choice">
          <input
            type="checkbox"
            checked={ticked.includes(value)}
            onChange={(event) => {
              handleTick(value, event.target.checked);
            }}
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
