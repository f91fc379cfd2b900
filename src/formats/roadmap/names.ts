/** Emoji and the signs that go with them: joiners, coloured forms, skin tones, flags, keycaps, lost characters. */
const SIGNS = String.raw`\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u200B-\u200D\u2060\uFE0E\uFE0F\u20E3\uFEFF\uFFFD■-◿★☆☐☒✓✔✗✘➔-➿➜⬀-⯿•‣⁃►▶→⇒»`;
const DECORATION = new RegExp(`[${SIGNS}]`, 'gu');

/** A name as it is compared: lower case, without decoration, numbering, brackets around it or signs at its ends. */
export function normalizeName(name: string): string {
  return (
    name
      .normalize('NFKC')
      // Lower case makes two signs of the Turkish capital.
      .replace(/İ/g, 'i')
      .replace(DECORATION, ' ')
      .toLowerCase()
      .replace(/[’`]/g, "'")
      .replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '')
      .replace(/^\d+(?:\.\d+)*[.):\s-]+(?=\p{L})/u, '')
      .replace(/\s+/g, ' ')
  );
}

/** A normalized name without the part of the roadmap it speaks of: "Goals of this phase", "Week 2 project", "Entregable del módulo", "阶段目标". */
export function withoutPlace(name: string): string {
  const bare = name.replace(PLACE_BEFORE, '').replace(PLACE_AFTER, '');
  return bare === '' ? name : bare;
}

const PLACES = [
  'phase', 'stage', 'module', 'week', 'month', 'day', 'level', 'step', 'section', 'unit', 'chapter', 'sprint', 'part', 'course', 'roadmap', 'semester',
  'módulo', 'modulo', 'fase', 'etapa', 'semana', 'mes', 'mês', 'nivel', 'nível', 'unidad', 'unidade', 'curso', 'étape', 'semaine', 'mois', 'niveau', 'moduls?', 'woche', 'monats?', 'stufe', 'abschnitts?', 'kurses',
  'этапа', 'модуля', 'недели', 'месяца', 'уровня', 'блока', 'раздела', 'курса', 'aşama(?:nın)?', 'hafta(?:nın)?', 'modül(?:ün)?', 'settimana', 'livello', 'tygodnia', 'etapu', 'modułu', 'giai đoạn', 'tuần', 'المرحلة', 'الأسبوع', 'الوحدة',
].join('|'); // prettier-ignore
const PLACE_BEFORE = new RegExp(
  `^(?:(?:this |each |every )?(?:${PLACES})(?:'s)?(?: #?\\d+)?(?: [-–—:])? (?=\\p{L})|(?:本|各|每)?(?:阶段性?|階段|模块|章节?|周|月)(?:的)?(?=\\p{L}{2})|(?:단계|주차|이번 주|모듈)(?:별)? (?=\\p{L}))`,
  'u',
);
const PLACE_AFTER = new RegExp(
  ` (?:(?:of|for|in) (?:the|this|each)|del?|de (?:la|el|este|esta|cada)|d[oa]|dest[ea]|du|de l'|des|der|dieser|dieses|di questa?|della?|этого|tej|tego|trong|của|لهذه|لهذا)? ?(?:${PLACES})(?: #?\\d+)?$`,
  'u',
);

/** A pattern that matches a whole normalized name out of alternatives written one below the other. */
export function wholeName(...alternatives: readonly string[]): RegExp {
  return new RegExp(`^(?:${alternatives.join('|')})$`, 'u');
}

/** Takes emoji, arrows and bullets off both ends of a text; keycap digits become plain ones. */
export function stripDecoration(text: string): string {
  const plain = text.replace(/([\d#*])\uFE0F?\u20E3/gu, '$1. ').replace('🔟', '10. ');
  return plain.replace(LEADING, '').replace(TRAILING, '').trim();
}

// One set of both: U+FEFF is a sign and a space, and a run of what two alternatives match takes twice as long for each.
const LEADING = new RegExp(`^[${SIGNS}\\s]+`, 'u');
// Tried where a run begins only: a run inside the text would be gone through from each of its signs.
const TRAILING = new RegExp(`(?<![${SIGNS}\\s])[${SIGNS}\\s]+$`, 'u');

/** The emoji and signs a text starts with, without the whitespace around them. */
export function leadingDecoration(text: string): string {
  return (LEADING.exec(text)?.[0] ?? '').replace(/\s+/g, '');
}

/** The emoji and signs a text ends with, without the whitespace around them. */
export function trailingDecoration(text: string): string {
  return (TRAILING.exec(text)?.[0] ?? '').replace(/\s+/g, '');
}
