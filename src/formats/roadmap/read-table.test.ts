import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

function read(table: string): string[] {
  return sketch(readRoadmap(`# T\n${table}\n`)).slice(1);
}

describe('tables', () => {
  it('of progress tell status by their words before their icons, and dates', () => {
    expect(
      read(
        '| Topic | Status | Start Date | Finish Date | Notes |\n|-|-|-|-|-|\n| **HTTP** | ✅ In Progress | 10.02.2026 | xx.xx.xx | [n](./n.md) |\n| DNS | 🔴 Not Started | - | | | |\n| TLS | ✅ | 1 March 2026 | 2026/03/04 | |\n| TCP | 40% | | | |\n| IP | [x] | | | |\n| UDP | 🟢 | | | |',
      ),
    ).toEqual([
      'T',
      '  HTTP status=in-progress started=2026-02-10',
      '  DNS status=not-started',
      '  TLS status=completed started=2026-03-01 finished=2026-03-04',
      '  TCP status=in-progress',
      '  IP status=completed',
      '  UDP status=completed',
    ]);
  });

  it('warn of dates they do not understand', () => {
    expect(readRoadmap('# T\n| Topic | Start |\n|-|-|\n| a | someday |\n').warnings).toEqual([
      { line: 4, message: '"someday" is not understood as a date.' },
    ]);
  });

  it('of skills tell priority, number and link', () => {
    expect(
      read(
        '| # | Skill | Level | Priority | Resource |\n|-|-|-|-|-|\n| 1 | Git | Beginner | High | [g](https://g.x) |\n| 2 | SQL | Expert | Nice to have | [a](https://a.x) [b](https://b.x) |\n| 3 | XSS | Hard | - | |',
      ),
    ).toEqual([
      'T',
      '  Git number=1 priority=mandatory link=https://g.x',
      '  SQL number=2 priority=optional',
      '  XSS number=3',
    ]);
  });

  it('of weeks are sections where a week has several topics', () => {
    expect(
      read(
        '| Week | Topics | Project |\n|-|-|-|\n| 1 | HTML, CSS | Page |\n| 2-3 | Arrays<br>Loops | - |\n| 4 | Review | None |',
      ),
    ).toEqual([
      'Week 1 period=Week 1',
      '  HTML',
      '  CSS',
      '  Page kind=project',
      'Week 2-3 period=Week 2-3',
      '  Arrays',
      '  Loops',
      'Review period=Week 4',
    ]);
    expect(read('| Week | Topic |\n|-|-|\n| 1 | HTML |\n| Week 2 | CSS |')).toEqual([
      'T',
      '  HTML',
      '  CSS',
    ]);
    expect(
      read(
        '| Week | Focus | Key topics |\n|-|-|-|\n| 1 | Web | HTML, CSS |\n| 2 | Data | SQL, Redis |',
      ),
    ).toEqual(['Web period=Week 1', '  HTML', '  CSS', 'Data period=Week 2', '  SQL', '  Redis']);
  });

  it('take rows that only name a level for sections', () => {
    const rows = '| **Basic** | | |\n| | Loops | done |\n| **Expert** | | |\n| | Macros | todo |\n';
    expect(read(`| Level | Topic | Status |\n|-|-|-|\n${rows}`)).toEqual([
      'Basic',
      '  Loops status=completed',
      'Expert',
      '  Macros status=not-started',
    ]);
    expect(
      read('| Topic | Notes |\n|-|-|\n| **Basic** | |\n| a | n |\n| **Expert** | |\n| b | |'),
    ).toEqual(['Basic', '  a', 'Expert', '  b']);
    expect(read('| Level | Topic |\n|-|-|\n| Basic | a |\n| | b |\n| Expert | c |')).toEqual([
      'Basic',
      '  a',
      '  b',
      'Expert',
      '  c',
    ]);
    expect(
      read(
        '| Level | Topic |\n|-|-|\n| Basic | |\n| | a |\n| Expert | |\n| | b |\n| Basic | |\n| | c |',
      ),
    ).toEqual(['Basic', '  a', '  c', 'Expert', '  b']);
  });

  it('of areas list skills and tools below them', () => {
    expect(
      read(
        '| Area | Skills | Tools |\n|-|-|-|\n| Net | DNS, TLS | - |\n| Sec | IAM, KMS | Vault |',
      ),
    ).toEqual(['Net', '  DNS', '  TLS', 'Sec', '  IAM', '  KMS', '  Vault kind=tool']);
  });

  it('may list topics column by column', () => {
    expect(read('| Beginner | Advanced |\n|-|-|\n| HTML | WebGL |\n| CSS | |')).toEqual([
      'Beginner',
      '  HTML',
      '  CSS',
      'Advanced',
      '  WebGL',
    ]);
    expect(read('| Frontend | Backend |\n|-|-|\n| HTML | SQL |\n| CSS | Redis |')).toEqual([
      'Frontend',
      '  HTML',
      '  CSS',
      'Backend',
      '  SQL',
      '  Redis',
    ]);
  });

  it('keep an enumeration in a cell together where nothing splits it', () => {
    const outline = readRoadmap(
      '# T\n| Topic | Status |\n|-|-|\n| Redis, Memcached | done |\n| ---- | --- |\n| Topic | Status |\n',
    );
    expect(outline.sections[0]?.topics).toMatchObject([
      { title: 'Redis, Memcached', details: ['Redis', 'Memcached'], status: 'completed' },
    ]);
  });

  it('read a table that only has a header as nothing', () => {
    expect(read('| Topic |\n|-|')).toEqual([]);
  });
});

