import { captured } from './captured.ts';
import { readDate } from './dates.ts';
import type { Attributes } from './draft.ts';
import { leadingDecoration, normalizeName, stripDecoration, trailingDecoration } from './names.ts';
import { readPeriod } from './period.ts';
import { readPriority } from './priority-words.ts';
import type { Reading, SignMeaning } from './reading.ts';
import { isPlainStatusIcon, readBox, readStatus, readStatusIcon } from './status-words.ts';

const GROUP = /[([{（【［]([^()[\]{}（）【】［］]{1,60})[)\]}）】］]/gu;
/** Words that are statuses in a table of progress but mean other things in brackets: "Routing (Next)". */
const LOOSE_STATUS =
  /^(?:open|no|yes|x|next.*|reading|learning|studying|review.*|current.*|active|started|later|closed|future|soon|passed|partial.*|scheduled|locked|общее|no)$/u;
const LEADING_WORD = /^([\p{L} -]{3,24}?)\s*[:：]\s*(?=\S)/u;
const TRAILING_WORD = /\s[-–—]\s*([\p{L} -]{3,24})$/u;
const POINTER =
  /^(?:docs?|documentation|links?|videos?|articles?|guide|source|here|read more|more|tutorial|course|website|site|official (?:docs|site|website)|notes?|repo|github|playlist|book|wiki|примеры|ссылка|文档|链接|リンク|링크)$/u;

/** Takes what a name says beside itself ("(optional)", "[2 weeks]", "✅", "— must know") off it, into `found`. */
export function takeTags(name: string, reading: Reading, found: Attributes): string {
  let rest = takeIcons(name, reading, found);
  rest = rest.replace(GROUP, (whole: string, content: string) => {
    // Brackets that hold a mark ("[x]") were read as an icon before; those around a link's name only point at it.
    if (found.link !== undefined && POINTER.test(normalizeName(content))) return '';
    return takeGroup(content, reading, found) ? '' : whole;
  });
  const trailing = TRAILING_WORD.exec(rest);
  if (trailing && takeWord(trailing[1] ?? '', found)) rest = rest.slice(0, trailing.index);
  const leading = LEADING_WORD.exec(rest);
  if (leading && takeLeadingWord(leading[1] ?? '', found)) rest = rest.slice(leading[0].length);
  return takeIcons(rest.replace(/\s{2,}/g, ' ').trim(), reading, found);
}

