import { spawn } from 'node:child_process';
import type { Plugin, ViteDevServer } from 'vite';

/** Long enough for an editor's several writes of one save, short enough not to be noticed. */
const settleMs = 80;

/**
 * The author's loop: compiles `decks/` when the development server starts and whenever a file in it
 * changes, then reloads the page; what the compiler objects to is shown over the page.
 */
export function deckWatcherPlugin(): Plugin {
  return {
    name: 'cairn:deck-watcher',
    apply: 'serve',
    async configureServer(server) {
      // Not while tests run: they borrow this configuration, not this loop.
      if (server.config.mode === 'test') return;
      const reload = createReloader(server);
      let timer: NodeJS.Timeout | undefined;
      server.watcher.add('decks');
      server.watcher.on('all', (_event, path) => {
        if (!/(?:^|[\\/])decks[\\/]/.test(path) || /[\\/]public[\\/]/.test(path)) return;
        clearTimeout(timer);
        timer = setTimeout(reload, settleMs);
      });
      const problems = await compileDecks();
      if (problems !== undefined) server.config.logger.error(problems);
    },
  };
}

/** A reload that never runs twice at once: a change in the middle of a run asks for one more. */
function createReloader(server: ViteDevServer): () => void {
  let isQueued = false;
  let last = Promise.resolve();
  return () => {
    if (isQueued) return;
    isQueued = true;
    last = last.then(() => {
      isQueued = false;
      return compileAndReload(server);
    });
  };
}

async function compileAndReload(server: ViteDevServer): Promise<void> {
  const problems = await compileDecks();
  if (problems === undefined) server.ws.send({ type: 'full-reload', path: '*' });
  else server.ws.send({ type: 'error', err: { message: problems, stack: '' } });
}

/**
 * Runs the compiler in a process of its own, so that a change of the compiler counts too.
 * @returns what it objects to; undefined where it wrote the decks
 */
function compileDecks(): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/decks.ts']);
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('close', (code) => {
      resolve(code === 0 ? undefined : output.trim());
    });
  });
}
