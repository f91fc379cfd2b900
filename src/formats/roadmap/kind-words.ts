import { normalizeName, wholeName, withoutPlace } from './names.ts';
import type { TopicKind } from './outline.ts';

/** Words before or after the telling one that change nothing: "Key concepts", "Hands-on project ideas", "Daily practice". */
const ADJECTIVE =
  '(?:(?:key|core|main|critical|important|essential|more|other|your|my|the|some|daily|weekly|hands-on|mini|small|final|capstone|sample|suggested|practical|real|simple|recommended)[- ])*';

const LEARN = wholeName(
  `${ADJECTIVE}(?:learn(?:ing)?(?: deeply| about)?|master|study|focus(?: on)?(?: areas?)?|topics?(?: to (?:learn|cover|study|master))?(?: covered)?|concepts?(?: to (?:learn|know|master))?|skills?(?: to (?:learn|master))?|theory|understand(?:ing)?|know|ideas|subtopics?|subjects?)`,
  "(?:what )?(?:you'?ll|you will|to|you should|you need to|you must|we'?ll|we will) (?:learn|master|study|know|cover|understand)", "what to (?:learn|study|know|master)", 'your real stack', '(?:things|concepts|topics) (?:you|to) .*', 'you should (?:know|understand|learn|be able to explain).*', 'in this (?:phase|module|week|section|stage|step)(?: you will learn)?',
  'aprender(?:ás)?', 'temas?', 'conceptos(?: clave)?', 'conceitos', 'tópicos?', 'habilidades', 'o que (?:aprender|estudar)', 'qué aprender', 'apprendre', 'contenus?(?: abordés)?', 'sujets?(?: abordés)?', 'concepts clés', 'compétences', 'lernen', 'themen', 'konzepte', 'inhalte',
  'изучить', 'темы?', 'учить', 'теория', 'что (?:изучить|учить|изучать|нужно знать)', 'изучаем', 'знать', 'öğren(?:ilecekler|ilecek konular)?', 'konular', 'kavramlar', 'teori', 'argomenti', 'imparare', 'tematy', 'pelajari', 'topik', 'chủ đề', 'nội dung', 'học', 'kiến thức',
  'lerninhalte?', 'kernthemen', 'was du lernst', 'grundwissen', 'lernstoff', 'notions(?: clés?)?', 'à apprendre', "ce que (?:vous|tu) (?:allez|vas) apprendre", 'compétences (?:acquises|visées)', 'conteúdos?', 'o que (?:você )?(?:vai|deve) (?:aprender|estudar)', 'contenidos?', 'qué (?:vas a|debes) aprender', 'lo que (?:vas a aprender|aprenderás)', 'conocimientos', 'ключевые (?:темы|навыки|понятия|концепции)', 'что (?:вы )?(?:узнаете|узнать|освоить|проходим)', 'навыки', 'понятия', 'neler öğrenilecek', 'öğrenilecek (?:konular|teknolojiler)', 'ne öğreneceksin(?:iz)?', 'konu başlıkları', 'temel (?:konular|kavramlar)', 'zagadnienia', 'czego się (?:nauczysz|uczymy)', 'kluczowe (?:pojęcia|tematy|zagadnienia)', 'kiến thức (?:cần .*)', 'nội dung (?:học|chính)', 'cần học', 'materi', 'yang dipelajari', 'ما ستتعلمه', 'ماذا (?:ستتعلم|تتعلم)', 'المهارات', 'المحتوى', 'क्या सीखें(?:गे)?', 'क्या सीखना है', 'विषय(?:वस्तु)?', 'टॉपिक्स?', 'कौशल',
  '(?:需要|必须|必|应|重点|核心|主要|关键)*(?:掌握|学习|学|理解|了解|知识点?|内容|技能|概念|技术|主题)的?(?:内容|知识点?|技能|主题|技术|要点)?', '(?:主な|主要)?(?:学習項目|学ぶ(?:内容|べきこと)|習得(?:スキル|内容)|キーワード|学習テーマ)', '(?:핵심|주요|학습|배울|필수) ?(?:개념|주제|키워드|기술|내용|항목)', '배우는 (?:것|내용)', '학습할 (?:것|내용)',
  '学习(?:内容)?', '學習(?:內容)?', '主题', '知识点', '内容', '学ぶこと', '学習内容', 'トピック', '내용', '학습(?: ?내용)?', '배울 내용', '주제', 'تعلم', 'المواضيع', 'المفاهيم', 'सीखें', 'विषय',
); // prettier-ignore

