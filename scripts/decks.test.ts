import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const loader = import.meta.resolve('tsx');
const script = resolve('scripts/decks.ts');
let folder = '';

function run(...options: string[]) {
  const result = spawnSync(process.execPath, ['--import', loader, script, ...options], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

function write(path: string, content: string): void {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-'));
  write('decks/roadmaps/map.md', '# Map\n\n## Tools\n\n- Redis\n');
  write('decks/cards/.notes.md.swp', 'an editor at work');
  write(
    'decks/cards/data/redis.md',
    '---\ntitle: Redis\nsources: [RFC 1]\n---\n## basic redis-fork · reason\nQ: Why does Redis fork?\nA: To save.\n',
  );
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

// Each run starts a process and the compiler in it.
describe('npm run decks', { timeout: 30_000 }, () => {
  it('asks for new ids to be locked, and locks them when told to', () => {
    const first = run();
    expect(first.code).toBe(1);
    expect(first.err).toMatch(
      /^decks\/cards\/data\/redis\.md:5 The note "redis-fork" is not in decks\/ids\.lock yet\./,
    );
    expect(run('--draft').code).toBe(0);

    expect(run('--lock').code).toBe(0);
    expect(readFileSync(join(folder, 'decks/ids.lock'), 'utf8')).toContain('\nnote redis-fork\n');
    expect(run()).toMatchObject({ code: 0, err: '' });
    expect(existsSync(join(folder, 'public/decks/manifest.json'))).toBe(true);
  });

  it('prints the report alone and writes nothing', () => {
    const { code, out } = run('--report', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      roadmaps: [{ id: 'map', title: 'Map', sections: 1, topics: 1, linked: 1, cards: 1 }],
      problems: [
        { path: 'decks/cards/data/redis.md', line: 5 },
        { path: 'decks/roadmaps/map.md', line: 3 },
      ],
    });
    expect(run('--check', '--draft').code).toBe(0);
    expect(existsSync(join(folder, 'public'))).toBe(false);
  });

  it('prints for each topic what covers it, and writes nothing', () => {
    write('decks/roadmaps/map.md', '# Map\n\n## Tools\n\n- Caches (Redis, Varnish)\n- Go\n');
    expect(run('--coverage', '--draft')).toEqual({
      code: 0,
      out: [
        'Map > Tools',
        '  Caches (Redis, Varnish): data/redis',
        '    of its details by no name: Varnish',
        '  Go: NOTHING',
        '',
        '2 topics, 1 without a concept, 1 details that no concept is called by',
        '',
      ].join('\n'),
      err: '',
    });
    expect(existsSync(join(folder, 'public'))).toBe(false);
  });

  it('explains itself when it does not understand', () => {
    for (const options of [['--report', 'xml'], ['--what']]) {
      const { code, err } = run(...options);
      expect(code).toBe(2);
      expect(err).toMatch(/^Usage: npm run decks/);
    }
  });
});
