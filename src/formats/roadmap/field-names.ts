import { captured } from './captured.ts';
import { normalizeName, wholeName, withoutPlace } from './names.ts';

/** What a table's column or a labelled line says of a topic. `aside`: something that is neither a topic nor an attribute. */
export type Field =
  | 'topic'
  | 'group'
  | 'subtopics'
  | 'project'
  | 'tools'
  | 'period'
  | 'number'
  | 'status'
  | 'started'
  | 'finished'
  | 'priority'
  | 'link'
  | 'aside';

const FIELDS: readonly (readonly [Field, RegExp])[] = [
  ['status', wholeName('(?:(?:overall|current|my|learning|general) )?(?:status|progress|state)', 'done\\??', 'completed?\\??', 'completion', 'finished\\??', 'check(?:ed|box)?', 'learned\\??', 'estado', 'progreso', 'progresso', 'situação', 'statut', 'état', 'avancement', 'stand', 'fortschritt', 'статус', 'прогресс', 'состояние', 'готово', 'durum', 'ilerleme', 'stato', 'postęp', 'trạng thái', 'tiến độ', '状态', '狀態', '进度', '完成(?:情况)?', '状態', '状況', '進捗', 'ステータス', '상태', '진행(?: ?상황|도)?', '완료', 'الحالة', 'حالة', 'स्थिति', 'وضعیت')],
  ['started', wholeName('start(?:ed)?(?: date| on)?', 'begin(?:ning)?', 'date started', 'from', 'inicio', 'fecha de inicio', 'início', 'data de início', 'début', 'date de début', 'beginn', 'start(?:datum)?', 'начало', 'дата начала', 'начат[оа]?', 'başlangıç(?: tarihi)?', 'inizio', '开始(?:日期|时间)?', '開始(?:日)?', '시작(?:일)?', 'تاريخ البدء', 'البداية', 'आरंभ', 'प्रारंभ')],
  ['finished', wholeName('(?:estimated |actual |planned )?(?:finish(?:ed)?|end(?:ed)?|completion|completed|done)(?: date| on)', '(?:estimated )?(?:finish|end)', 'date (?:finished|completed)', 'completed at', 'fin', 'fecha de fin(?:alización)?', 'fim', 'data de (?:fim|conclusão|término)', 'término', 'date de fin', 'ende', 'end(?:datum)?', 'abschluss', 'конец', 'дата (?:окончания|завершения)', 'окончание', 'завершено', 'bitiş(?: tarihi)?', 'fine', '结束(?:日期|时间)?', '完成(?:日期|时间)', '終了(?:日)?', '完了日', '종료(?:일)?', '완료일', 'تاريخ الانتهاء', 'النهاية', 'समाप्ति')],
  ['priority', wholeName('(?:topic )?priority', 'importance', 'must(?: have)?', 'relevance', 'prioridade?d?', 'importancia', 'importância', 'priorité', 'priorität', 'wichtigkeit', 'приоритет', 'важность', 'öncelik', 'önem', 'priorità', 'priorytet', 'ưu tiên', '优先级', '優先度', '重要[性度]', '重要程度', '우선 ?순위', '중요도', 'الأولوية', 'الأهمية', 'प्राथमिकता')],
  ['period', wholeName('weeks?(?: ?(?:no|number|#|\\(s\\)))?', 'week(?:s)? range', 'months?', 'days?', 'dates?', 'hours?', 'quarters?', '(?:estimated |est |total |study |suggested |approx )?(?:time(?:line|frame|s)?|duration|hours|weeks|effort)(?: .*)?', 'when', 'period', 'schedule', 'semanas?', 'duración', 'duração', 'tiempo', 'tempo', 'mes(?:es)?', 'mês', 'día', 'dia', 'semaines?', 'durée', 'mois', 'woche(?:n)?', 'dauer', 'zeitraum', 'monat', 'tag', 'недел[яи]', 'срок(?:и)?', 'длительность', 'время', 'месяц', 'день', 'hafta', 'süre', 'ay', 'gün', 'settimana', 'durata', 'tydzień', 'tuần', 'thời gian', '周(?:次|数)?', '时间', '時間', '週', '期間', '天数', '주차?', '기간', '시간', 'الأسبوع', 'المدة', 'الفترة', 'सप्ताह', 'समय', 'अवधि', 'هفته')],
  ['number', wholeName('', 'no', 'nr', 'num(?:ber)?', 'id', 's\\.? ?no', 'sl\\.? ?no', 'sr\\.? ?no', 'order', 'step', 'n', 'п/п', '№', 'номер', 'stt', 'sıra', '序号', '编号', '番号', '번호', 'رقم', 'क्रम')],
  ['subtopics', wholeName('(?:key|main|core|important) (?:topics?|concepts?|points?|skills?|ideas|areas|technologies|features)', 'sub-?topics?', 'sub ?(?:materi|topik|bab|tema)', 'topics|topics? (?:covered|to cover|to learn|list)', 'concepts(?: covered)?', 'skills(?: gained| covered| to learn)?', 'contents?', "what (?:you(?:'ll| will) )?(?:to )?learn", 'details', 'includes', 'covers', 'learning outcomes', 'temas', 'conteúdos?', 'contenidos?', 'tópicos', 'themen', 'inhalte?', 'темы', 'содержание', 'konular', 'içerik', 'sujets', 'contenu', 'argomenti', '内容', '主要内容', '知识点', '主题', '学习内容', '学習内容', '내용', '학습 ?내용', 'المواضيع', 'المحتوى', 'विषय(?:वस्तु)?')],
  ['project', wholeName('(?:mini[- ]?|practice |final |weekly )?(?:projects?|build)(?: ideas?)?', 'deliverables?', 'practi[cs]e(?: task| project)?', 'exercises?', 'hands[- ]on', 'assignments?', 'lab', 'outputs?', 'proyectos?', 'práctica', 'projetos?', 'prática', 'projets?', 'projekte?', 'übung(?:en)?', 'проект(?:ы)?', 'практика', 'proje(?:ler)?', 'uygulama', 'progetto', '项目', '实践', '实战', '练习', 'プロジェクト', '演習', '課題', '프로젝트', '실습', '과제', 'مشروع', 'المشروع', 'परियोजना')],
  ['tools', wholeName('(?:tools?|frameworks?|libraries|technologies|tech(?: stack)?|languages?)(?: .*)?', 'herramientas?', 'ferramentas?', 'outils?', 'werkzeuge?', 'инструмент(?:ы)?', 'araçlar?', 'strumenti', '工具', 'ツール', '도구', 'الأدوات', 'उपकरण')],
  ['topic', wholeName('(?:main |learning )?(?:topic|skill|technology|technologies|tech|concept|subject|item|name|title|focus(?: area)?|lesson|task|tool|tools|framework|language|languages|theme|theory|course|chapter|what|feature|milestone|algorithm|pattern|library|service|problem)(?: name)?', 'focus areas?', 'goal/topic', 'tema', 'habilidad', 'tecnología', 'tecnologia', 'asunto', 'assunto', 'tópico', 'concepto', 'conceito', 'habilidade', 'sujet', 'thème', 'compétence', 'technologie', 'thema', 'technologie', 'fähigkeit', 'тема', 'навык', 'технология', 'название', 'предмет', 'konu', 'başlık', 'beceri', 'teknoloji', 'argomento', 'temat', 'onderwerp', 'topik', 'materi(?: pembelajaran)?', 'pokok bahasan', 'chủ đề', '主题', '主題', '技能', '技术', '技術', '课程', '名称', '知识', 'トピック', 'テーマ', '項目', 'スキル', '科目', '주제', '기술', '항목', '과목', '이름', 'الموضوع', 'موضوع', 'المهارة', 'التقنية', 'विषय', 'कौशल', 'موضوع')],
  ['group', wholeName('(?:skill )?(?:level|phase|stage|category|area|section|domain|track|group|tier|module|unit|pillar|part|block|field|type|role)s?', 'nivel', 'fase', 'etapa', 'categoría', 'categoria', 'área', 'nível', 'módulo', 'niveau', 'catégorie', 'étape', 'stufe', 'kategorie', 'bereich', 'modul', 'уровень', 'этап', 'категория', 'раздел', 'область', 'модуль', 'seviye', 'aşama', 'kategori', 'bölüm', 'alan', 'livello', 'poziom', '级别', '等级', '阶段', '類別', '类别', '分类', '模块', '方向', 'レベル', '段階', 'カテゴリー?', '分野', 'フェーズ', '단계', '수준', '레벨', '분야', '카테고리', 'المستوى', 'المرحلة', 'الفئة', 'القسم', 'स्तर', 'चरण', 'श्रेणी')],
  ['link', wholeName('links?', 'urls?', '(?:learning |free )?resources?', 'docs', 'documentation', 'sources?', 'website', 'recursos?', 'enlaces?', 'ressourcen?', 'liens?', 'ссылк[аи]', 'ресурсы?', 'kaynak(?:lar)?', 'bağlantı', '链接', '资源', 'リンク', '링크', '자료', 'الرابط', 'المصدر', 'المصادر')],
  ['aside', wholeName('результат(?:ы)?(?: этапа)?', 'resultados?', 'résultats?', 'ergebnis(?:se)?', 'wynik', 'rezultat', 'kết quả', 'milestones?', 'checkpoints?', '(?:my |personal )?notes?', 'comments?', 'remarks?', 'description', 'why(?: .*)?', 'purpose', '(?:learning )?(?:goals?|objectives?|outcomes?|aims?|target)', 'difficulty', 'rating', 'proficiency', 'confidence', 'prerequisites?', 'prereqs?', 'references?', 'videos?', 'books?', 'courses?', 'reading(?:s)?', 'articles?', 'tutorials?', 'provider', 'cost', 'price', 'tips?', 'hint', 'warning', 'important', 'info', 'example(?:s)?', 'use cases?', 'used for', 'deadline', 'due(?: date)?', 'target date', 'bonus points', 'outcome', 'result', 'success criteria', 'deliverable date', 'estimated salary', 'version', 'author', 'updated', 'last updated', 'last review(?:ed)?', 'tags?', 'cómo', 'descripción', 'notas?', 'objetivo', 'dificultad', 'descrição', 'dificuldade', 'observações', 'remarques?', 'objectif', 'difficulté', 'beschreibung', 'ziel', 'notizen', 'anmerkung(?:en)?', 'schwierigkeit', 'описание', 'цель', 'заметки', 'примечани[ея]', 'сложность', 'комментарий', 'açıklama', 'notlar?', 'hedef', 'zorluk', 'amaç', 'descrizione', 'note', 'opis', 'mô tả', 'ghi chú', 'mục tiêu', 'tujuan(?: belajar| pembelajaran)?', 'catatan', 'keterangan', '说明', '备注', '描述', '目标', '难度', '笔记', '説明', '備考', 'メモ', '目標', '難易度', '설명', '비고', '메모', '목표', '난이도', 'الوصف', 'ملاحظات', 'ملاحظة', 'الهدف', 'विवरण', 'टिप्पणी', 'लक्ष्य', 'توضیحات')],
]; // prettier-ignore

