import { captured } from './captured.ts';
import { stripDecoration } from './names.ts';

const UNITS = [
  'months?', 'weeks?', 'wks?', 'days?', 'hours?', 'hrs?', 'minutes?', 'mins?', 'quarters?', 'years?', 'semesters?', 'sprints?',
  'mes(?:es)?', 'mês', 'semanas?', 'd[ií]as?', 'horas?', 'años?', 'anos?', 'trimestres?', 'mois', 'semaines?', 'jours?', 'heures?', 'monate?n?', 'wochen?', 'tage?n?', 'stunden?', 'jahre?n?',
  'месяц(?:а|ев|ы)?', 'мес', 'недел(?:я|и|ь|ю)', 'нед', 'день', 'дн(?:я|ей|и)', 'час(?:а|ов)?', 'год', 'місяць', 'тиждень', 'тижні',
  'ay', 'hafta', 'gün', 'saat', 'yıl', 'mes[ie]', 'settiman[ae]', 'giorn[oi]', 'or[ae]', 'miesiąc(?:e|y)?', 'tydzień', 'tygodni[ea]?', 'dni', 'maand(?:en)?', 'we[e]?k(?:en)?', 'bulan', 'minggu', 'hari', 'tháng', 'tuần', 'ngày', 'giờ',
  'الأسبوع', 'أسبوع', 'أسابيع', 'أسبوعين', 'الشهر', 'شهر', 'أشهر', 'شهور', 'شهرين', 'اليوم', 'يوم', 'أيام', 'ساعة', 'ساعات', 'सप्ताह', 'हफ़्ते', 'हफ्ते', 'महीने', 'महीना', 'माह', 'दिन', 'घंटे', 'هفته', 'ماه',
].join('|'); // prettier-ignore
const EAST =
  '(?:周|週間?|个?月|ヶ月|か月|カ月|個月|天|日間?|时间?|時間|小时|小時|年|개월|주차?|주일?|일차?|시간|달)';
const NUMBER = String.raw`\d+(?:[.,]\d+)?\+?`;
const RANGE = String.raw`${NUMBER}(?:\s*(?:-|–|—|~|to|a|à|bis|до|ile|и|&|,|至|到)\s*${NUMBER})?\+?`;
const ORDINAL =
  '(?:الأول|الثاني|الثالث|الرابع|الخامس|السادس|[一二三四五六七八九十]+|one|two|three|four|five|six)';
const MONTH = `(?:${[
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro',
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|januar|februar|märz|juni|juli|oktober|dezember|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre',
  'январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر',
].join('|')})\\.?`; // prettier-ignore
const DAY = '(?:mon|tue|wed|thu|fri|sat|sun)(?:\\.|s|nes|rs|ur)?(?:days?)?';
/** Names of days: short ones only as a range ("Mon–Fri"), as "Sun" alone is a name too. */
const WEEKDAY = `(?:mon|tues|wednes|thurs|fri|satur|sun)days?|${DAY}\\s*(?:[-–—/&]|to)\\s*${DAY}|week[- ]?(?:end|day)s?|${[
  'lunes|martes|miércoles|jueves|viernes|sábados?|domingos?|fin(?:es)? de semana|segunda(?:-feira)?|terça(?:-feira)?|quarta(?:-feira)?|quinta(?:-feira)?|sexta(?:-feira)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?|wochenende',
  'понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|выходные|будни|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|hafta ?sonu|星期[一二三四五六日天]|周[一二三四五六日末]|[月火水木金土日]曜日?|[월화수목금토일]요일|주말|평일|السبت|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة',
].join('|')}`; // prettier-ignore
const YEAR = '(?:19|20)\\d\\d';

const CLOCK = String.raw`\d{1,2}(?:[h:.]\d\d|h)`;

const FORMS = [
  `(?:${UNITS})\\s*#?(?:${RANGE}|${ORDINAL})(?:\\s*(?:-|–|—|to)\\s*(?:${UNITS})\\s*${NUMBER})?`,
  `(?:${RANGE}|${ORDINAL})[\\s-]*(?:${UNITS})\\.?`,
  `第?\\s*(?:${RANGE}|${ORDINAL})(?:\\s*(?:${EAST})\\s*[-–—~至到]\\s*第?\\s*${RANGE})?\\s*${EAST}`,
  `${EAST}\\s*${RANGE}`,
  `q[1-4](?:\\s*(?:-|–|—|/|&)\\s*q[1-4])?(?:[\\s,]*${YEAR})?`,
  `${YEAR}[\\s-]*q[1-4](?:\\s*[-–—]\\s*q[1-4])?`,
  WEEKDAY,
  `${CLOCK}\\s*[-–—]\\s*${CLOCK}`,
  `${MONTH}\\s*(?:${YEAR})?(?:\\s*(?:-|–|—|to)\\s*${MONTH})?(?:[\\s,]*${YEAR})?`,
].join('|');
const BEFORE =
  '(?:(?:duration|time|timeline|timeframe|estimated(?: time| duration)?|est\\.?|approx\\.?|approximately|about|around|ca\\.?|dauer|duración|duração|durée|длительность|süre|время|时间|時間|기간|المدة)\\s*[:：]?\\s*)?[~≈±<>]?\\s*';
const AFTER = '(?:\\s*(?:total|each|long|approx\\.?|estimated|per topic))?';
const PERIOD = new RegExp(`^${BEFORE}(${FORMS})${AFTER}$`, 'iu');
const LEADING = new RegExp(`^(${FORMS})\\s*(?:[:：.]|\\s[-–—|→·•]|[-–—]\\s)\\s*(\\S.*)$`, 'iu');
const TRAILING = new RegExp(
  `^(.*\\S)\\s*(?:\\s[-–—|·•]|[:,]|\\p{Extended_Pictographic}\\uFE0F?)\\s*${BEFORE}(${FORMS})${AFTER}$`,
  'iu',
);
/** Longer than any period; keeps the patterns above off hostile lines. */
const LONGEST = 60;
const LONGEST_TITLE = 300;

/** A whole text that says when or for how long ("Month 1–2", "~2 weeks", "Q1 2026", "第1-2周"), trimmed of what only introduces it. */
export function readPeriod(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  return PERIOD.exec(stripDecoration(text).trim())?.[1]?.trim();
}

/** A value without a remark in brackets behind it: "1 month (30 h)". */
export function withoutRemark(value: string): string {
  return value.replace(/\s*[(（][^()（）]*[)）]\s*$/u, '');
}

/** Splits a period off the start or end of a title: "Week 1-2: Git", "Git – 2 weeks". */
export function splitPeriod(title: string): { title: string; period?: string } {
  if (title.length > LONGEST_TITLE) return { title };
  const leading = LEADING.exec(title);
  if (leading) return { title: captured(leading, 2), period: captured(leading, 1) };
  const trailing = /[-–—|·•:,\p{Extended_Pictographic}]/u.test(title) ? TRAILING.exec(title) : null;
  if (trailing) return { title: captured(trailing, 1), period: captured(trailing, 2) };
  return { title };
}
