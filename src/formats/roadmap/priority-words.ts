import { normalizeName, wholeName } from './names.ts';
import type { TopicPriority } from './outline.ts';

const MANDATORY = wholeName(
  'mandatory', 'must', 'must[- ](?:know|learn|have|do|read|see)(?: topics?)?', 'required', 'essentials?', 'critical', 'compulsory',
  'necessary',
  'needed', 'high(?:est)?(?: priority)?', 'very important', 'crucial', 'priority 1', 'p[01]', 'vital', 'core requirement', 'absolutely (?:necessary|required)',
  'obligator[iy][ao]?', 'obligatóri[ao]', 'imprescindible', 'esencial', 'essencial', 'obligatoire', 'essentiel(?:le)?', 'indispensable', 'pflicht', 'verpflichtend', 'notwendig', 'unverzichtbar', 'muss',
  'обязательно', 'обязательн(?:ый|ая|ое|ые)', 'важно', "обов'язково", 'zorunlu', 'şart', 'mutlaka', 'obbligatori[oa]', 'obowiązkow[eya]', 'verplicht', 'wajib', 'bắt buộc',
  '必须', '必須', '必修', '必学', '必会', '必要', '必备', '重要', '필수', 'إلزامي', 'إجباري', 'أساسي', 'ضروري', 'अनिवार्य', 'ज़रूरी', 'आवश्यक',
); // prettier-ignore

const GOOD = wholeName(
  'good(?: to (?:know|learn|have))?', 'should(?: know| learn| have)?', 'recommended', 'recommendation', 'important', 'medium(?: priority)?', 'priority 2', 'p2', 'suggested', 'strongly recommended', 'highly recommended',
  'recomendad[oa]', 'recomendável', 'recommandée?', 'empfohlen', 'empfehlenswert', 'рекомендуется', 'рекомендован[оа]', 'желательно', 'önerilir', 'önerilen', 'tavsiye edilir', 'consigliat[oa]', 'zalecan[eya]', 'aanbevolen', 'disarankan', 'nên (?:biết|học)',
  '推荐', '推薦', '推奨', '建议', '권장', '추천', 'موصى به', 'مستحسن', 'अनुशंसित',
); // prettier-ignore

const OPTIONAL = wholeName(
  'optional(?:ly)?', 'nice[- ]to[- ](?:have|know|learn)', 'bonus', 'extra', 'could(?: know| learn| have)?', 'low(?: priority)?', 'if (?:you have time|time permits|interested)', 'not required', 'not mandatory', 'priority 3', 'p[34]', 'elective', 'when needed',
  'opcional(?:es)?', 'opcionais', 'facultati(?:f|ve)', 'optionnel(?:le)?', 'freiwillig', 'wahlweise', 'опционально', 'необязательно', 'по желанию', 'факультативно', "необов'язково", 'isteğe bağlı', 'opsiyonel', 'seçmeli', 'opzionale', 'facoltativ[oa]', 'opcjonaln[eya]', 'optioneel', 'opsional', 'tùy chọn', 'không bắt buộc',
  '可选', '可選', '选学', '选修', '任意', 'オプション', '선택', '선택 ?사항', 'اختياري', 'वैकल्पिक', 'ऐच्छिक',
); // prettier-ignore

const GENERAL = wholeName('general', 'general knowledge', 'background(?: knowledge)?', 'informational', 'общее', 'genel', 'allgemein', 'généralités', '常识', '一般'); // prettier-ignore

/** The priority a word or phrase names ("must know", "nice to have", "可选"); undefined when it names none. */
export function readPriority(text: string): TopicPriority | undefined {
  const name = normalizeName(text.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_]/g, ' '));
  if (MANDATORY.test(name)) return 'mandatory';
  if (GOOD.test(name)) return 'good';
  if (OPTIONAL.test(name)) return 'optional';
  return GENERAL.test(name) ? 'general' : undefined;
}
