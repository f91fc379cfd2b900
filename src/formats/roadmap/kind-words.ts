import { normalizeName, wholeName } from './names.ts';
import type { TopicKind } from './outline.ts';

/** Words before or after the telling one that change nothing: "Key concepts", "Hands-on project ideas", "Daily practice". */
const ADJECTIVE =
  '(?:(?:key|core|main|critical|important|essential|more|other|your|my|the|some|daily|weekly|hands-on|mini|small|final|capstone|sample|suggested|practical|real|simple|recommended)[- ])*';

const LEARN = wholeName(
  `${ADJECTIVE}(?:learn(?:ing)?(?: deeply| about)?|master|study|focus(?: on)?(?: areas?)?|topics?(?: to (?:learn|cover|study|master))?(?: covered)?|concepts?(?: to (?:learn|know|master))?|skills?(?: to (?:learn|master))?|theory|understand(?:ing)?|know|ideas|subtopics?|subjects?)`,
  "(?:what )?(?:you'?ll|you will|to|you should|you need to|you must|we'?ll|we will) (?:learn|master|study|know|cover|understand)", "what to (?:learn|study|know|master)", 'your real stack', '(?:things|concepts|topics) (?:you|to) .*', 'you should (?:know|understand|learn|be able to explain).*', 'in this (?:phase|module|week|section|stage|step)(?: you will learn)?',
  'aprender(?:ás)?', 'temas?', 'conceptos(?: clave)?', 'conceitos', 'tópicos?', 'habilidades', 'o que (?:aprender|estudar)', 'qué aprender', 'apprendre', 'contenus?(?: abordés)?', 'sujets?(?: abordés)?', 'concepts clés', 'compétences', 'lernen', 'themen', 'konzepte', 'inhalte',
  'изучить', 'темы?', 'учить', 'теория', 'что (?:изучить|учить|изучать|нужно знать)', 'изучаем', 'знать', 'öğren(?:ilecekler|ilecek konular)?', 'konular', 'kavramlar', 'teori', 'argomenti', 'imparare', 'tematy', 'pelajari', 'topik', 'chủ đề', 'nội dung', 'học', 'kiến thức',
  '学习(?:内容)?', '學習(?:內容)?', '主题', '知识点', '内容', '学ぶこと', '学習内容', 'トピック', '내용', '학습(?: ?내용)?', '배울 내용', '주제', 'تعلم', 'المواضيع', 'المفاهيم', 'सीखें', 'विषय',
); // prettier-ignore

const PRACTICE = wholeName(
  `${ADJECTIVE}(?:practi[cs]es?|exercises?|implement|hands[- ]on|labs?|challenges?|tasks?|assignments?|drills?|try|do|activit(?:y|ies)|homework|workshops?|apply|practice (?:tasks|problems|exercises|ideas|projects))`,
  '(?:you should|you must|you will|be able to|you should be able to) (?:be able to )?(?:design|build|implement|write|do|make|create|solve|set up).*', 'now (?:build|try|practi[cs]e).*',
  'práctica', 'prácticas', 'ejercicios?', 'practicar', 'prática', 'exercícios?', 'praticar', 'pratique', 'exercices?', 'übung(?:en)?', 'üben', 'praxis', 'aufgaben?',
  'практика', 'упражнения', 'задания', 'задачи', 'практиковать', 'uygulama', 'pratik', 'alıştırmalar?', 'egzersizler?', 'esercizi', 'pratica', 'ćwiczenia', 'praktyka', 'latihan', 'praktik', 'thực hành', 'bài tập',
  '练习', '實踐', '实践', '练手', '練習', '演習', '実践', '연습', '실습', '과제', 'تمارين', 'تطبيق', 'ممارسة', 'अभ्यास',
); // prettier-ignore

const PROJECT = wholeName(
  `${ADJECTIVE}(?:(?:${ADJECTIVE}projects?)(?: ideas?| examples?| work| suggestions?)?|capstone|build|deliverables?|portfolio(?: projects?)?)`, '(?:project|build|week(?:ly)? project|milestone project) ?\\d*', 'what (?:to|you will|you\'?ll) build', 'build (?:something|this|these|it)',
  'proyectos?', 'projetos?', 'projets?', 'projekte?', 'проект(?:ы)?', 'проєкт(?:и)?', 'projeler?', 'proje', 'progett[oi]', 'projekty', 'proyek', 'dự án', '项目', '專案', '实战项目', '项目实战', 'プロジェクト', '作るもの', '制作', '프로젝트', 'مشروع', 'مشاريع', 'المشروع', 'المشاريع', 'परियोजना', 'प्रोजेक्ट',
); // prettier-ignore

const TOOL = wholeName(
  `${ADJECTIVE}(?:tools?|frameworks?|tooling|tech(?:nology|nologies)?(?: stack)?|software|platforms?|stack|technologies|packages|extensions|tools? (?:and|&|/) (?:frameworks|libraries|technologies|platforms))`,
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
  const name = normalizeName(label.replace(/\s*[([（].*?[)\]）]\s*$/u, ''));
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
