// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileDecks } from '#src/formats/compile/compile-decks.ts';
import { StoreProvider } from '#src/storage/react.tsx';
import { openTestStore } from '#src/storage/test-store.ts';
import { AuthoringRoute } from './authoring-route.tsx';

beforeAll(() => {
  window.scrollTo = () => undefined;
});

const head = (title: string) => `---\ntitle: ${title}\nsources: [RFC 1]\n---\n`;
const basic = (id: string, range: string) =>
  `## basic ${id} · ${range}\nQ: What of ${id}?\nA: This.\n`;
const redis = `${head('Redis')}
${basic('redis-a', 'use')}
${basic('redis-b', 'reason')}
${basic('redis-c', 'failure')}
## choice redis-d · use
Q: Which port does Redis listen on?
A: 6379
Because: It is the default.
X: 5432
Because: That is PostgreSQL.
X: 3306
Because: That is MySQL.

## typed redis-e · number
Q: Which status means too many?
A: 429
Also: 429 Too Many Requests
Match: exact

## cloze redis-f · number
Text: A cluster has {{c1::16384}} slots.
`;
const sources = [
  { path: 'decks/cards/data/redis.md', content: redis },
  { path: 'decks/cards/data/kafka.md', content: head('Kafka') + basic('kafka-a', 'use') },
  { path: 'decks/roadmaps/map.md', content: '# Map\n\n## Tools\n\n- Tools\n  - Redis\n' },
];

async function openAuthoring(address: string) {
  const { files } = compileDecks(sources, (text) => `h${text.length}`, 'accepted');
  const { store } = await openTestStore({
    ...Object.fromEntries(files.map(({ path, content }) => [path, JSON.parse(content) as unknown])),
    'problems.json': [
      'decks/cards/data/kafka.md:5 Too short.',
      'decks/cards/data/redis.md:7 Too long.',
    ],
  });
  render(
    <StoreProvider store={store}>
      <MemoryRouter initialEntries={[address]}>
        <AuthoringRoute />
      </MemoryRouter>
    </StoreProvider>,
  );
}

describe('the authoring page', () => {
  it('lists all concepts with what is thin, and opens one', async () => {
    await openAuthoring('/authoring');
    const row = await screen.findByRole('row', { name: /data\/kafka/ });
    expect(row.textContent).toContain(
      'under 5 notes, 1 of the ranges, no choice, nothing to produce, in no roadmap',
    );
    const cells = within(screen.getByRole('row', { name: /data\/redis/ })).getAllByRole('cell');
    const counts = [...['6', '3', '', '1', '1', '1', ''], ...['', '1', '', '1', '', '2', '2']];
    expect(cells.map(({ textContent }) => textContent)).toEqual([...counts, '✓', '']);
    const user = userEvent.setup();
    await user.click(screen.getByRole('checkbox', { name: 'Only those' }));
    expect(screen.queryByRole('row', { name: /data\/redis/ })).toBeNull();
    await user.click(screen.getByRole('link', { name: 'data/kafka' }));
    expect(await screen.findByRole('heading', { name: 'Kafka' })).toBeTruthy();
  });

  it('shows both sides of every card of a concept', async () => {
    await openAuthoring('/authoring?concept=data/redis');
    const choice = await screen.findByRole('region', { name: 'cairn:redis-d' });
    expect(within(choice).getAllByRole('button')).toHaveLength(3);
    expect(within(choice).getByText('That is MySQL.')).toBeTruthy();
    const cloze = screen.getByRole('region', { name: 'cairn:redis-f' });
    expect(cloze.textContent).toContain('Hidden: […]');
    expect(cloze.querySelector('mark')?.textContent).toBe('16384');
    const typed = screen.getByRole('region', { name: 'cairn:redis-e' });
    expect(typed.textContent).toContain('exact; accepted too: 429 Too Many Requests');
  });

  it('shows what the compiler objects to in the concept, and counts the rest', async () => {
    await openAuthoring('/authoring?concept=data/redis');
    expect(await screen.findByText('decks/cards/data/redis.md:7 Too long.')).toBeTruthy();
    expect(screen.getByText('In other files there is one problem.')).toBeTruthy();
    expect(screen.queryByText(/Too short/)).toBeNull();
  });

  it('says so where a concept was not compiled', async () => {
    await openAuthoring('/authoring?concept=data/gone');
    expect(await screen.findByText(/No concept data\/gone was compiled/)).toBeTruthy();
  });
});
