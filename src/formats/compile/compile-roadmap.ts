import type {
  CompiledRoadmap,
  CompiledSection,
  CompiledTopic,
  ProgressColumn,
} from '#src/domain/content.ts';
import type { ConceptId, RoadmapId, TopicId } from '#src/domain/ids.ts';
import { isOwnRoadmap, ownRoadmapPrefix } from '#src/domain/own-roadmap.ts';
import { readFrontMatter } from '../front-matter.ts';
import type { Problem } from '../problem.ts';
import type { Outline, OutlineSection, OutlineTopic } from '../roadmap/outline.ts';
import { findProgressTable } from '../roadmap/progress-table.ts';
import { readRoadmap } from '../roadmap/read-roadmap.ts';
import type { UsedId } from './ids-lock.ts';
import type { LinkableTopic } from './link-topics.ts';
import { createSlugger, toSlug } from './topic-ids.ts';

/** A roadmap file as read, before its topics are linked. */
export interface ReadRoadmap {
  readonly id: RoadmapId;
  readonly path: string;
  readonly outline: Outline;
  readonly table: readonly ProgressColumn[] | undefined;
  readonly problems: readonly Problem[];
}

/** Reads a roadmap of the bank. Its id is its front matter's, else a slug of its title, and none that a learner's roadmap may have; what was not understood is a problem. */
export function readBankRoadmap(path: string, content: string): ReadRoadmap {
  const outline = readRoadmap(content);
  const { id } = readFrontMatter(content).data;
  const problems: Problem[] = [...outline.warnings];
  if (outline.sections.length === 0) {
    const message = 'No section was found in this roadmap. Give it headings with lists under them.';
    problems.push({ line: 1, message });
  }
  const roadmapId = typeof id === 'string' ? id : toSlug(outline.title);
  if (isOwnRoadmap(roadmapId)) {
    const line = content.split(/\r\n|\n|\r/).findIndex((each) => /^id\s*:/.test(each)) + 1;
    const message = `An id that begins with "${ownRoadmapPrefix}" is one of a roadmap that a learner brought: the two would be taken for each other. Give this roadmap another id.`;
    problems.push({ line, message });
  }
  const table = findProgressTable(content);
  return { id: roadmapId as RoadmapId, path, outline, table, problems };
}

/** Gives every section and topic its id and concepts. `used` are their ids with their lines. */
export function compileRoadmap(
  { id, path, outline, table }: ReadRoadmap,
  findConcepts: FindConcepts,
): { roadmap: CompiledRoadmap; used: readonly UsedId[] } {
  const used: UsedId[] = [];
  const takeId = (parent: string, slug: string, line: number) => {
    const topicId = `${parent}/${slug}` as TopicId;
    used.push({ kind: 'topic', id: topicId, path, line });
    return topicId;
  };

  const compileTopics = (topics: readonly OutlineTopic[], parent: string): CompiledTopic[] => {
    const slug = createSlugger();
    return topics.map(({ line, topics: parts, ...topic }) => {
      const topicId = takeId(parent, slug(topic.title), line);
      return {
        ...topic,
        id: topicId,
        ...(parts && { topics: compileTopics(parts, topicId) }),
      };
    });
  };
  const slug = createSlugger();
  const compileSection = ({ line, topics, ...section }: OutlineSection): CompiledSection => {
    const sectionId = takeId(id, slug(section.title), line);
    return { ...section, id: sectionId, topics: compileTopics(topics, sectionId) };
  };
  const sections = outline.sections.map(compileSection);
  const roadmap = { id, title: outline.title, sections, ...(table && { table }) };
  return { roadmap: linkRoadmap(roadmap, findConcepts), used };
}

type FindConcepts = (topic: LinkableTopic) => readonly ConceptId[];

/** Gives every topic the concepts that it names, in place of those it had. */
export function linkRoadmap(roadmap: CompiledRoadmap, findConcepts: FindConcepts): CompiledRoadmap {
  const sections = roadmap.sections.map((section) => ({
    ...section,
    topics: linkTopics(section.topics, findConcepts),
  }));
  return { ...roadmap, sections };
}

function linkTopics(topics: readonly CompiledTopic[], findConcepts: FindConcepts): CompiledTopic[] {
  return topics.map(({ concepts: _, topics: parts, ...topic }) => {
    if (parts === undefined) {
      const concepts = findConcepts(topic);
      return { ...topic, ...(concepts.length > 0 && { concepts }) };
    }
    const own = linkTopics(parts, findConcepts);
    // A group's text often repeats its parts, and a card is better shown under the part that it is about.
    const covered = new Set(listConcepts(own));
    const named = findConcepts({ id: topic.id, title: topic.title, text: topic.title });
    const concepts = named.filter((concept) => !covered.has(concept));
    return { ...topic, ...(concepts.length > 0 && { concepts }), topics: own };
  });
}

function listConcepts(topics: readonly CompiledTopic[]): ConceptId[] {
  return topics.flatMap(({ concepts, topics: parts }) => [
    ...(concepts ?? []),
    ...listConcepts(parts ?? []),
  ]);
}
