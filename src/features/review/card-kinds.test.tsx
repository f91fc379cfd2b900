// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CompiledNote } from '#src/domain/content.ts';
import type { ConceptId, NoteId } from '#src/domain/ids.ts';
import type { TestStore } from '#src/storage/test-store.ts';
import { expectFocus } from '#src/testing/expect-focus.ts';
import { holdTime, openLearner, readCard, renderReview, useHands } from './testing/open-review.tsx';

const base = (id: string) => ({
  id: `cairn:${id}` as NoteId,
  concept: 'data/redis' as ConceptId,
});
const paragraph = (text: string) => [['p', null, text]] as const;

const typed: CompiledNote = {
  ...base('typed'),
  kind: 'typed',
  question: paragraph('Which command lists keys?'),
  answers: ['SCAN', 'KEYS'],
  match: 'exact',
};
const term: CompiledNote = {
  ...base('term'),
  kind: 'typed',
  question: paragraph('What is dropping old keys called?'),
  answers: ['eviction'],
  match: 'term',
};
const rival: CompiledNote = { ...term, ...base('rival'), answers: ['evection'] };
const choice: CompiledNote = {
  ...base('choice'),
  kind: 'choice',
  question: paragraph('Which port?'),
  options: [
    { content: paragraph('6379'), because: paragraph('It spells MERZ.') },
    { content: paragraph('5432'), because: paragraph('That is PostgreSQL.') },
    { content: paragraph('11211'), because: paragraph('That is memcached.') },
  ],
};
const rubric: CompiledNote = {
  ...base('rubric'),
  kind: 'rubric',
  question: paragraph('Design a cache.'),
  points: [paragraph('A limit'), paragraph('An eviction policy'), paragraph('A fallback')],
};
const cloze: CompiledNote = {
  ...base('cloze'),
  kind: 'cloze',
  text: [
    ['p', null, 'Redis keeps data in ', ['cloze', { n: '1' }, 'memory'], ' and is '],
    ['p', null, ['cloze', { n: '2', hint: 'how many threads' }, 'single-threaded']],
  ],
  numbers: [2],
};
const reversed: CompiledNote = {
  ...base('reversed'),
  kind: 'reversed',
  question: paragraph('Front asks'),
  answer: paragraph('Front answers'),
  reverseQuestion: paragraph('Back asks'),
  reverseAnswer: paragraph('Back answers'),
  why: paragraph('Because both ways matter.'),
  sources: ['https://www.rfc-editor.org/rfc/rfc9110', 'A book'],
};

beforeEach(() => {
  holdTime();
  sessionStorage.clear();
});
afterEach(() => {
  vi.useRealTimers();
});

async function open(...notes: CompiledNote[]): Promise<TestStore> {
  const learner = await openLearner(notes);
  renderReview(learner);
  await screen.findByRole('article');
  return learner;
}

async function expectGrade(learner: TestStore, grade: string) {
  await waitFor(async () => {
    const events = await learner.store.db.events.toArray();
    expect(events.filter(({ kind }) => kind === 'reviewed')).toMatchObject([{ grade }]);
  });
}

const suggested = () => document.querySelector('[data-suggested]')?.getAttribute('data-grade');

describe('a typed card', () => {
  it('is checked with Enter, and graded as suggested with Enter again', async () => {
    const { press } = useHands();
    const learner = await open(typed);
    await expectFocus(() => screen.getByLabelText('Your answer'));
    await press('KEYS{Enter}');
    expect(screen.getByText('Right.')).toBeTruthy();
    await press('{Enter}');
    await expectGrade(learner, 'good');
  });

  it('shows the difference where it is wrong, and suggests Again', async () => {
    const { press } = useHands();
    const learner = await open(typed);
    await press('SCANN 1{Enter}');
    expect(screen.getByText('Not quite.')).toBeTruthy();
    const difference = document.querySelector('.typed-difference');
    expect(difference?.querySelector('del')?.textContent).toBe('N 1');
    expect(suggested()).toBe('again');
    await press('{Enter}');
    await expectGrade(learner, 'again');
  });

  it('takes the learner’s word for it', async () => {
    const { press, click } = useHands();
    const learner = await open(typed);
    await press('scan{Enter}');
    expect(suggested()).toBe('again');
    await click('I was right');
    await expectFocus(() => screen.getByRole('region', { name: 'Answer' }));
    expect(suggested()).toBe('good');
    await click(/Good/);
    await expectGrade(learner, 'good');
  });

  it('forgives a slip in a term, but not towards the answer of another card', async () => {
    const { press } = useHands();
    await open(term, rival);
    await press('evicton{Enter}');
    expect(screen.getByText('Right, with a slip of the keys.')).toBeTruthy();
    await press('{Enter}');
    await screen.findByLabelText('Your answer');
    await expectFocus(() => screen.getByLabelText('Your answer'));
    // The other card's answers are read while the learner types.
    await new Promise((resolve) => setTimeout(resolve, 30));
    await press('eviction{Enter}');
    expect(screen.getByText('Not quite.')).toBeTruthy();
  });

  it('says when nothing was typed', async () => {
    const { click } = useHands();
    await open(typed);
    await click('Check');
    expect(screen.getByText('Nothing typed.')).toBeTruthy();
  });
});