describe('languages', () => {
  it.each([
    [
      'Russian',
      '## Этап 1. Основы (1 месяц)\n- ООП (опционально)\n\n| Тема | Статус | Начало |\n|-|-|-|\n| Django | В процессе | 01.03.2026 |',
      [
        'Основы number=1 period=1 месяц',
        '  ООП priority=optional',
        '  Django status=in-progress started=2026-03-01',
      ],
    ],
    [
      'Chinese',
      '## 第一阶段：基础（第1-2周）\n- 网络（必学）\n- 缓存（可选）',
      ['基础 number=1 period=第1-2周', '  网络 priority=mandatory', '  缓存 priority=optional'],
    ],
    [
      'Turkish',
      '## 1. Veri\n| Konu | Durum | Öncelik |\n|-|-|-|\n| SQL | Tamamlandı | Zorunlu |\n| İndeks | Başlanmadı | İsteğe bağlı |',
      [
        'Veri number=1',
        '  SQL priority=mandatory status=completed',
        '  İndeks priority=optional status=not-started',
      ],
    ],
    [
      'Portuguese',
      '## Mês 1: Base\n| Tópico | Status | Início | Término |\n|-|-|-|-|\n| POO | Concluído | 01/02/2026 | 15/02/2026 |',
      ['Base period=Mês 1', '  POO status=completed started=2026-02-01 finished=2026-02-15'],
    ],
    [
      'Arabic',
      '## المرحلة الأولى: الأساسيات\n- الحلقات (اختياري)',
      ['الأساسيات number=1', '  الحلقات priority=optional'],
    ],
    [
      'Japanese',
      '## ステップ1：基礎\n| 項目 | 状態 | 優先度 |\n|-|-|-|\n| Redis | 未着手 | 任意 |',
      ['基礎 number=1', '  Redis priority=optional status=not-started'],
    ],
    [
      'Korean',
      '## 2단계: 웹\n| 주제 | 상태 |\n|-|-|\n| JPA | 진행 중 |',
      ['웹 number=2', '  JPA status=in-progress'],
    ],
    ['Hindi', '## चरण 1: मूल\n- CSS (वैकल्पिक)', ['मूल number=1', '  CSS priority=optional']],
    [
      'German',
      '## Woche 1–2: Grundlagen\n- Barrierefreiheit (optional)',
      ['Grundlagen period=Woche 1–2', '  Barrierefreiheit priority=optional'],
    ],
    [
      'Spanish',
      '## Fase 1: Base (2 semanas)\n- SQL (obligatorio)',
      ['Base number=1 period=2 semanas', '  SQL priority=mandatory'],
    ],
  ])('reads %s', (_, text, expected) => {
    expect(sketch(readRoadmap(`# X\n${text}\n## Z\n- z\n`)).slice(1, -2)).toEqual(expected);
  });
});

