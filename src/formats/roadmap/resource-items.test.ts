import { describe, expect, it } from 'vitest';
import { readRoadmap } from './read-roadmap.ts';
import { sketch } from './sketch.ts';

/** The outline without its title. */
function read(text: string): string[] {
  return sketch(readRoadmap(text)).slice(1);
}

describe('lists of addresses below a topic', () => {
  const addresses = '* The bed: https://bed.example.org\n* Ann: https://ann.example.org\n';

  it('are left out with the books among them that have no address', () => {
    const books = '* The Garden (Book, A. Lee)\n* Old Roses (free e-book)\n';
    expect(
      read(
        `# T\n## Soil\nHumus\n\nClay\n\nSand\n\nজানুন:\n${addresses}* Rain: https://rain.example.org\n${books}`,
      ),
    ).toEqual(['Soil', '  Humus', '  Clay', '  Sand']);
  });

  it('stay beside what is learned', () => {
    const topics = '* Digging\n* The Garden (book)\n';
    expect(read(`# T\n## Soil\n- Humus\n\nBeds:\n${addresses}${topics}`)).toContain('    Digging');
  });
});
