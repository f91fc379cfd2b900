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

/** On the map: a shape for each, told apart at a glance, and a word that leaves room for others. */
const priorityMarks: Readonly<Record<Priority, string>> = {
  mandatory: '◆ Mandatory',
  good: '◈ Good',
  optional: '◇ Optional',
  general: '· General',
};

/** What the map shows of a section or topic besides its title. */
export interface TopicLook {
  readonly look: RecallLook;
  readonly facts: string;
  /** Priority and kind, in words; empty where the source has none. */
  readonly marks: string;
  readonly due: number;
  /** In words what the colour shows, for those who hear it. */
  readonly heard: string;
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
  const percent = recall === undefined ? [] : [`${Math.round(recall * 100)} %`];
  const kind = 'kind' in topic && topic.kind !== 'learn' ? topic.kind : undefined;
  const { priority } = topic;
  const marks = [priority && priorityMarks[priority], kind];
  return {
    look,
    due,
    facts: cards === 0 ? 'No cards yet' : [...percent, `${started}/${cards} cards`].join('  '),
    marks: marks.filter((mark) => mark !== undefined).join(', '),
    heard: look === 'none' ? 'not started' : `recall ${look}`,
  };
}
