import { append } from './append.ts';
import { captured } from './captured.ts';
import { assignMissing, findMeaning } from './name-tags.ts';
import { DEEPEST_LEVEL, type Attributes, type Draft } from './draft.ts';
import { namesTheWhole, readHeadingRole } from './heading-names.ts';
import { parseFlowchart, type FlowGroup, type FlowNode } from './flowchart.ts';
import { arrangeFlowchart, type FlowTree } from './flowchart-tree.ts';
import { parseMindmap, type MindNode } from './mindmap.ts';
import { diagramKind } from './mermaid-statements.ts';
import { similarNames } from './overview.ts';
import { parseName } from './parse-name.ts';
import { readPeriod } from './period.ts';
import { readPriority } from './priority-words.ts';
import { quote, warn, type Reading } from './reading.ts';
import { readStatus } from './status-words.ts';
import { countWords, splitParts } from './split-parts.ts';
import { readTimeChart } from './time-chart.ts';

export interface Diagram {
  /** The node everything hangs on, when there is exactly one: the diagram's name for the whole roadmap. */
  readonly root?: Draft;
  readonly topics: Draft[];
}

/** Edge labels that only join their ends. */
const CONNECTIVE =
  /^(?:yes|no|y|n|ok|and|or|if|else|then|next|after(?: that)?|before|start|begin|end|finish|go|to|uses?|using|needs?|requires?|includes?|contains?|leads? to|depends on|builds? on|continue|step|follow(?:ed by)?|has|is|via|with|for|in|of|sí|да|нет|затем|далее|потом|evet|hayır|sonra|ja|nein|dann|oui|non|puis|sim|não|depois|是|否|然后|はい|いいえ|次|예|아니오|다음|نعم|لا|ثم|\d+|[a-z])$/iu;

/** Nodes that say where the drawing begins or ends. */
const TERMINAL =
  /^(?:start(?: here)?|begin|end|finish|done|goal|inicio|fin|início|fim|начало|конец|başla(?:ngıç)?|bitiş|ende|début|开始|结束|開始|終了|시작|끝|البداية|النهاية)!?$/iu;

/** Reads a Mermaid source into topics; a kind of diagram that lists nothing the reader knows gives a warning and none. */
export function readDiagram(
  lines: readonly string[],
  firstLine: number,
  reading: Reading,
): Diagram {
  const kind = diagramKind(lines);
  if (kind === 'mindmap') {
    const { roots, warnings } = parseMindmap(lines, firstLine);
    append(reading.warnings, warnings);
    return toDiagram(roots.flatMap((root) => mindToDrafts(root, reading, 0)));
  }
  if (/^(?:graph|flowchart)/.test(kind)) {
    const chart = parseFlowchart(lines, firstLine);
    append(reading.warnings, chart.warnings);
    return toDiagram(treesToDrafts(arrangeFlowchart(chart), reading, false));
  }
  if (/^(?:gantt|timeline|journey)$/.test(kind))
    return { topics: readTimeChart(kind, lines, firstLine, reading) };
  warn(
    reading,
    firstLine,
    `Diagrams of the kind "${kind}" are not read; only flowcharts, mind maps and time charts are.`,
  );
  return { topics: [] };
}

function toDiagram(drafts: Draft[]): Diagram {
  const [root, ...others] = drafts;
  if (root && others.length === 0 && root.topics.length > 0) return { root, topics: root.topics };
  return { topics: drafts };
}

function mindToDrafts(node: MindNode, reading: Reading, level: number): Draft[] {
  const deeper = (): Draft[] =>
    node.children.flatMap((child) => mindToDrafts(child, reading, level + 1));
  const draft = labelToDraft(node.label, node.line, reading);
  applyClasses(draft, node.classes, reading);
  if (level < DEEPEST_LEVEL) return [{ ...draft, topics: [...draft.topics, ...deeper()] }];
  return [draft, ...deeper()];
}

function treeToDrafts(tree: FlowTree, reading: Reading, isTop: boolean): Draft[] {
  const { unit } = tree;
  const draft = labelToDraft(unit.label, unit.line, reading);
  if (TERMINAL.test(draft.title)) return treesToDrafts(tree.children, reading, false);
  if (isQuestion(tree)) {
    warn(reading, unit.line, `${quote(draft.title)} asks which way to go and was left out.`);
    return treesToDrafts(
      tree.children.map((child) => ({ ...child, edgeLabel: '' })),
      reading,
      isTop,
    );
  }
  if (
    readHeadingRole(draft.title) === 'resources' &&
    draft.topics.length + tree.children.length > 0
  ) {
    warn(
      reading,
      unit.line,
      `${quote(draft.title)} lists things to read or watch and was left out.`,
    );
    return [];
  }
  applyClasses(draft, unit.classes, reading);
  const link = linkOf(unit);
  if (link !== undefined) draft.link ??= link;
  append(draft.topics, treesToDrafts(tree.children, reading, isTop));
  // A subgraph "Databases" whose nodes all hang on a node "Database" needs that node only once.
  const [only, ...others] = draft.topics;
  if (
    only &&
    others.length === 0 &&
    only.topics.length > 0 &&
    similarNames(only.title, draft.title)
  ) {
    draft.topics = only.topics;
  }
  return [draft];
}

