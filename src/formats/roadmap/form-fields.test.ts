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