describe('a choice card', () => {
  const options = () =>
    within(screen.getByRole('list', { name: 'Options' })).getAllByRole('button');

  it('leaves no way but Again after a wrong pick, with every reason shown', async () => {
    const { press, click } = useHands();
    const learner = await open(choice);
    expect(screen.queryByText('That is PostgreSQL.')).toBeNull();
    await click(/5432/);
    for (const reason of ['It spells MERZ.', 'That is PostgreSQL.', 'That is memcached.']) {
      expect(screen.getByText(reason)).toBeTruthy();
    }
    expect(screen.getByText('Your pick, wrong')).toBeTruthy();
    const bar = within(screen.getByRole('group', { name: 'Grade' }));
    expect(bar.getAllByRole('button')).toHaveLength(1);
    await press('3');
    await press(' ');
    await expectGrade(learner, 'again');
  });

  it('offers Hard, Good and Easy after a right pick, by number too', async () => {
    const { press } = useHands();
    const learner = await open(choice);
    const index = options().findIndex((option) => option.textContent.includes('6379'));
    await press(String(index + 1));
    expect(screen.getByText('Your pick, and right')).toBeTruthy();
    const bar = within(screen.getByRole('group', { name: 'Grade' }));
    expect(bar.getAllByRole('button').map((button) => button.dataset.grade)).toEqual([
      'hard',
      'good',
      'easy',
    ]);
    await press('2');
    await expectGrade(learner, 'hard');
  });

  it('shows the options in the same order after a reload', async () => {
    const learner = await open(choice);
    const before = options().map((option) => option.textContent);
    document.body.replaceChildren();
    renderReview(learner);
    await screen.findByRole('list', { name: 'Options' });
    expect(options().map((option) => option.textContent)).toEqual(before);
  });
});

describe('a rubric card', () => {
  it('suggests a grade from the points ticked', async () => {
    const { press, click, user } = useHands();
    const learner = await open(rubric);
    await click('Show points');
    expect(suggested()).toBe('again');
    await user.click(screen.getByLabelText('A limit'));
    await user.click(screen.getByLabelText('An eviction policy'));
    expect(suggested()).toBe('hard');
    expect(screen.getByText('2 of 3 shown')).toBeTruthy();
    await user.click(screen.getByLabelText('A fallback'));
    await user.click(screen.getByLabelText('A fallback'));
    await press('2');
    await expectGrade(learner, 'hard');
  });
});

describe('a cloze card', () => {
  it('hides its own part only, with its hint, and opens it in place', async () => {
    const { press } = useHands();
    await open(cloze);
    expect(readCard()).toContain('memory');
    expect(readCard()).toContain('[how many threads]');
    expect(readCard()).not.toContain('single-threaded');
    await press(' ');
    expect(readCard()).toContain('single-threaded');
    await waitFor(() => {
      expect(document.activeElement?.textContent).toBe('single-threaded');
    });
  });
});

describe('a reversed card', () => {
  it('asks its own way round, and gives reason and sources with the answer', async () => {
    const { press } = useHands();
    await open(reversed);
    await press(' ');
    expect(screen.getByText('Front answers')).toBeTruthy();
    expect(screen.getByText('Because both ways matter.')).toBeTruthy();
    const source = screen.getByRole('link', { name: 'rfc-editor.org/rfc/rfc9110' });
    expect(source.getAttribute('href')).toBe('https://www.rfc-editor.org/rfc/rfc9110');
    expect(screen.getByText(/A book/)).toBeTruthy();
  });
});

describe('a finger on the card', () => {
  const touch = (from: [number, number], to: [number, number], target: Element) => {
    const at = ([clientX, clientY]: [number, number]) => ({
      clientX,
      clientY,
      pointerId: 1,
      pointerType: 'touch',
      isPrimary: true,
    });
    vi.advanceTimersByTime(300);
    fireEvent.pointerDown(target, at(from));
    fireEvent.pointerUp(target, at(to));
  };
  beforeEach(() => {
    vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(360);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('shows the answer with a tap, then swipes right for Good', async () => {
    const learner = await open(reversed);
    const card = screen.getByRole('article');
    touch([200, 300], [60, 300], card);
    expect(screen.queryByText('Front answers')).toBeNull();
    touch([200, 300], [202, 301], card);
    expect(screen.getByText('Front answers')).toBeTruthy();
    touch([100, 300], [100, 420], card);
    touch([10, 300], [200, 300], card);
    touch([350, 300], [100, 300], card);
    touch([100, 300], [200, 310], card);
    await expectGrade(learner, 'good');
  });

  it('swipes left for Again, but not from a code block that scrolls', async () => {
    const code: CompiledNote = {
      ...base('code'),
      kind: 'basic',
      question: [['pre', { lang: 'bash' }, 'redis-cli --scan']],
      answer: paragraph('It lists keys.'),
    };
    const learner = await open(code);
    const block = screen.getByLabelText('Code, bash');
    vi.spyOn(block, 'scrollWidth', 'get').mockReturnValue(900);
    touch([200, 300], [200, 300], screen.getByRole('article'));
    touch([200, 300], [60, 300], block);
    expect(screen.getByText('It lists keys.')).toBeTruthy();
    touch([200, 300], [60, 300], screen.getByRole('article'));
    await expectGrade(learner, 'again');
  });
});
