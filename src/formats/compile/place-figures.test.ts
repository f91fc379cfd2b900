import { describe, expect, it } from 'vitest';
import { compileDecks } from './compile-decks.ts';

const svg = `<svg viewBox="0 0 280 60" font-size="12"><title>Ring</title><desc>A ring.</desc>
<circle id="ring" cx="30" cy="30" r="20"/></svg>\n`;
const card = (answer: string) => ({
  path: 'decks/cards/scale/ring.md',
  content: `---\ntitle: Ring\nsources: [RFC 1]\n---\n## basic ring-a · use\nQ: Where does a hash ring put a key?\nA: On the next server.\n\n${answer}\n`,
});
const drawing = (content = svg) => ({ path: 'decks/figures/ring.svg', content });

function compile(...sources: readonly { path: string; content: string }[]) {
  const { files, summary } = compileDecks(sources, (text) => `${text.length}`, 'accepted');
  const pack = files.find(({ path }) => path.startsWith('packs/'))?.content ?? '{"notes":[]}';
  const { notes } = JSON.parse(pack) as { notes: { answer: unknown[] }[] };
  const problems = summary.problems.map(({ path, line, message }) => `${path}:${line} ${message}`);
  return { answer: notes[0]?.answer, problems };
}

describe('figures of cards', () => {
  it('are drawn where the card shows them, each time with ids of their own', () => {
    const show = '![a ring](figure:ring)';
    const { answer, problems } = compile(card(`${show}\n\n- ${show}`), drawing());
    expect(problems).toEqual([]);
    const drawn = (prefix: string) => [
      'svg',
      {
        fill: 'currentColor',
        viewBox: '0 0 280 60',
        'font-size': '12',
        role: 'img',
        'aria-labelledby': `${prefix}-title ${prefix}-desc`,
      },
      ['title', { id: `${prefix}-title` }, 'Ring'],
      ['desc', { id: `${prefix}-desc` }, 'A ring.'],
      ['circle', { id: `${prefix}-ring`, cx: '30', cy: '30', r: '20' }],
    ];
    expect(answer).toEqual([
      ['p', null, 'On the next server.'],
      drawn('ring-a-f1'),
      ['ul', null, ['li', null, drawn('ring-a-f2')]],
    ]);
  });

  it('leave their words where they have mistakes, which are told with their line', () => {
    const { answer, problems } = compile(
      card('![a ring](figure:ring)'),
      drawing(svg.replace('r="20"', 'r="20px"')),
    );
    expect(answer?.at(-1)).toEqual(['p', null, 'a ring']);
    expect(problems).toEqual([
      'decks/figures/ring.svg:2 r="20px" should be a plain number, without a unit.',
    ]);
  });

  it('are told where no card shows them', () => {
    expect(compile(card(''), drawing()).problems).toEqual([
      'decks/figures/ring.svg:1 No card shows this figure. Show it with "![what it shows](figure:ring)", or take the file out.',
    ]);
  });
});
