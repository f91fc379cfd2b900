import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

/** The outline without its title. */
function read(text: string): string[] {
  return sketch(readRoadmap(text)).slice(1);
}

describe('headings that Markdown does not know', () => {
  it('need no space after their signs, where none of the text has one', () => {
    expect(read('#Java\n##Memory\n#####1）heap\n#####2）\n#######stack\n##Files\n- paths')).toEqual(
      ['Memory', '  heap number=1', '    stack', 'Files', '  paths'],
    );
    expect(read('# Plan\n\n## Ground\n- Git\n\n#hashtag one\n\n#hashtag two')).toEqual([
      'Ground',
      '  Git',
    ]);
  });

  it('may be escaped, as are bullets, where an editor took what was pasted for plain text', () => {
    expect(
      read('\\# Plan\n\n\\## Ground\n\n\\- Git\n\\- Shell\n\n## Nets\n- C\\# sockets'),
    ).toEqual(['Ground', '  Git', '  Shell', 'Nets', '  C# sockets']);
  });

  it('may be weeks below numbered parts, each in a line of its own', () => {
    const text = [
      'PART 1 — THE GARDEN ROADMAP\n\n⏰ Half a year',
      '✅ PHASE 1 — GROUND\n🔹 Week 1: Soil\n\nHumus\n\nClay\n\nSand\n\n🎯 Goal: Know your soil',
      '🔹 Week 2: Graphs\n\nRain\n\nSun\n\nFrost',
      '✅ PHASE 2 — PLANTS\n\n🔹 Week 3: Seeds\n\nPeas\n\nBeans\n\nKale',
      '✅ PHASE 3 — HARVEST\n\nPick\n\nStore\n\nCook',
      '📒 DAILY ROUND\n\nEach day:\n\n1️⃣ Water (10 min)\n2️⃣ Weed (20 min)\n3️⃣ Look (5 min)',
    ].join('\n\n');
    expect(sketch(readRoadmap(text))).toEqual([
      'THE GARDEN ROADMAP',
      'GROUND number=1',
      '  Soil',
      '    Humus',
      '    Clay',
      '    Sand',
      '  Graphs',
      '    Rain',
      '    Sun',
      '    Frost',
      'PLANTS number=2',
      '  Seeds',
      '    Peas',
      '    Beans',
      '    Kale',
      'HARVEST number=3',
      '  Pick',
      '  Store',
      '  Cook',
    ]);
  });

  it('may be comments, where there are no others', () => {
    expect(read('<!-- Basics -->\n- Git\n- Shell\n\n<!-- CSS/CSS3 -->\n- Grid')).toEqual([
      'Basics',
      '  Git',
      '  Shell',
      'CSS/CSS3',
      '  Grid',
    ]);
    const tools = '<!-- toc start -->\n\n- Git\n\n<!-- prettier-ignore -->\n\n- Shell';
    expect(read(tools).join()).not.toMatch(/toc|prettier/);
    expect(read('Ground\n======\n<!-- one -->\n- Git\n<!-- two -->\n- Go').join()).not.toMatch(
      /one|two/,
    );
  });

  it('are no labels with a rule below them', () => {
    expect(read('## Ground\n- Git\n## Nets\n- TCP\n\ncaching:\n-------\n- LRU')).toEqual([
      'Ground',
      '  Git',
      'Nets',
      '  TCP',
      '  caching',
      '    LRU',
    ]);
  });
});

describe('lines that list without bullets', () => {
  it('nest by their numbers', () => {
    expect(
      read(
        '### 1. Diodes\n\n1.1. Load line\n1.2. Circuits:\n  1.2.1. Clippers\n  1.2.2. Clampers\n1.3. Zener\n\n### 2. Transistors\n\n2.1. Points\n2.2. Bias',
      ),
    ).toEqual([
      'Diodes number=1',
      '  Load line number=1.1',
      '  Circuits number=1.2',
      '    Clippers number=1.2.1',
      '    Clampers number=1.2.2',
      '  Zener number=1.3',
      'Transistors number=2',
      '  Points number=2.1',
      '  Bias number=2.2',
    ]);
  });

  it('may be questions', () => {
    expect(read('## Basics\nWhat is HTTP?\nWhat is a domain?\nDNS and how it works?')).toEqual([
      'Basics',
      '  What is HTTP?',
      '  What is a domain?',
      '  DNS and how it works?',
    ]);
  });

  it('may be short sentences, where nothing else is listed', () => {
    const text = ['Draw a window.', 'Move a shape.', 'Tell when two shapes meet.'].join('\n\n');
    expect(read(`Phase 1: Games\n\n${text}\n\nPhase 2: Sounds\n\n${text}`)).toEqual([
      'Games number=1',
      '  Draw a window.',
      '  Move a shape.',
      '  Tell when two shapes meet.',
      'Sounds number=2',
      '  Draw a window.',
      '  Move a shape.',
      '  Tell when two shapes meet.',
    ]);
  });

  it('part at arrows that lead from step to step', () => {
    expect(read('## Git\n- Practice: commit often, small → push to a branch → merge it')).toEqual([
      'Git',
      '  commit often, small kind=practice',
      '  push to a branch kind=practice',
      '  merge it kind=practice',
    ]);
  });
});

