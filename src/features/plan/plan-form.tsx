import { useId, type ReactNode } from 'react';
import type { CompiledSection } from '#src/domain/content.ts';
import type { DraftReading, PlanDraft } from './plan-draft.ts';

const kinds = {
  finish: 'Finish by a date',
  pace: 'So many new cards a day',
  periods: 'The roadmap’s own periods',
  interview: 'Be ready for an interview',
} as const satisfies Record<PlanDraft['kind'], string>;

/** What the learner asks of the plan. */
export function PlanForm({
  draft,
  reading,
  sections,
  hasPeriods,
  hasPriorities,
  onChange,
}: {
  draft: PlanDraft;
  reading: DraftReading;
  sections: readonly CompiledSection[];
  hasPeriods: boolean;
  hasPriorities: boolean;
  onChange: (draft: PlanDraft) => void;
}) {
  const problemAt = (field: string) =>
    'problem' in reading && reading.field === field ? reading.problem : undefined;
  const isDated = draft.kind === 'finish' || draft.kind === 'interview';
  return (
    <form
      className="plan-form"
      aria-label="Plan"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <fieldset className="plan-kinds">
        <legend>What do you want?</legend>
        {Object.entries<string>(kinds).map(([kind, words]) => {
          if (kind === 'periods' && !hasPeriods) return null;
          return (
            <label key={kind} className="plan-choice">
              <input
                type="radio"
                name="kind"
                checked={draft.kind === kind}
                onChange={() => {
                  onChange({ ...draft, kind: kind as PlanDraft['kind'], reviewsPerDay: null });
                }}
              />
              {words}
            </label>
          );
        })}
      </fieldset>
      {isDated && (
        <Field
          label={draft.kind === 'finish' ? 'Last day' : 'Day of the interview'}
          problem={problemAt('until')}
        >
          {(props) => (
            <input
              {...props}
              type="date"
              value={draft.until}
              onChange={(event) => {
                onChange({ ...draft, until: event.target.value });
              }}
            />
          )}
        </Field>
      )}
      {draft.kind === 'pace' && (
        <NumberField
          label="New cards a day"
          value={draft.newPerDay}
          problem={problemAt('newPerDay')}
          onChange={(newPerDay) => {
            onChange({ ...draft, newPerDay });
          }}
        />
      )}
      {draft.kind === 'interview' && (
        <>
          <NumberField
            label="Recall of each card on that day, %"
            value={draft.recallPercent}
            problem={problemAt('recallPercent')}
            onChange={(recallPercent) => {
              onChange({ ...draft, recallPercent });
            }}
          />
          <SectionChoice
            sections={sections}
            chosen={draft.sections}
            problem={problemAt('sections')}
            onChange={(chosen) => {
              onChange({ ...draft, sections: chosen });
            }}
          />
        </>
      )}
      <NumberField
        label="Minutes a day, at most"
        hint="Leave it empty for no limit."
        value={draft.minutes}
        problem={problemAt('minutes')}
        onChange={(minutes) => {
          onChange({ ...draft, minutes });
        }}
      />
      {hasPriorities && (
        <label className="plan-choice">
          <input
            type="checkbox"
            checked={draft.mandatoryOnly}
            onChange={(event) => {
              onChange({ ...draft, mandatoryOnly: event.target.checked });
            }}
          />
          Only mandatory topics
        </label>
      )}
    </form>
  );
}

function SectionChoice({
  sections,
  chosen,
  problem,
  onChange,
}: {
  sections: readonly CompiledSection[];
  chosen: PlanDraft['sections'];
  problem: string | undefined;
  onChange: (chosen: PlanDraft['sections']) => void;
}) {
  const id = useId();
  return (
    <fieldset className="plan-kinds" aria-describedby={id}>
      <legend>Sections it is about</legend>
      <p id={id} className="plan-problem" role="alert">
        {problem}
      </p>
      {sections.map((section) => (
        <label key={section.id} className="plan-choice">
          <input
            type="checkbox"
            checked={chosen.includes(section.id)}
            onChange={(event) => {
              const others = chosen.filter((each) => each !== section.id);
              onChange(event.target.checked ? [...others, section.id] : others);
            }}
          />
          {section.title}
        </label>
      ))}
    </fieldset>
  );
}

interface FieldProps {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
}

function Field({
  label,
  hint,
  problem,
  children,
}: {
  label: string;
  hint?: string;
  problem: string | undefined;
  children: (props: FieldProps) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="plan-field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-invalid': problem !== undefined,
        'aria-describedby': `${id}-hint ${id}-problem`,
      })}
      <p id={`${id}-hint`} className="muted small">
        {hint}
      </p>
      <p id={`${id}-problem`} className="plan-problem" role="alert">
        {problem}
      </p>
    </div>
  );
}

function NumberField({
  value,
  onChange,
  ...field
}: {
  label: string;
  hint?: string;
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
}) {
  return (
    <Field {...field}>
      {(props) => (
        <input
          {...props}
          // A number field would hide what is wrong with its text, and turn with the wheel.
          inputMode="numeric"
          autoComplete="off"
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      )}
    </Field>
  );
}
