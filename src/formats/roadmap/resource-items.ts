import { showsAddress } from './addresses.ts';
import { runsToText, type ListItem, type Run } from './blocks.ts';

const WORDS =
  /\b(?:videos?|courses?|tutorials?|playlists?|books?|e-?books?|articles?|blogs?|crash course|cheat ?sheets?|podcasts?|documentation|docs|youtube|udemy|coursera|freecodecamp|mdn|w3schools|edx|medium|geeksforgeeks|pdf|mooc|talk|guide|handbook|read:|watch:|official (?:site|website))\b|видео|курс|книга|статья|视频|课程|教程|文档|书|動画|記事|강의|영상|livro|libro|vídeo|kitap|دورة|كتاب/iu;
const HOSTS =
  /^https?:\/\/(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|udemy\.com|coursera\.org|edx\.org|medium\.com|dev\.to|amazon\.\w+|oreilly\.com|pluralsight\.com|freecodecamp\.org|bilibili\.com|habr\.com|stepik\.org)\//i;
const ICON = /^\s*(?:📺|📖|📚|🎥|🎓|🔗|📄|📰|📹|🎬|▶️|🎧|📕|📗|📘|📙)/u;

/** Whether an item only leads to something to read or watch. `isNested`: below a topic, where links are rarely topics. */
export function isResourceItem(
  item: ListItem,
  isNested: boolean,
  isAmongResources: boolean,
): boolean {
  const runs = firstRuns(item);
  if (isAmongResources && isNested && (leadsToAddress(runs) || isCalledMedium(runs))) return true;
  if (!isLinkOnly(runs)) return false;
  const text = runsToText(runs);
  if (isAmongResources || /^https?:\/\/\S+$/.test(text.trim())) return true;
  return isNested && (WORDS.test(text) || ICON.test(text) || hasResourceHost(runs));
}

/** Whether a list is mostly such items, so that its remaining links are too. */
export function isResourceList(items: readonly ListItem[], level: number): boolean {
  // Below a topic, names with their addresses written out help with it.
  if (level > 0 && items.length > 1 && leadElsewhere(items)) return true;
  const linked = items.map(firstRuns).filter(isLinkOnly);
  if (linked.length < items.length * 0.6 || linked.length === 0) return false;
  const telling = linked.filter((runs) => {
    const text = runsToText(runs);
    return WORDS.test(text) || ICON.test(text) || (level > 0 && hasResourceHost(runs));
  });
  return telling.length >= linked.length * 0.5;
}

/** Whether all items lead to addresses or, a few of them, to something that has none: "The Garden (book)". */
function leadElsewhere(items: readonly ListItem[]): boolean {
  const runs = items.map(firstRuns);
  const leading = runs.filter(leadsToAddress);
  return (
    leading.length * 2 > items.length &&
    runs.every((each) => leadsToAddress(each) || isCalledMedium(each))
  );
}

/** "The Garden (book, A. Lee)" */
function isCalledMedium(runs: readonly Run[]): boolean {
  return /\((?:free )?(?:e-?books?|books?|videos?|courses?|podcasts?|articles?|livro|libro|livre|buch|книга|kitap|sách|书|本|책|كتاب|کتاب|किताब|বই)(?:,[^()]*)?\)$/iu.test(
    runsToText(runs).trim(),
  );
}

/** "The Book: https://example.org" */
function leadsToAddress(runs: readonly Run[]): boolean {
  return runs.some(showsAddress) && !/[.!?]\s+\p{Lu}/u.test(runsToText(runs));
}

/** An item whose text is a link, with at most a remark in brackets or after a dash. */
export function isLinkOnly(runs: readonly Run[]): boolean {
  const hasLink = runs.some((run) => run.link !== undefined && /^(?:https?:)?\/\//.test(run.link));
  if (!hasLink) return false;
  const outside = runs.filter((run) => run.link === undefined).map((run) => run.text);
  const first = runs.find((run) => run.text.trim() !== '');
  const isLedByLink = first?.link !== undefined || ICON.test(first?.text ?? '');
  return isLedByLink && outside.join('').length < 80;
}

function hasResourceHost(runs: readonly Run[]): boolean {
  return runs.some((run) => HOSTS.test(run.link ?? ''));
}

/** The text an item begins with; empty for one that begins with something else. */
export function firstRuns(item: ListItem): readonly Run[] {
  const first = item.blocks[0];
  return first?.kind === 'paragraph' ? first.runs : [];
}
