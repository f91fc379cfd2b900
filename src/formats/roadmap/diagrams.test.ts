import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

const fence = (source: string): string => `# T\n\`\`\`mermaid\n${source}\n\`\`\`\n`;
const read = (source: string): string[] => sketch(readRoadmap(fence(source))).slice(1);

describe('flowcharts', () => {
  it('with a root give sections below it, with numbers, classes and a fence that never closes', () => {
    const text =
      '# T\n## Colours\n### 🔴 Red (Mandatory)\n### 🔵 Blue (Optional)\n## Graphical Representation\n```mermaid\ngraph LR;\n  A[1.0 Roadmap] --> B[2.0 Base];\n  B --> C[2.1 Net];\n  C --> D[2.1.1 HTTP & TLS];\n  A --> E[3.0 Data];\n  E --> F[3.1 SQL];\n  E --> G[3.2 Redis];\n  classDef must fill:#f00,stroke:#000;\n  class D,F must;\n  class G goodToLearn\n  class C,B red';
    const outline = readRoadmap(text);
    expect(sketch(outline)).toEqual([
      'T',
      'Base number=2.0 priority=mandatory',
      '  Net number=2.1 priority=mandatory',
      '    HTTP & TLS number=2.1.1 priority=mandatory',
      'Data number=3.0',
      '  SQL number=3.1 priority=mandatory',
      '  Redis number=3.2 priority=good',
    ]);
    expect(outline.warnings.map((w) => w.line)).toEqual([2, 6]);
  });

  it('read every shape of node, quoted labels, breaks, entities and icons', () => {
    expect(
      read(
        'flowchart TD\nR((Roadmap)) --> a([Round]) & b{{Hex}} & c[(Store)] & d[/Lean/] & e[\\Back\\] & f[[Sub]] & g(((Deep))) & h{Choose} & i>Flag] & j(Soft)\nR --> k["Quoted (x) [y]"]\nR --> l["A #amp; B<br/>more"]\nR --> m["`**Bold** text`"]\nR --> n[fa:fa-car Cars]\nR --> o@{ shape: rect, label: "New" }\nR --> p["two\nlines"]\nR --> q[Arrays [1D] here]\nR --> r[Week 1<br/>Git]\nR --> s["Web<br/>- HTML<br/>- CSS"]',
      ),
    ).toEqual([
      'T',
      ...[
        'Round',
        'Hex',
        'Store',
        'Lean',
        'Back',
        'Sub',
        'Deep',
        'Choose',
        'Flag',
        'Soft',
        'Quoted (x) [y]',
        'A & B more',
        'Bold text',
        'Cars',
        'New',
        'two lines',
        'Arrays [1D] here',
        'Git',
        'Web',
        '  HTML',
        '  CSS',
      ].map((line) => `  ${line}`),
    ]);
  });

  it('read every arrow, chains and joins', () => {
    expect(
      read(
        'graph TD\nR[Roadmap] --> A\nR ---> B\nR === C\nR -.-> D\nR --o E\nR --x F\nR <--> G\nR ~~~ H\nR e1@--> I',
      ),
    ).toEqual(['T', ...'ABCDEFGHI'].map((name, i) => (i === 0 ? name : `  ${name}`)));
    expect(read('graph LR\nA --> B --> C & D\nC --> E\nD --> E')).toEqual(
      ['T', '  A', '  B', '    C', '    D', '    E'].filter((line) => line !== ''),
    );
  });

  it('take a row of arrows for a row of topics', () => {
    expect(read('graph LR\nA[HTML] --> B[CSS] --> C[JS]')).toEqual([
      'T',
      '  HTML',
      '  CSS',
      '  JS',
    ]);
    expect(read('graph LR\nS([Start]) --> A[HTML] --> B[CSS] --> E((End))')).toEqual([
      'T',
      '  HTML',
      '  CSS',
    ]);
    expect(
      read(
        'graph TD\nR[Roadmap] --> B[Math]\nB --> B1[Sets]\nB --> B2[Logic]\nB --> C[Code]\nC --> C1[Loops]\nC --> C2[Types]',
      ),
    ).toEqual(['Math', '  Sets', '  Logic', 'Code', '  Loops', '  Types']);
    expect(
      read(
        'graph TD\nR[Roadmap] --> X[Math]:::s\nX --> a[Sets]\nX --> Y[Code]:::s\nY --> b[Loops]\nclassDef s fill:red',
      ),
    ).toEqual(['Math', '  Sets', 'Code', '  Loops']);
    expect(
      read(
        'graph TD\nR[Roadmap] --> X[Math]\nX --> a[Sets]\nX --> Y[Code]\nY --> b[Loops]\nY --> Z[Ops]\nZ --> c[Logs]\nZ --> d[Metrics]',
      ),
    ).toEqual(['Math', '  Sets', 'Code', '  Loops', 'Ops', '  Logs', '  Metrics']);
    expect(read('graph TD\nA[1. Net] --> B[1.1 HTTP]\nC[2. Data] --> D[2.1 SQL]')).toEqual([
      'Net number=1',
      '  HTTP number=1.1',
      'Data number=2',
      '  SQL number=2.1',
    ]);
  });

  it('read labels on edges as topics, groups, or what they say of the target', () => {
    expect(
      read(
        'graph LR\nA[Web] -->|HTML, CSS| B[Front]\nB -- React --> C[Full]\nC == Docker ==> D[Ops]\nD -. "Helm" .-> E[Cloud]\nE -->|yes| F[End of it]',
      ),
    ).toEqual([
      'T',
      '  Web',
      '  HTML, CSS',
      '  Front',
      '  React',
      '  Full',
      '  Docker',
      '  Ops',
      '  Helm',
      '  Cloud',
      '  End of it',
    ]);
    expect(
      read('graph TD\nR[Roadmap] -->|Front| A[HTML]\nR -->|Front| B[CSS]\nR -->|Back| C[SQL]'),
    ).toEqual(['Front', '  HTML', '  CSS', 'Back', '  SQL']);
    expect(
      read(
        'graph TD\nR[Roadmap] -->|optional| A[a]\nR -->|Week 1| B[b]\nR -->|done| C[c]\nR -->|then| D[d]',
      ),
    ).toEqual(['T', '  a priority=optional', '  b', '  c status=completed', '  d']);
  });

  it('read the arrow to a node with nothing in it as its name', () => {
    const chart = 'graph LR\nA[Garden] --> B[Soil]\nA --> C[Plants]\nB -- Humus --> D\nB -- Clay --> E2\nC -- Peas --> F\nC -- Rust --> Go'; // prettier-ignore
    expect(read(chart)).toEqual(['Soil', '  Humus', '  Clay', 'Plants', '  Peas', '  Rust']);
    expect(read('graph LR\nA[Garden] --> B[Soil]\nB --> humus\nB --> clay')).toContain('    humus');
  });

  it('take three small words on an arrow for a remark', () => {
    const chart = 'graph TD\nA[Beds] --> B[Peas]\nA --> C[Roses]\nC -.->|when it hurts| D[Gloves]';
    expect(read(chart).join()).not.toContain('hurts');
  });

  it('leave out questions, whose arrows say which way to go', () => {
    const chart = 'graph TD\nS([Start]) --> Q{Dug before?}\nQ -->|Yes| B[Beds]\nQ -->|Not yet| A[Spade]\nB --> C[Seeds]\nB --> D[Bulbs]\nA --> E[Gloves]\nA --> F[Boots]'; // prettier-ignore
    expect(read(chart)).toEqual(['Beds', '  Seeds', '  Bulbs', 'Spade', '  Gloves', '  Boots']);
  });

  it('read subgraphs as sections that hold their nodes', () => {
    const source =
      '---\ntitle: x\n---\nflowchart LR\n%% note\n%%{init: {\n"theme": 1}}%%\nsubgraph S1[Front]\n direction TB\n h[HTML] --> c[CSS]\nend\nsubgraph "Data & co"\n d[SQL]\n subgraph Deep\n  e[Indexes]\n end\nend\nsubgraph Databases\n Database --- MySQL\n Database --- Mongo\nend\nS1 --> S2\nroot --- Database\nroot((All)) --> S1\nclick h href "https://h.x"\nclick c "#in"\nstyle h fill:#fff\nlinkStyle 0 stroke:red\nclass S1 optional';
    expect(read(source)).toEqual([
      'Front priority=optional',
      '  HTML link=https://h.x',
      '  CSS',
      'Data & co',
      '  SQL',
      '  Deep',
      '    Indexes',
      'Databases',
      '  MySQL',
      '  Mongo',
      'S2',
    ]);
  });

  it('list both nodes of an id used twice, break cycles, and warn of what they do not understand', () => {
    const outline = readRoadmap(
      fence(
        'graph TD\nR[Roadmap] --> A[a]\nR --> X[One]\nA --> X[Two]\nX --> A\n??? what\nA --> ]\nB[open\nclass\nA B',
      ),
    );
    expect(sketch(outline).slice(1)).toEqual(['T', '  a', '    Two', '  One', '  open']);
    expect(outline.warnings.map((w) => w.line)).toEqual([6, 8, 9, 10, 11, 12]);
    expect(read('graph TD\nA --> B\nB --> A')).toEqual(['T', '  A', '  B']);
  });

  it('belong to the heading they stand under where there are several', () => {
    const text =
      '# T\n## Front\n```mermaid\ngraph TD\nF[Front] --> H[HTML]\nF --> C[CSS]\n```\n## Back\n```mermaid\ngraph TD\nQ[SQL] --> I[Indexes]\nQ --> J[Joins]\n```\n';
    expect(sketch(readRoadmap(text))).toEqual([
      'T',
      'Front',
      '  HTML',
      '  CSS',
      'Back',
      '  SQL',
      '    Indexes',
      '    Joins',
    ]);
  });

  it('give the title where nothing else does, and end at the next heading when never closed', () => {
    expect(readRoadmap('```mermaid\ngraph TD\nR[My Roadmap] --> A\nR --> B\n```\n').title).toBe(
      'My Roadmap',
    );
    expect(
      sketch(
        readRoadmap(
          '# T\n```mermaid\ngraph TD\nR[Roadmap] --> A\nA --> a\nA --> b\n\n## Data\n- SQL\n',
        ),
      ),
    ).toEqual(['T', 'A', '  a', '  b', 'Data', '  SQL']);
    expect(sketch(readRoadmap('# T\n## A\n- x\n```sh\n# comment\n## B\n- y\n'))).toEqual([
      'T',
      'A',
      '  x',
      'B',
      '  y',
    ]);
    expect(sketch(readRoadmap('# T\n## A\n- x\n```sh\n- no\n'))).toEqual(['T', 'A', '  x']);
  });

  it('are left out when they only draw the sections', () => {
    expect(
      sketch(
        readRoadmap(
          `${fence('graph TD\nA[Front] --> B[Back] --> C[Ops]')}## Front\n- x\n## Back\n- y\n## Ops\n- z\n`,
        ),
      ),
    ).toEqual(['T', 'Front', '  x', 'Back', '  y', 'Ops', '  z']);
  });

  it('of other kinds are named in a warning', () => {
    expect(
      readRoadmap(fence('pie title P\n"a" : 1')).warnings.some((w) => w.message.includes('"pie"')),
    ).toBe(true);
  });
});