/** What a column or line of this name says; undefined for names that are none of these. */
export function readField(name: string): Field | undefined {
  const plain = normalizeName(name.replace(/\s*[([（].*?[)\]）]\s*$/u, ''));
  if (plain.length > 40) return undefined;
  const whole =
    FIELDS.find(([, names]) => names.test(plain))?.[0] ??
    FIELDS.find(([, names]) => names.test(withoutPlace(plain)))?.[0];
  // "Project/Script", "Topic / Skill": the first name tells.
  const first = captured(/^([^/]{3,}?)\s*\//u.exec(plain), 1);
  return whole ?? (first === '' ? undefined : FIELDS.find(([, names]) => names.test(first))?.[0]);
}

const LEVEL = wholeName('(?:(?:complete|absolute|upper|lower|pre) )?(?:beginners?|basics?|novice|junior|entry[- ]level|fundamentals?|foundations?|elementary|easy|intermediate|mid(?:dle)?(?:[- ]level)?|medium|advanced|expert|senior|pro(?:fessional)?|master(?:y)?|hard)(?: level)?', 'principiante|básico|intermedio|avanzado', 'iniciante|intermediário|avançado', 'débutant|intermédiaire|avancé', 'anfänger|grundlagen|mittelstufe|fortgeschritten(?:e)?|experte', 'начальный|базовый|средний|продвинутый|новичок', 'başlangıç|orta|ileri', '初级|中级|高级|初級|中級|上級|入门|进阶', '초급|중급|고급', 'مبتدئ|متوسط|متقدم'); // prettier-ignore

/** Whether a name is a level of skill ("Beginner"). */
export function isLevelName(name: string): boolean {
  return LEVEL.test(normalizeName(name));
}
