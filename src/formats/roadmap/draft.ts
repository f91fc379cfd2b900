import type {
  OutlineSection,
  OutlineTopic,
  TopicKind,
  TopicPriority,
  TopicStatus,
} from './outline.ts';

/** What a title, a cell or a label says apart from its name. */
export interface Attributes {
  number?: string;
  priority?: TopicPriority;
  kind?: TopicKind;
  status?: TopicStatus;
  started?: string;
  finished?: string;
  link?: string;
  period?: string;
}

/** A section or topic while the reader is still finding out which of the two it is. */
export interface Draft extends Attributes {
  title: string;
  text: string;
  line: number;
  details?: string[];
  topics: Draft[];
}

/** Levels of topics that are kept; what lies deeper is listed at the deepest level. */
export const DEEPEST_LEVEL = 60;

/** A draft as a section: priority, status, period and dates as the source gives them. */
export function draftToSection(draft: Draft): OutlineSection {
  return {
    title: draft.title,
    line: draft.line,
    ...pick(draft, ['number', 'priority', 'period', 'status', 'started', 'finished', 'link']),
    topics: draft.topics.map(draftToTopic),
  };
}

/** A draft as a topic. A period, which only sections have a place for, stays readable in the details. */
export function draftToTopic(draft: Draft): OutlineTopic {
  const details = [...(draft.details ?? [])];
  if (draft.period !== undefined && draft.period !== draft.title) details.push(draft.period);
  return {
    title: draft.title,
    text: draft.text,
    line: draft.line,
    ...(details.length > 0 ? { details } : {}),
    ...pick(draft, ['number', 'priority', 'kind', 'status', 'started', 'finished', 'link']),
    ...(draft.topics.length > 0 ? { topics: draft.topics.map(draftToTopic) } : {}),
  };
}

function pick<K extends keyof Attributes>(
  draft: Draft,
  keys: readonly K[],
): { [Key in K]?: NonNullable<Attributes[Key]> } {
  const picked: { [Key in K]?: NonNullable<Attributes[Key]> } = {};
  for (const key of keys) {
    const value = draft[key];
    if (value !== undefined) picked[key] = value;
  }
  return picked;
}

/** Every draft of a forest, parents before children. */
export function listDrafts(drafts: readonly Draft[]): Draft[] {
  return drafts.flatMap((draft) => [draft, ...listDrafts(draft.topics)]);
}

/** Drafts without those whose name came out empty; what these held takes their place. */
export function withoutNameless(drafts: readonly Draft[]): Draft[] {
  return drafts.flatMap((draft) => {
    const topics = withoutNameless(draft.topics);
    return /[^\s\p{C}\p{Z}]/u.test(draft.title) ? [{ ...draft, topics }] : topics;
  });
}