const PRACTICE = wholeName(
  `${ADJECTIVE}(?:practi[cs]es?|exercises?|implement|hands[- ]on|labs?|challenges?|tasks?|assignments?|drills?|try|do|activit(?:y|ies)|homework|workshops?|apply|practice (?:tasks|problems|exercises|ideas|projects))`,
  '(?:you should|you must|you will|be able to|you should be able to) (?:be able to )?(?:design|build|implement|write|do|make|create|solve|set up).*', 'now (?:build|try|practi[cs]e).*',
  'práctica', 'prácticas', 'ejercicios?', 'practicar', 'prática', 'exercícios?', 'praticar', 'pratique', 'exercices?', 'übung(?:en)?', 'üben', 'praxis', 'aufgaben?',
  'практика', 'упражнения', 'задания', 'задачи', 'практиковать', 'uygulama', 'pratik', 'alıştırmalar?', 'egzersizler?', 'esercizi', 'pratica', 'ćwiczenia', 'praktyka', 'latihan', 'praktik', 'thực hành', 'bài tập',
  'práctica(?:s)? (?:recomendadas?|guiadas?)', 'ejercicios (?:prácticos|progresivos|propuestos)', 'atividades?(?: práticas?)?', 'actividades?', 'tareas?', 'travaux pratiques', 'tp', 'activités', 'praktische (?:übung(?:en)?|aufgaben?)', 'hausaufgaben?', 'практически(?:е|й) (?:задани[яе]|задачи)', 'домашнее задание', 'uygulamalar', 'ödev(?:ler)?', 'pratik (?:görevler|yapma)', 'zadani[ae]', 'zadania praktyczne', 'latihan soal', 'tugas', 'bài tập thực hành', 'التطبيق العملي', 'تمرين', 'التمارين', 'प्रैक्टिस', 'अभ्यास कार्य',
  '(?:动手|实战|课后|编码|推荐)*(?:练习|实践|任务|作业|实验|实操)(?:任务|内容|题)?', '(?:ハンズオン|やること|練習問題|実習|演習課題)', '(?:실습|연습|과제|미션)(?: ?(?:문제|과제|내용))?', '할 일',
  '练习', '實踐', '实践', '练手', '練習', '演習', '実践', '연습', '실습', '과제', 'تمارين', 'تطبيق', 'ممارسة', 'अभ्यास',
); // prettier-ignore

