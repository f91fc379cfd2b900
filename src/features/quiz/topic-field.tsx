import { useEffect, useRef } from 'react';
import type { CompiledSection, CompiledTopic } from '#src/domain/content.ts';
import { meanRecall, type Progress } from '#src/domain/progress.ts';
import type { RoadmapProgress } from '#src/storage/overview.ts';
import { chooseSection, chooseTopic, describeSection, type Selection } from './topic-selection.ts';

/** Roadmaps, their sections and topics to tick, each with its cards and what is remembered of them. */
export function TopicField({
  roadmaps,
  followed,
  selected,
  onChange,
}: {
  roadmaps: readonly RoadmapProgress[];
  followed: readonly string[];
  selected: Selection;
  onChange: (selected: Selection) => void;
}) {
  return (
    <fieldset className="quiz-field">
      <legend>What shall be asked?</legend>
      {roadmaps.map(({ roadmap, progress, whole }) => (
        <details key={roadmap.id} className="quiz-roadmap" open={followed.includes(roadmap.id)}>
          <summary>
            <strong>{roadmap.title}</strong> <span className="muted small">{describe(whole)}</span>
          </summary>
          <ul>
            {roadmap.sections.map((section) => (
              <SectionRow
                key={section.id}
                section={section}
                progress={progress}
                selected={selected}
                onChange={onChange}
              />
            ))}
          </ul>
        </details>
      ))}
    </fieldset>
  );
}

interface SectionRowProps {
  readonly section: CompiledSection;
  readonly progress: RoadmapProgress['progress'];
  readonly selected: Selection;
  readonly onChange: (selected: Selection) => void;
}

function SectionRow({ section, progress, selected, onChange }: SectionRowProps) {
  const state = describeSection(selected, section);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = state === 'some';
  }, [state]);
  const own = progress.get(section.id);
  if (own === undefined || own.cards === 0) return null;
  const topics = section.topics.filter(({ id }) => (progress.get(id)?.cards ?? 0) > 0);
  return (
    <li>
      <label className="quiz-tick">
        <input
          ref={box}
          type="checkbox"
          checked={state === 'all'}
          onChange={(event) => {
            onChange(chooseSection(selected, section, event.target.checked));
          }}
        />
        <span>
          {section.title} <span className="muted small">{describe(own)}</span>
        </span>
      </label>
      <details className="quiz-topics">
        <summary>
          {topics.length === 1 ? 'One topic' : `${topics.length} topics`}
          <span className="visually-hidden"> of {section.title}</span>
        </summary>
        <ul>
          {topics.map((topic) => (
            <TopicRow
              key={topic.id}
              topic={topic}
              progress={progress.get(topic.id)}
              isChosen={state === 'all' || selected.has(topic.id)}
              onChoose={(isChosen) => {
                onChange(chooseTopic(selected, section, topic.id, isChosen));
              }}
            />
          ))}
        </ul>
      </details>
    </li>
  );
}

function TopicRow({
  topic,
  progress,
  isChosen,
  onChoose,
}: {
  topic: CompiledTopic;
  progress: Progress | undefined;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}) {
  return (
    <li>
      <label className="quiz-tick">
        <input
          type="checkbox"
          checked={isChosen}
          onChange={(event) => {
            onChoose(event.target.checked);
          }}
        />
        <span>
          {topic.title}{' '}
          <span className="muted small">{progress !== undefined && describe(progress)}</span>
        </span>
      </label>
    </li>
  );
}

function describe(progress: Progress): string {
  const recall = meanRecall(progress);
  const cards = progress.cards === 1 ? 'one card' : `${progress.cards} cards`;
  return recall === undefined ? cards : `${cards}, ${Math.round(recall * 100)} % recall`;
}
