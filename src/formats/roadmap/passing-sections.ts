import { listDrafts, type Draft } from './draft.ts';
import { isPathList } from './file-paths.ts';
import { isAdviceName, isScheduleName } from './heading-names.ts';
import { normalizeName, stripDecoration, wholeName } from './names.ts';
import { isNumberedPart } from './ordinals.ts';
import { isOverview, listKnown } from './overview.ts';
import { quote, warn, type Reading } from './reading.ts';
import { countWords } from './split-parts.ts';

/** Numbered parts that make the roadmap, beside which other sections may only speak of it. */
const FEWEST_PARTS = 3;
/** Texts with more sections are no roadmap that repeats itself; comparing each with each would only cost time. */
const MOST_SECTIONS = 60;
/** No overview is longer. */
const MOST_REPEATED = 100;
/** Fewer topics that stand elsewhere too are chance. */
const FEWEST_REPEATED = 4;

/**
 * The sections without those that only speak of the others: that repeat them, say when each is due, or tell how to study.
 * `grouped`: sections with headings of their own, which do more than to introduce what comes after them.
 */
export function dropPassingSections(
  sections: readonly Draft[],
  grouped: ReadonlySet<Draft>,
  reading: Reading,
): Draft[] {
  const lasting = sections.filter((section) => !takesMinutes(section));
  const own = lasting.filter(isPart);
  const holders = own.length < FEWEST_PARTS ? findHolders(lasting) : [];
  const parts = [...own, ...holders.flatMap(({ topics }) => topics.filter(isPart))];
  const whole = new Set([...own, ...holders]);
  const first = sections.findIndex((each) => whole.has(each));
  const before = new Set(sections.slice(0, Math.max(0, first)));
  const arePartsTold = parts.length > 0 && shareOfSentences(parts) > 0.3;
  const remarkOn = (section: Draft): string | undefined => {
    if (repeatsTitles(section, sections)) return 'repeats the names of other sections';
    if (takesMinutes(section) && parts.length >= FEWEST_PARTS) return 'tells how to study';
    if (isPart(section) || whole.has(section)) return undefined;
    if (repeatsTopics(section, sections)) return 'repeats what other sections list';
    if (parts.length < FEWEST_PARTS) return undefined;
    if (before.has(section) && !grouped.has(section) && !arePartsTold) {
      const isIntroduction = section.number === undefined && section.topics.length > 1;
      if (isIntroduction) return 'introduces the roadmap';
    }
    if (isScheduleName(section.title)) return 'says when the other sections are due';
    if (isAdviceName(section.title) || isRoutine(section)) return 'tells how to study';
    if (section.topics.every(isPath)) return 'says where things lie';
    const isTold = section.topics.length > 1 && shareOfSentences([section]) >= 0.7;
    return isTold && !arePartsTold ? 'tells how to study' : undefined;
  };
  return sections.filter((section) => {
    const remark = remarkOn(section);
    if (remark === undefined) return true;
    warn(reading, section.line, `${quote(section.title)} ${remark} and was left out.`);
    return false;
  });
}

/** "Stage 2: Git", "Week 3". */
function isPart({ text, period }: Draft): boolean {
  return period !== undefined || isNumberedPart(stripDecoration(text));
}

function isPath({ text, topics }: Draft): boolean {
  return topics.length === 0 && isPathList([{ text, code: true }]);
}

/** The sections that hold the weeks or stages of the roadmap, where most of it lies in them. */
function findHolders(sections: readonly Draft[]): Draft[] {
  const holders = sections.filter(({ topics }) => topics.filter(isPart).length >= FEWEST_PARTS);
  return listDrafts(holders).length * 2 > listDrafts(sections).length ? holders : [];
}

function repeatsTitles(section: Draft, sections: readonly Draft[]): boolean {
  if (section.topics.length < 2) return false;
  const others = sections
    .slice(0, MOST_SECTIONS)
    .map(({ title }) => title)
    .filter((title) => title !== section.title);
  return others.length > 1 && isOverview(section.topics, others);
}

