import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

/** The outline without its title. */
function read(text: string): string[] {
  return sketch(readRoadmap(`# T\n## S\n${text}\n## Z\n- z`)).slice(1, -2);
}

describe('tables', () => {
  it('that set code beside code are left out with a warning', () => {
    const table = '| Java | C# |\n|-|-|\n| `String` | `string` |\n| `final` | `readonly` or `const` |\n| `import` | `using` |\n| Maven | NuGet |'; // prettier-ignore
    expect(read(`- Types\n\n${table}`)).toEqual(['S', '  Types']);
    expect(readRoadmap(`# T\n## S\n- Types\n\n${table}`).warnings).toEqual([
      { line: 5, message: 'This table sets pieces of code side by side and was left out.' },
    ]);
  });

  it('that put sums of money beside names say what to buy', () => {
    const table = '| Matériel | Prix |\n|-|-|\n| Trépied | 60 € |\n| Objectif | 120,50 EUR |';
    expect(read(`- Types\n\n${table}`)).toEqual(['S', '  Types']);
    const course = '| Course | Price | Level |\n|-|-|-|\n| Git | 60 € | 1 |\n| SQL | free | 2 |';
    expect(read(course)).toContain('  Git');
  });

  it('that tell which version of what to install are left out, unless they also tell how far one is', () => {
    const names = '| Tool | Versi | Fungsi |\n|-|-|-|\n';
    const table = `${names}| Ubuntu | 22.04 LTS | runs it |\n| Docker | latest | boxes |\n| FRR | >= 8.4 | routes |`;
    expect(read(`- Types\n\n${table}`)).toEqual(['S', '  Types']);
    const progress =
      '| Language | Version | Status |\n|-|-|-|\n| Java | 21 | done |\n| Go | 1.22 | |';
    expect(read(progress)).toEqual(['S', '  Java status=completed', '  Go']);
    expect(read(`${names}| HTTP | how 2 differs from 3 | x |\n| TLS | 1.3 | y |`)[0]).toBe('S');
  });
});
