import { listDrafts, type Draft } from './draft.ts';
import { readKind } from './kind-words.ts';
import { quote, warn, type Reading } from './reading.ts';

/** What is known of sections beside their topics. */
export interface LinkSections {
  /** Sections with numbered lists: links in an order are steps. */
  readonly ordered: ReadonlySet<Draft>;
  /** Sections whose headings each had nothing but links to read or watch. */
  readonly away: ReadonlySet<Draft>;
  /** What is listed before the first heading, as a diagram of the whole. */
  readonly before: readonly Draft[];
}

/** Sections of nothing but links that show that links are no topics here. */
const MOST_LINKS = 0.8;
const FEW_LINKS = 0.3;

/** The sections without those that only link to other places, in a roadmap whose topics are no links; tools and projects have pages of their own. */
export function dropLinkSections(
  sections: readonly Draft[],
  { ordered, away, before }: LinkSections,
  reading: Reading,
): Draft[] {
  const filled = [...before, ...sections].filter(({ topics }) => topics.length > 0);
  const shares = new Map(filled.map((section) => [section, shareOfLinks(section)]));
  const plain = filled.filter((each) => !away.has(each) && (shares.get(each) ?? 0) < FEW_LINKS);
  if (plain.length < 2 || plain.length * 2 <= filled.length) return [...sections];
  return sections.filter((section) => {
    const isLinks = (shares.get(section) ?? 0) >= MOST_LINKS && !ordered.has(section);
    const isPart = (section.number ?? section.period ?? readKind(section.title)) !== undefined;
    if (isPart || !(isLinks || away.has(section))) return true;
    warn(
      reading,
      section.line,
      `${quote(section.title)} lists things to read or watch and was left out.`,
    );
    return false;
  });
}

function shareOfLinks({ topics }: Draft): number {
  const ends = listDrafts(topics).filter((topic) => topic.topics.length === 0);
  return ends.filter(({ link }) => /^https?:/.test(link ?? '')).length / Math.max(1, ends.length);
}