/** A drawing or table of what the rest of the text goes through; one that tells how far somebody is says more. */
function repeatsTopics(section: Draft, sections: readonly Draft[]): boolean {
  const own = listDrafts(section.topics);
  if (own.length < FEWEST_REPEATED || own.some(({ status }) => status !== undefined)) return false;
  if (sections.length < FEWEST_PARTS || sections.length > MOST_SECTIONS) return false;
  if (own.length > MOST_REPEATED) return false;
  const names = sections
    .filter((other) => other !== section)
    .map((other) => new Set(listDrafts([other]).map(({ title }) => title)));
  const all = new Set(names.flatMap((each) => [...each]));
  if (all.size < own.length) return false;
  const isRepeated =
    listKnown(section.topics, all).length >= section.topics.length * 0.7 &&
    listKnown(own, all).length >= own.length * 0.55;
  // Two sections that list the same are alike; an overview goes through several.
  return isRepeated && !names.some((each) => listKnown(own, each).length > own.length * 0.5);
}

/** "Daily", "Weekly", or steps of minutes each: what to do again and again, not what to learn. */
function isRoutine({ topics }: Draft): boolean {
  if (topics.length < 2) return false;
  const areTimes = topics.every(({ text }) => HOURS.test(text) || WEEKDAY.test(text));
  return areTimes || topics.every(({ title }) => CADENCE.test(normalizeName(title)));
}

/** No part of a roadmap is over within the hour, or always on a Sunday. */
function takesMinutes({ text, topics }: Draft): boolean {
  return topics.length > 0 && (MINUTES.test(text) || WEEKDAY.test(stripDecoration(text)));
}

const WEEKDAY =
  /^(?:(?:every|each|on|am|le|el|los|jede[nr]|кажд\p{L}+|по|в) )?(?:mon(?:days?)?|tue(?:sdays?|s)?|wed(?:nesdays?)?|thu(?:rsdays?|rs?)?|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?|weekdays?|weekends?|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?|lun(?:es|di)|mar(?:tes|di)|mi[ée]rcoles|mercredi|jueves|jeudi|viernes|vendredi|s[áa]bados?|samedi|domingos?|dimanche|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|понедельник\p{L}*|вторник\p{L}*|сред[ау]|четверг\p{L}*|пятниц\p{L}*|суббот\p{L}*|воскресень\p{L}*|pazartesi|salı|çarşamba|perşembe|cuma(?:rtesi)?|pazar|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela)(?!\p{L})|^(?:周|星期|礼拜)[一二三四五六日天末]|^[月火水木金土日]曜|^[월화수목금토일]요일|^(?:평일|주말)|^(?:सोम|मंगल|बुध|गुरु|शुक्र|शनि|रवि)वार|^(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)(?!\p{L})|^(?:ال)?(?:أحد|اثنين|ثلاثاء|أربعاء|خميس|جمعة|سبت)(?!\p{L})/iu;

const HOURS =
  /\d\s*(?:h\b|hours?|hrs?\b|min|мин|час|ч\b|分|小时|小時|時間|시간|분|phút|giờ|dk\b|dakika|saat|stunde|std\b|heures?|horas?|godz|दقيقة|ساعة|دقيقة|मिनट|घंट)/iu;

const MINUTES = /\d\s*(?:min|мин|分钟?|분|phút|dk\b|dakika|دقيقة|मिनट)/iu;

const CADENCE = wholeName(
  '(?:every ?day|daily|every week|weekly|monthly|every month|quarterly|yearly|each (?:day|week|month)|mornings?|evenings?|weekends?)(?: .{1,20})?', 'täglich|wöchentlich|monatlich', 'diario|diariamente|semanal(?:mente)?|mensual(?:mente)?|mensal(?:mente)?', 'quotidien(?:nement)?|hebdomadaire|mensuel', 'ежедневно|еженедельно|ежемесячно|каждый день|каждую неделю', 'günlük|haftalık|aylık', 'codziennie|co tydzień|co miesiąc', '每[天日周月](?:.{1,6})?', '毎[日週月](?:.{1,6})?', '매[일주월](?:.{1,6})?', 'hàng (?:ngày|tuần|tháng)', 'يوميا|أسبوعيا|شهريا', 'रोज़?|हर (?:दिन|हफ्ते|महीने)',
); // prettier-ignore

function shareOfSentences(sections: readonly Draft[]): number {
  const ends = listDrafts(sections.flatMap(({ topics }) => topics)).filter(
    ({ topics }) => topics.length === 0,
  );
  const told = ends.filter(({ text }) => /[.。!！]\s*$/u.test(text) && countWords(text) >= 5);
  return ends.length === 0 ? 0 : told.length / ends.length;
}