/** "Know a language?" with answers on its arrows. */
function isQuestion({ unit, children }: FlowTree): boolean {
  return /[?？]\s*$/u.test(unit.label) && children.some(({ edgeLabel }) => edgeLabel !== '');
}

/** Nodes that are drawn with nothing in them, so that what they are stands on the arrow to them: "B -- Syntax --> J". */
function isNamedByArrow({ unit, edgeLabel, children }: FlowTree): boolean {
  const isBlank = 'isLabelled' in unit && !unit.isLabelled && /^[a-z]{1,2}\d{0,3}$/i.test(unit.id);
  return isBlank && children.length === 0 && !CONNECTIVE.test(edgeLabel.trim());
}

/** A label on the way to several topics, or on the way from the root, names their group; on the way to one it is a topic before it. */
function treesToDrafts(
  trees: readonly FlowTree[],
  reading: Reading,
  isBelowRoot: boolean,
): Draft[] {
  const drafts: Draft[] = [];
  const groups = new Map<string, Draft>();
  const count = (label: string): number => trees.filter((tree) => tree.edgeLabel === label).length;
  const areNamedByArrows = trees.every((tree) => tree.edgeLabel !== '' && isNamedByArrow(tree));
  for (const child of trees) {
    const label = child.edgeLabel;
    if (areNamedByArrows) {
      drafts.push(labelToDraft(label, child.edgeLine, reading));
      continue;
    }
    // The one tree of a chart with a root: what hangs on it directly are the roadmap's parts.
    const made = treeToDrafts(child, reading, trees.length === 1 && label === '');
    if (label === '' || applyEdgeLabel(label, made)) {
      drafts.push(...made);
      continue;
    }
    const known = groups.get(label);
    if (known) known.topics.push(...made);
    else {
      const topic = labelToDraft(label, child.edgeLine, reading);
      drafts.push(topic);
      if (isBelowRoot || count(label) > 1) {
        groups.set(label, topic);
        topic.topics.push(...made);
      } else drafts.push(...made);
    }
  }
  return drafts;
}

/** True when a label on an edge is no topic: it joins, or says something about what it leads to. */
function applyEdgeLabel(label: string, made: readonly Draft[]): boolean {
  if (CONNECTIVE.test(label.trim()) || isRemark(label)) return true;
  const found: Attributes = {};
  const priority = readPriority(label);
  const period = readPeriod(label);
  const status = readStatus(label);
  if (priority !== undefined) found.priority = priority;
  else if (period !== undefined) found.period = period;
  else if (status !== undefined) found.status = status;
  else return false;
  for (const draft of made) assignMissing(draft, found);
  return true;
}

/** "when it hurts": three words or more that begin small tell why one goes on. */
function isRemark(label: string): boolean {
  return /^\p{Ll}/u.test(label.trim()) && countWords(label) > 2;
}

/** The first line of a label is its name; lines that are bullets below it are topics of their own, others complete the name. */
function labelToDraft(label: string, line: number, reading: Reading): Draft {
  const lines = label.split('\n');
  const bullets = lines.slice(1).filter((l) => /^(?:[-*•·‣▪◦✓✔–]|\d+[.)])\s*\S/u.test(l));
  const isPeriodFirst = lines.length > 1 && readPeriod(captured(lines, 0)) !== undefined;
  const named = lines.filter((l) => !bullets.includes(l));
  const name = isPeriodFirst
    ? `${captured(named, 0)}: ${named.slice(1).join(' ')}`
    : named.join(' ');
  const parsed = parseName([{ text: name }], reading);
  const topics = bullets.map((bullet): Draft => {
    const text = bullet.replace(/^(?:[-*•·‣▪◦✓✔–]|\d+[.)])\s*/u, '');
    return { ...parseName([{ text }], reading), line, topics: [] };
  });
  const details = splitParts(parsed.title.replace(/^[^-–:]*(?:\s[-–]\s|:\s)/, '')).map(
    (part) => part.text,
  );
  return {
    ...parsed,
    text: label.replace(/\n/g, ' '),
    line,
    ...(details.length > 1 ? { details } : {}),
    topics: topics.filter((topic) => topic.title !== ''),
  };
}

/** Class names and colours carry priority or status, by themselves ("goodToLearn", "done") or through the legend ("red"). */
function applyClasses(draft: Draft, classes: readonly string[], reading: Reading): void {
  for (const name of classes) {
    const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ');
    const priority =
      readPriority(words) ??
      readPriority(words.replace(/ (?:node|topic|style|class|item|skill)s?$/i, ''));
    const status = readStatus(words);
    const meaning = findMeaning(words, reading);
    if (meaning) assignMissing(draft, meaning);
    if (priority) draft.priority ??= priority;
    if (status) draft.status ??= status;
  }
}

function linkOf(unit: FlowNode | FlowGroup): string | undefined {
  return 'link' in unit ? unit.link : undefined;
}

/** Whether the node everything hangs on repeats the heading above it, or stands for the whole roadmap. */
export function repeatsOwner(root: Draft, owner: Draft): boolean {
  const isWhole = [root.title, owner.title].some((title) => title === '' || namesTheWhole(title));
  return isWhole || similarNames(root.title, owner.title);
}
