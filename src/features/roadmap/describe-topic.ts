import type { CompiledSection, CompiledTopic, Priority } from '#src/domain/content.ts';
import type { TopicId } from '#src/domain/ids.ts';
import { meanRecall, toRecallBand, type Progress } from '#src/domain/progress.ts';
import type { RecallLook } from '#src/ui/recall-mark.tsx';

export const priorityWords: Readonly<Record<Priority, string>> = {
  mandatory: 'Mandatory',
  good: 'Good to know',
  optional: 'Optional',
  general: 'General',
};

/** A shape for each priority, so that it is told apart at a glance. */
const priorityShapes: Readonly<Record<Priority, string>> = {
  mandatory: '◆',
  good: '◈',
  optional: '◇',
  general: '·',
};

/** What the map shows of a section or topic besides its title. */
export interface TopicLook {
  readonly look: RecallLook;
  readonly facts: string;
  /** Priority and kind, in words; empty where the source has none. */
  readonly marks: string;
  readonly due: number;
  /** All of it in one line, for those who hear it. */
  readonly label: string;
}

/** Where its recall stands on the ramp; never reviewed is a look of its own. */
export function toRecallLook(progress: Progress): RecallLook {
  const recall = meanRecall(progress);
  return recall === undefined ? 'none' : toRecallBand(recall);
}

/** "knows about 134 of 612 cards": the chances of all cards summed up. */
export function describeKnown({ known, cards }: Progress): string {
  return `knows about ${Math.round(known)} of ${cards} cards`;
}

/** The looks of all nodes of a map, by section and topic. */
export function describeTopics(
  sections: readonly CompiledSection[],
  progress: ReadonlyMap<TopicId, Progress>,
): Map<TopicId, TopicLook> {
  const looks = new Map<TopicId, TopicLook>();
  const visit = (topic: CompiledTopic | CompiledSection) => {
    const measured = progress.get(topic.id);
    if (measured !== undefined) looks.set(topic.id, describeTopic(topic, measured));
    topic.topics?.forEach(visit);
  };
  sections.forEach(visit);
  return looks;
}

function describeTopic(topic: CompiledTopic | CompiledSection, progress: Progress): TopicLook {
  const { cards, started, due } = progress;
  const look = toRecallLook(progress);
  const recall = meanRecall(progress);
  const percent = recall === undefined ? undefined : `${Math.round(recall * 100)} %`;
  const kind = 'kind' in topic && topic.kind !== 'learn' ? topic.kind : undefined;
  const { priority } = topic;
  const words = priority === undefined ? [] : [priorityWords[priority]];
  const shape = priority === undefined ? '' : `${priorityShapes[priority]} `;
  const named = kind === undefined ? words : [...words, kind];
  const state = percent === undefined ? 'not started' : `${percent} ${look}`;
  const counted = cards === 0 ? 'no cards yet' : `${started} of ${cards} cards started`;
  return {
    look,
    due,
    facts:
      cards === 0 ? 'No cards yet' : [percent, `${started}/${cards}`].filter(Boolean).join('  '),
    marks: named.length === 0 ? '' : shape + named.join(', '),
    label: [
      `${topic.title}: ${cards === 0 ? counted : `${state}, ${counted}`}`,
      ...(due === 0 ? [] : [`${due} due`]),
      ...named,
    ].join(', '),
  };
}