describe('mind maps', () => {
  it('nest by indentation and take the root for the roadmap', () => {
    expect(
      read(
        'mindmap\n  root((Web))\n    Front\n      HTML\n      ::icon(fa fa-book)\n      id1[CSS (basics)]\n        Flexbox\n    :::optional\n    Back\n      ))Node((\n      Git (basics)\n    ""',
      ),
    ).toEqual([
      'Front',
      '  HTML',
      '  CSS (basics)',
      '    Flexbox priority=optional',
      'Back',
      '  Node',
      '  Git (basics)',
    ]);
  });
});

describe('broken diagrams', () => {
  it('give what can be read of them', () => {
    expect(read('---\nnot closed\ngraph TD\nA --> B')).toEqual([]);
    expect(read('graph TD\nA[x #35; y] --> B[z]')).toEqual(['T', '  x # y', '  z']);
    expect(
      readRoadmap(fence(`graph TD\nA --> B\n${'?'.repeat(90)}`)).warnings.at(-1)?.message,
    ).toContain('…');
    expect(read('graph TD\nA & B --> C\nC --> D')).toEqual(['T', '  A', '  B', '  C', '  D']);
    expect(read('graph TD\nR[Roadmap] --> A:::done\nR --> B:::redNode\nR --> C')).toEqual([
      'T',
      '  A status=completed',
      '  B',
      '  C',
    ]);
  });
});