const PROJECT = wholeName(
  `${ADJECTIVE}(?:(?:${ADJECTIVE}projects?)(?: ideas?| examples?| work| suggestions?)?|capstone|build|deliverables?|portfolio(?: projects?)?)`, '(?:project|build|week(?:ly)? project|milestone project) ?\\d*', 'what (?:to|you will|you\'?ll) build', 'build (?:something|this|these|it)',
  '(?:mini[- ]?)?proyectos?(?: (?:final(?:es)?|prácticos?|sugeridos?|integrador(?:es)?))?', 'entregables?', '(?:mini[- ]?)?projetos?(?: (?:final|finais|práticos?|sugeridos?))?', 'entregáveis', '(?:mini[- ]?)?projets?(?: (?:final|fil rouge|pratiques?))?', 'livrables?', '(?:mini[- ]?|praxis|abschluss|beispiel|übungs)?projekte?', '(?:мини-|итоговый |практический |учебный |пет-)проект(?:ы)?', '(?:mini |örnek |bitirme )?proje(?:ler)?(?: (?:önerileri|fikirleri))?', '(?:mini[- ])?projekt(?:y)?(?: (?:końcowy|praktyczny))?', 'dự án (?:thực hành|nhỏ|cuối)', 'proyek (?:akhir|mini)', '(?:المشروع|مشروع|مشاريع) (?:التطبيقي|النهائي|عملي|عملية|تطبيقي|تطبيقية)', 'प्रोजेक्ट्स',
  '(?:阶段|实战|练手|推荐|综合|小|动手|仓库)*(?:项目|产出|作品|交付物?|成果)(?:实战|实践|建议)?', '(?:ミニ|最終|実践)?(?:プロジェクト|成果物|制作物)', '(?:미니 ?|최종 ?|토이 ?|실전 ?)?(?:프로젝트|결과물|산출물)',
  'proyectos?', 'projetos?', 'projets?', 'projekte?', 'проект(?:ы)?', 'проєкт(?:и)?', 'projeler?', 'proje', 'progett[oi]', 'projekty', 'proyek', 'dự án', '项目', '專案', '实战项目', '项目实战', 'プロジェクト', '作るもの', '制作', '프로젝트', 'مشروع', 'مشاريع', 'المشروع', 'المشاريع', 'परियोजना', 'प्रोजेक्ट',
); // prettier-ignore

const TOOL = wholeName(
  `${ADJECTIVE}(?:tools?|frameworks?|tooling|tech(?:nology|nologies)?(?: stack)?|software|platforms?|stack|technologies|packages|extensions|tools? (?:and|&|/) (?:frameworks|libraries|technologies|platforms))`,
  'tecnologías?', 'tecnologias?', 'technologien', 'tech-?stack', 'технологии', 'стек(?: технологий)?', 'narzędzia i technologie', 'công nghệ', '技术栈', '使用(?:工具|技术|技術)', '技術スタック', '기술 ?스택', '사용 ?(?:기술|도구)', 'التقنيات', 'टूल्स',
  'herramientas?', 'ferramentas?', 'outils?', 'werkzeuge?', 'инструмент(?:ы)?', 'інструменти', 'araçlar?', 'araç', 'teknolojiler', 'strumenti', 'narzędzia', 'alat', 'công cụ', '工具', '框架', 'ツール', '도구', 'أدوات', 'الأدوات', 'उपकरण',
); // prettier-ignore

/** Names of sorts of tools: a kind only beside labels like "Learn" and "Project", elsewhere groups of their own. */
const SORT_OF_TOOL = wholeName(
  'databases?',
  '(?:programming )?languages?',
  'librar(?:y|ies)',
  'editors?',
  'services?',
  'runtimes?',
  'cloud(?: providers?)?',
);

const RULE = wholeName('(?:golden |key )?rules?(?: of thumb)?', 'principles?', 'remember', 'regel', 'regla', 'regra', 'правило', 'kural', '规则', 'ルール', '규칙'); // prettier-ignore

/** What one works with every day is to be understood; a "tech stack" is a list of tools. */
const YOUR_STACK = wholeName('your (?:real|actual|true|everyday) stack');

/** The kind of topics a label announces ("Practice (Node.js)" → practice); undefined when it announces a group. */
export function readKind(label: string): TopicKind | undefined {
  const name = withoutPlace(normalizeName(label.replace(/\s*[([（].*?[)\]）]\s*$/u, '')));
  if (YOUR_STACK.test(name)) return 'learn';
  if (PROJECT.test(name)) return 'project';
  if (PRACTICE.test(name)) return 'practice';
  if (TOOL.test(name)) return 'tool';
  if (RULE.test(name)) return 'rule';
  return LEARN.test(name) ? 'learn' : undefined;
}

/** Whether a label names a sort of tools ("Databases"). */
export function isSortOfTool(label: string): boolean {
  return SORT_OF_TOOL.test(normalizeName(label));
}