/** A word that stands apart from the name (set in code, bold or italics): true when it was an attribute. */
export function takeWord(word: string, found: Attributes): boolean {
  const plain = word.replace(/^[#@!]+/, '');
  const priority = readPriority(plain);
  if (priority !== undefined) {
    found.priority ??= priority;
    return true;
  }
  const status = LOOSE_STATUS.test(normalizeName(plain)) ? undefined : readStatus(plain);
  if (status !== undefined && normalizeName(plain) !== '') {
    found.status ??= status;
    return true;
  }
  return false;
}

function takeGroup(content: string, reading: Reading, found: Attributes): boolean {
  const parts = content
    .split(/\s*[,;|·/•]\s*|\s+[-–—]\s+(?=\p{Ll})/u)
    .filter((part) => part !== '');
  const period = readPeriod(content);
  if (period !== undefined) {
    found.period ??= period;
    return true;
  }
  if (takeDates(content, reading, found)) return true;
  if (/^(?:completed|progress|done)\s*:?\s*\d+\s*[/%]/i.test(content)) return true;
  const trial: Attributes = {};
  const isTag = parts.length > 0 && parts.every((part) => takePart(part, reading, trial));
  if (isTag) assignMissing(found, trial);
  return isTag;
}

function takePart(part: string, reading: Reading, found: Attributes): boolean {
  const period = readPeriod(part);
  if (period !== undefined) {
    found.period ??= period;
    return true;
  }
  if (takeWord(part, found)) return true;
  const meaning = findMeaning(part, reading);
  if (meaning !== undefined) assignMissing(found, meaning);
  return meaning !== undefined;
}

/** "(09.02.2026)", "(09.02.2026 – 12.02.2026)", "(completed 2026-02-12)". */
function takeDates(content: string, reading: Reading, found: Attributes): boolean {
  const worded = /^(\p{L}+(?: \p{L}+)?)(?:\s+on)?\s*[:：]?\s+(\d.*)$/u.exec(content);
  const status = worded ? readStatus(captured(worded, 1)) : undefined;
  const date = readDate(worded && status ? captured(worded, 2) : content, reading.dateOrder);
  if (date?.length === 10) {
    if (status) found.status = status;
    if (status === 'in-progress') found.started ??= date;
    else found.finished ??= date;
    return true;
  }
  const range = content
    .split(/\s+[-–—→]\s+|\s*[–—→]\s*/)
    .map((p) => readDate(p, reading.dateOrder));
  const [started, finished] = range;
  if (range.length !== 2 || started?.length !== 10 || finished?.length !== 10) return false;
  found.started ??= started;
  found.finished ??= finished;
  return true;
}

function takeLeadingWord(word: string, found: Attributes): boolean {
  if (
    /^(?:important|background|general|extra|critical|essentials?|core|high|low|medium)/iu.test(word)
  )
    return false;
  const priority = readPriority(word);
  if (priority !== undefined) found.priority ??= priority;
  return priority !== undefined;
}

function takeIcons(name: string, reading: Reading, found: Attributes): string {
  const box = /^\s*\[([ xX✓✔✅~/-])\uFE0F?\]\s+/u.exec(name);
  if (box) found.status ??= readBox(captured(box, 1));
  const unboxed = box ? name.slice(box[0].length) : name;
  const dated = takeTaskDates(unboxed, reading, found);
  for (const icon of signsIn(leadingDecoration(dated))) takeIcon(icon, reading, found, false);
  for (const icon of signsIn(trailingDecoration(dated))) takeIcon(icon, reading, found, true);
  return stripDecoration(dated);
}

/** Obsidian's tasks: ✅ done on, 🛫 started on. Other dates there are plans. */
function takeTaskDates(name: string, reading: Reading, found: Attributes): string {
  return name.replace(
    /\s*([✅🛫⏳📅➕])\uFE0F?\s*(\d{4}-\d{2}-\d{2})/gu,
    (_, icon: string, day: string) => {
      const date = readDate(day, reading.dateOrder);
      if (date !== undefined && icon === '✅')
        Object.assign(found, { status: 'completed', finished: date });
      if (date !== undefined && icon === '🛫') found.started = date;
      return '';
    },
  );
}

function takeIcon(icon: string, reading: Reading, found: Attributes, isTrailing: boolean): void {
  const meaning = findMeaning(icon, reading);
  if (meaning !== undefined) {
    assignMissing(found, meaning);
    return;
  }
  const isBox = /^[☑☐🔲]/u.test(icon);
  if (!isBox && !reading.hasStatusIcons && !(isTrailing && icon.startsWith('✅'))) return;
  if (!isTrailing && !isPlainStatusIcon(icon)) return;
  const status = readStatusIcon(icon);
  if (status !== undefined) found.status ??= status;
}

/** Single signs of a run of emoji, their colouring selectors left off. */
export function signsIn(text: string): string[] {
  return [...text.replace(/[\uFE0E\uFE0F\u200D]/g, '')];
}

/** What the legend says of an icon or a colour's name. */
export function findMeaning(sign: string, reading: Reading): SignMeaning | undefined {
  return reading.legend.get(
    sign
      .replace(/[\uFE0E\uFE0F]/g, '')
      .trim()
      .toLowerCase(),
  );
}

/** Sets the attributes that are not set yet. */
export function assignMissing(target: Attributes, source: Attributes | SignMeaning): void {
  const merged = { ...source, ...target };
  Object.assign(target, merged);
}