describe('names that stand where few look', () => {
  it('head numbered lines from the line right above them', () => {
    expect(
      read('Plan\nGround work\n1.1 Loops\n1.2 Types\n\nLarger parts of it\n2.1 Files\n2.2 Nets'),
    ).toEqual([
      'Ground work',
      '  Loops number=1.1',
      '  Types number=1.2',
      'Larger parts of it',
      '  Files number=2.1',
      '  Nets number=2.2',
    ]);
  });

  it('are set in bold inside the sentence that leads to a list', () => {
    const text =
      'In book one, **Ground**, we\nspeak of these:\n- Git\n\nBook two, **Nets**, has:\n- TCP';
    expect(read(`# Plan\n\n${text}`)).toEqual(['Ground', '  Git', 'Nets', '  TCP']);
    expect(
      read('# Plan\n\n## Web\n\nLearn **one** or **two** of the many, as you like:\n- Vue'),
    ).toEqual(['Web', '  Vue']);
  });

  it('may end in a colon, line by line', () => {
    expect(read('## Indexes\nBy key:\nBy hash:\nBitmap\n## Plans\nScans:\nJoins:')).toEqual([
      'Indexes',
      '  By key',
      '  By hash',
      '  Bitmap',
      'Plans',
      '  Scans',
      '  Joins',
    ]);
  });

  it('are weeks below the one heading that is a calendar, whatever it is called', () => {
    const weeks = '### Week 1: Git\n- log\n### Week 2: Nets\n- TCP\n### Week 3: SQL\n- joins';
    expect(read(`# T\n## Ground\n- Shell\n## All of it\n${weeks}`)).toEqual([
      'Ground',
      '  Shell',
      'Git period=Week 1',
      '  log',
      'Nets period=Week 2',
      '  TCP',
      'SQL period=Week 3',
      '  joins',
    ]);
    expect(
      read(`# T\n## Front\n${weeks}\n## Back\n${weeks}`).filter((line) => !line.startsWith(' ')),
    ).toEqual(['Front', 'Back']);
  });
});

describe('diagrams', () => {
  it('tell parts in a row from what hangs on them by their ids', () => {
    const chart = [
      'flowchart TD',
      'A[Ground] --> B[Storage]',
      'B --> C[Streams]',
      'A --> A1[Linux]',
      'A --> A2[Git]',
      'B --> B1[SQL]',
      'C --> C1[Kafka]',
    ];
    expect(read(`\`\`\`mermaid\n${chart.join('\n')}\n\`\`\``)).toEqual([
      'Ground',
      '  Linux',
      '  Git',
      'Storage',
      '  SQL',
      'Streams',
      '  Kafka',
    ]);
  });

  it('leave out what is only there to be read', () => {
    const chart =
      'graph TD\nA[Data] --> A1[ETL]\nA --> A2[Resources<br>- Some course<br>- Some book]';
    const { warnings } = readRoadmap(`# Plan\n\`\`\`mermaid\n${chart}\n\`\`\``);
    expect(read(`# Plan\n\`\`\`mermaid\n${chart}\n\`\`\``)).toEqual(['Plan', '  ETL']);
    expect(warnings.map(({ message }) => message).join()).toContain('"Resources" lists things');
  });
});

describe('words of other languages', () => {
  it('name what is about the course and its breaks, which nobody learns', () => {
    const about = [
      'Regole di metodo',
      'Режим обучения',
      '执行规则',
      'Informations pratiques',
      'Time management',
    ];
    const sections = about.map((name) => `## ${name}\n- bla\n- blub`).join('\n');
    expect(read(`# T\n## Git\n- log\n### 10h30 - 10h45 : Pause café\n${sections}`)).toEqual([
      'Git',
      '  log',
    ]);
    expect(
      read('# T\n## Calendario\n### Semana 1: Git\n- log\n### Semana 2: SQL\n- joins'),
    ).toEqual(['Git period=Semana 1', '  log', 'SQL period=Semana 2', '  joins']);
  });

  it('do not take materials that are learned for materials to read', () => {
    expect(read('# T\n## Graphics\n- **Materials & Shaders**\n  - UV maps\n- Light')).toEqual([
      'Graphics',
      '  Materials & Shaders',
      '    UV maps',
      '  Light',
    ]);
  });

  it('name the columns of tables', () => {
    expect(
      read(
        '## Dasar\n- Web\n## Teks\n| No | Materi | Sub Materi | Tujuan Belajar |\n|--|--|--|--|\n| 1 | List | - Unordered<br>- Ordered | Membuat daftar. |',
      ),
    ).toEqual(['Dasar', '  Web', 'Teks', '  List number=1', '    Unordered', '    Ordered']);
  });

  it('number parts with wide signs, and head notes that are no topics', () => {
    expect(read('## Step 8｜GitHub\n- Actions\n\n## Catatan\n- bla')).toEqual([
      'GitHub number=8',
      '  Actions',
    ]);
    expect(
      read('## Calendar\n### Week 1: Git\n- log\n## Daily time blocks\n- Morning: 7:00'),
    ).toEqual(['Git period=Week 1', '  log']);
  });
});