describe('legends', () => {
  it('tell what icons and colours stand for, and are no topics', () => {
    const topics = '## A\n- 🔴 x\n- 🟢 y\n- ⚪ z\n';
    const expected = ['T', 'A', '  x priority=mandatory', '  y priority=optional', '  z'];
    for (const legend of [
      '## Legend\n- 🔴 Must know\n- 🟢 = Optional\n- ⚪ Beginner\n',
      '🔴 Must know | 🟢 Optional | ⚪ Beginner\n\n',
      '🔴 must (know)\n🟢: optional\n⚪ – advanced\n\n',
      '| Icon | Meaning |\n|-|-|\n| 🔴 | Required |\n| 🟢 | Optional |\n| ⚪ | Advanced |\n\n',
      '### 🔴 Red (Mandatory):\n### 🟢 Green (Optional)\n### ⚪ White (Advanced)\n',
    ]) {
      const text = sketch(readRoadmap(`# T\n${legend}${topics}`)).filter(
        (line) => !/Red|Green|White/.test(line),
      );
      expect(text).toEqual(expected);
    }
  });

  it('may stand under a label, a paragraph for each sign', () => {
    const text =
      'Legend:\n\n[ ] Not started\n\n[x] Proven (a lab)\n\n[x] Git\n\n[ ] SQL\n\n[ ] Nets';
    expect(sketch(readRoadmap(`# T\n## A\n${text}`))).toEqual([
      'T',
      'A',
      '  Git status=completed',
      '  SQL status=not-started',
      '  Nets status=not-started',
    ]);
    expect(read('## A\nKey:\n\n🔹 Loops\n\n🔸 Types\n\n🔻 Files')).toContain('  Loops');
  });

  it('tell statuses and colour columns too', () => {
    expect(
      sketch(
        readRoadmap(
          '# T\n- 🟢 Done\n- 🔴 In progress\n## A\n- 🟢 x\n\n| Topic | Status | Priority |\n|-|-|-|\n| y | 🔴 | |\n| z | done | 🟢 |\n',
        ),
      ),
    ).toEqual(['T', 'A', '  x status=completed', '  y status=in-progress', '  z status=completed']);
    expect(
      sketch(
        readRoadmap(
          '# T\n- 🔴 must\n- 🟢 optional\n## A\n| Topic | Priority |\n|-|-|\n| z | 🟢 |\n| w | 🔴 (must) |\n',
        ),
      ),
    ).toEqual(['T', 'A', '  z priority=optional', '  w priority=mandatory']);
  });
});

describe('cells', () => {
  it('tell status by colours, boxes and icons, and nothing by what is neither', () => {
    expect(
      read(
        '| Topic | Status |\n|-|-|\n| a | 🟡 |\n| b | 🔴 |\n| c | [ ] |\n| d | [~] |\n| e | 🐙 |\n| f | ? |\n| g | [] |',
      ),
    ).toEqual([
      'T',
      '  a status=in-progress',
      '  b status=not-started',
      '  c status=not-started',
      '  d status=in-progress',
      '  e',
      '  f',
      '  g status=not-started',
    ]);
  });

  it('may be fewer or more than the columns', () => {
    expect(
      read(
        '| # | Topic | Priority | Link |\n|-|-|-|-|\n| x |\n| 2 | b | ? | none | more |\n| 3 | c |',
      ),
    ).toEqual(['x', '  b number=2', '  c number=3']);
  });

  it('of a table whose columns say nothing known are names first', () => {
    expect(
      read(
        '| Thing | Remark about it all |\n|-|-|\n| Git | you will need it every single day of your life |',
      ),
    ).toEqual(['T', '  Git']);
    expect(read('| | |\n|-|-|\n| Git | daily |\n| SQL | weekly |')).toEqual([
      'T',
      '  Git',
      '  SQL',
    ]);
    expect(read('| Level | Tools |\n|-|-|\n| One | Git, Make |\n| Two | Nix |')).toEqual([
      'One',
      '  Git kind=tool',
      '  Make kind=tool',
      'Two',
      '  Nix kind=tool',
    ]);
  });
});
