import { captured } from './captured.ts';

const PARTS = [
  'phase', 'step', 'level', 'stage', 'module', 'chapter', 'part', 'section', 'unit', 'lesson', 'milestone', 'tier', 'track', 'block', 'sprint', 'topic', 'lecture', 'project', 'task', 'concept', 'session', 'lab', 'exercise', 'assignment', 'challenge', 'kata',
  'fase', 'etapa', 'paso', 'nivel', 'módulo', 'modulo', 'capítulo', 'parte', 'unidad', 'unidade', 'passo', 'nível', 'tema', 'étape', 'etape', 'niveau', 'chapitre', 'partie', 'schritt', 'stufe', 'modul', 'kapitel', 'teil', 'abschnitt',
  'этап', 'шаг', 'уровень', 'модуль', 'глава', 'часть', 'раздел', 'фаза', 'тема', 'блок', 'урок', 'етап', 'крок', 'рівень', 'розділ', 'aşama', 'adım', 'seviye', 'bölüm', 'modül', 'kısım', 'faz',
  'livello', 'capitolo', 'krok', 'poziom', 'moduł', 'rozdział', 'hoofdstuk', 'stap', 'deel', 'giai đoạn', 'bước', 'chương', 'phần', 'tahap', 'bab', 'langkah', 'bagian',
  'المرحلة', 'الخطوة', 'المستوى', 'الوحدة', 'الفصل', 'القسم', 'الجزء', 'مرحلة', 'चरण', 'स्तर', 'भाग', 'अध्याय', 'मॉड्यूल', 'مرحله', 'گام',
].join('|'); // prettier-ignore

const WORDS: Readonly<Record<string, string>> = {
  one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10',
  الأولى: '1', الثانية: '2', الثالثة: '3', الرابعة: '4', الخامسة: '5', السادسة: '6', الأول: '1', الثاني: '2', الثالث: '3', الرابع: '4', الخامس: '5',
  اول: '1', دوم: '2', سوم: '3', چهارم: '4', پنجم: '5', ششم: '6', هفتم: '7', هشتم: '8',
  一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9', 十: '10', 十一: '11', 十二: '12',
}; // prettier-ignore

const ORDINAL = `\\d+(?:\\.\\d+)*|[IVX]+|${Object.keys(WORDS).join('|')}`;
const SEPARATOR = String.raw`\s*(?:[:：.)、|｜»→·]|[-–—]+)\s*`;
const NAMED_PART = new RegExp(
  `^(?:${PARTS})\\s*[#№-]?\\s*(${ORDINAL})(?:${SEPARATOR}(.*)|\\s*$|\\s+(?=[(（]))`,
  'isu',
);
/** A word that may count parts in this text alone: "Aula 1.2: Loops". */
const COUNTED_PART = new RegExp(
  `^(\\p{L}{2,20})\\s*[#№]?\\s*(\\d+(?:\\.\\d+)*)(?:${SEPARATOR}(.*)|\\s*$)`,
  'su',
);
const NONE: ReadonlySet<string> = new Set();
/** "Exercise1 Markdown", "Ex-2 Loops": the number is glued to its word, so that no sign need follow it. */
const GLUED_PART = new RegExp(`^(?:${PARTS}|ex)[#№.-]?(\\d{1,3})[.:：]?\\s+(\\S.*)$`, 'isu');
/** "一、基础", "十二．…" */
const EAST_NUMBER = /^([一二三四五六七八九十]{1,3})[、．.]\s*(\S.*)$/su;
const EAST_PART = new RegExp(
  `^(?:第\\s*(${ORDINAL})\\s*(?:阶段|階段|段階|章|步骤?|部分?|节|節|課|课|回|单元|單元|層|层|フェーズ|ステップ|장|단계|부|과)|(?:阶段|階段|步骤|フェーズ|ステップ|レベル|단계|레벨)\\s*(${ORDINAL})|(\\d+)\\s*(?:단계|장))(?:${SEPARATOR}|\\s+|(?=\\p{L}))?(.*)$`,
  'su',
);
const DOTTED = /^#?(\d+(?:\.\d+)+)(?:[.:)]?\s+|\s*[:：)]\s*|\s+[-–—]\s*)(\S.*)$/s;
const PLAIN =
  /^[([]?#?(\d{1,3})(?:\s*[.:：)）\]、．]\s*(?=[^\d\s]|\d+\s*\p{L}|\s)|(?:,|\s>)\s+(?=\p{L})|\s+[-–—]\s+|[-–—]\s+)\s*(\S.*)$/su;
/** Numbers as files are named by: "01-basics". */
const PADDED = /^(0\d)[-_]\s*(\p{L}.*)$/su;
/** Letters that count: "a) Types", "B. Loops". */
const LETTER = /^[([]?([a-h]|[A-H](?=\)))[.)\]]\s+(\p{L}.*)$/su;
const ROMAN = /^([IVX]{1,5})(?:[.):]\s+|\s+[-–—]\s+)(\S.*)$/s;

/**
 * Splits the numbering off a title: "1. Git", "2.1.1 DNS", "Phase 0 — Mindset", "第一阶段：基础". A part that has no name
 * of its own ("Phase 1") keeps its words as title. `partWords` are words that count parts in this text alone. Numbers that belong to the name ("12-Factor", "2FA", "100 days") stay.
 */
export function splitNumber(
  title: string,
  partWords: ReadonlySet<string> = NONE,
): { title: string; number?: string } {
  const counted = COUNTED_PART.exec(title);
  if (counted && partWords.has(captured(counted, 1).toLowerCase()))
    return withNumber(title, counted[2], counted[3]);
  const named = NAMED_PART.exec(title);
  if (named) return withNumber(title, named[1], named[2]);
  const east = EAST_PART.exec(title);
  if (east) return withNumber(title, east[1] ?? east[2] ?? east[3], east[4]);
  for (const form of [DOTTED, PLAIN, PADDED, ROMAN, LETTER, GLUED_PART, EAST_NUMBER]) {
    const match = form.exec(title);
    if (match) return withNumber(title, match[1], match[2]);
  }
  return { title };
}

/** Whether a title begins with the word and number of a part ("Stage 2: Git", "第二章"), which say more of a roadmap's order than a bare number. */
export function isNumberedPart(title: string): boolean {
  return NAMED_PART.test(title) || EAST_PART.test(title);
}

function withNumber(whole: string, number = '', rest = ''): { title: string; number: string } {
  // What is only a remark ("第二阶段（入门）") names no part.
  const isNamed = !/^(?:[(（【][^()（）【】]*[)）】])?$/u.test(rest.trim());
  return {
    title: isNamed ? rest.trim() : whole,
    number: WORDS[number.toLowerCase()] ?? number,
  };
}
