import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

/** The outline without its title. */
function read(text: string): string[] {
  return sketch(readRoadmap(text)).slice(1);
}

describe('what sections say of themselves by a form', () => {
  it('is no topic where it comes back from section to section in sentences', () => {
    const part = (name: string): string =>
      `## ${name}\n- **Próba wyjścia:** Potrafisz to wyjaśnić koledze w kilka minut.\n- **Narzędzia Pana Y**: młotek, piła\n- ${name} w praktyce\n`;
    expect(read(`# T\n${part('Drewno')}${part('Metal')}${part('Szkło')}`)).toEqual([
      'Drewno',
      '  Narzędzia Pana Y',
      '    młotek',
      '    piła',
      '  Drewno w praktyce',
      'Metal',
      '  Narzędzia Pana Y',
      '    młotek',
      '    piła',
      '  Metal w praktyce',
      'Szkło',
      '  Narzędzia Pana Y',
      '    młotek',
      '    piła',
      '  Szkło w praktyce',
    ]);
    const once = '- **Closures:** Functions keep what was around them when they were made.\n';
    expect(read(`# T\n## A\n${once}- x\n## B\n- y`)).toContain('  Closures');
  });

  it('says how long a section takes, whatever it is called', () => {
    expect(
      read(
        '# T\n## Solos\n**Carga:** 2 semanas (20 h)\n- pH\n## Água\n**Carga:** 1 mês\n- irrigação',
      ),
    ).toEqual(['Solos period=2 semanas', '  pH', 'Água period=1 mês', '  irrigação']);
  });

  it('heads nothing but code, again and again', () => {
    const part = (name: string): string =>
      `## ${name}\n**Focus**: Learn by watching others work\n\n**Topics:**\n- ${name} basics\n\n**Befehle:**\n\n\`\`\`bash\nmake ${name}\n\`\`\`\n`;
    expect(read(`# T\n${part('Oak')}${part('Ash')}`)).toEqual([
      'Oak',
      '  Oak basics kind=learn',
      'Ash',
      '  Ash basics kind=learn',
    ]);
    expect(read('# T\n## Oak\n**Focus**: Learn by watching others work\n## Ash\n- bark')).toContain(
      '  Learn by watching others work kind=learn',
    );
  });

  it('is no topic while it is blank', () => {
    expect(
      read(
        '# T\n## A\n- Knots\n- [ ] [Weak point you found]\n- Rows played: X\n- Lesson: [Brief note]\n- [Git]',
      ),
    ).toEqual(['A', '  Knots', '  [Git]']);
    expect(
      read('# T\n## A\n- Knots\n## Log\n| # | Date | Score |\n|---|---|---|\n| 1 | | |\n| 2 | | |'),
    ).toEqual(['A', '  Knots']);
  });
});

describe('sentences in scripts without spaces', () => {
  it('are no enumeration for their commas', () => {
    const gate = '**关卡**：能独立完成、提交和解释整个多文件项目，否则先补上缺少的基础。\n';
    expect(read(`# T\n## 木\n- 锯\n- 刨\n\n${gate}`)).toEqual(['木', '  锯', '  刨']);
    expect(read('# T\n## 木\n**手法**：锯、刨、凿。')).toEqual([
      '木',
      '  手法',
      '    锯',
      '    刨',
      '    凿。',
    ]);
  });
});

describe('words that count parts', () => {
  it('are found in any language by the numbers they stand before', () => {
    expect(
      read(
        '# T\n## Ground\n- [x] **Ders 1.1:** Sap yapmak\n- [ ] **Ders 1.2:** Bıçak\n- **Ders 1.3:** Taş',
      ),
    ).toEqual([
      'Ground',
      '  Sap yapmak number=1.1 status=completed',
      '  Bıçak number=1.2 status=not-started',
      '  Taş number=1.3',
    ]);
    expect(read('# T\n## A\n- Python 2: print\n- Python 3: print()')).toEqual([
      'A',
      '  Python 2: print',
      '  Python 3: print()',
    ]);
  });
});

describe('links beside labelled lists', () => {
  it('only help with what the labels list', () => {
    expect(
      read(
        '# T\n## Wood\n- [The joiner](https://joiner.example/)\n- Key joints:\n  - Dovetail\n  - Mortise\n## Glue\n- [Hide glue](https://glue.example/)\n- Resin',
      ),
    ).toEqual([
      'Wood',
      '  Key joints',
      '    Dovetail',
      '    Mortise',
      'Glue',
      '  Hide glue link=https://glue.example/',
      '  Resin',
    ]);
  });
});

describe('what only goes with a roadmap', () => {
  const days = '### Day 1: Knots\n- Bowline\n### Day 2: Sails\n- Jib\n### Day 3: Wind\n- Luff\n';

  it('is told from the plan by where the days stand, not by its name', () => {
    expect(read(`# T\n## Daily schedule\n${days}## Rules\n- rest`)).toEqual([
      'Knots period=Day 1',
      '  Bowline',
      'Sails period=Day 2',
      '  Jib',
      'Wind period=Day 3',
      '  Luff',
    ]);
  });

  it('is a pair of names neither of which is a subject', () => {
    const plan =
      '## Learning path overview\n- Ground\n  - Soil\n  - Rain\n- Plants\n  - Peas\n  - Kale\n';
    expect(
      read(
        `# T\n${plan}## Tips and resources\n- rest\n## Timeline & milestones\n- Sow\n  - Peas\n- Reap\n  - Kale\n`,
      ),
    ).toEqual([
      'Ground',
      '  Soil',
      '  Rain',
      'Plants',
      '  Peas',
      '  Kale',
      'Sow',
      '  Peas',
      'Reap',
      '  Kale',
    ]);
    expect(read('# T\n## Books and shelves\n- oak')).toEqual(['Books and shelves', '  oak']);
  });

  it('is a procedure for each thing, and places to train at', () => {
    expect(
      read(
        '# T\n## Knots\n- Bowline\n\nFor each knot:\n1. Tie it blind\n2. Untie it\n\n**Training platforms**\n- The pier\n## How\n对每个结：\n- 练习',
      ),
    ).toEqual(['Knots', '  Bowline']);
  });

  it('is a table of contents though its jumps are broken', () => {
    expect(
      read(
        '# T\n## Contents\n- #-knots\n- #sails\n- Wind\n## Knots\n- Bowline\n## Topics to learn\n### Sails\n- Jib\n### Wind\n- Luff',
      ),
    ).toEqual(['Knots', '  Bowline', 'Sails', '  Jib', 'Wind', '  Luff']);
  });

  it('is who teaches, beside what is dated', () => {
    expect(
      read(
        '# T\n## A\n| Kursus | Zeitraum | Dozentin |\n|---|---|---|\n| Knoten | 2 Wochen | Ada L. |\n| Segel | 1 Woche | Eva M. |',
      ),
    ).toEqual(['A', '  Knoten', '  Segel']);
  });

  it('is a column of numbers or of one word beside what a table lists', () => {
    expect(
      read(
        '# T\n## A\n| KW | Stoff | Blatt |\n|---|---|---|\n| 4 | Knoten | hier |\n| 4 | Segel | hier |\n| 5 | Wind | hier |',
      ),
    ).toEqual(['A', '  Knoten', '  Segel', '  Wind']);
  });
});
