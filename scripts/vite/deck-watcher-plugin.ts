import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { resolve, sep } from 'node:path';
import type { Connect, Plugin, ViteDevServer } from 'vite';

/** Long enough for an editor's several writes of one save, short enough not to be noticed. */
const settleMs = 80;

/**
 * The author's loop: compiles `decks/` when the development server starts and whenever a file in it
 * changes, then reloads the page; what the compiler objects to is shown over the page until it is
 * put right or dismissed, and at /authoring, which reads it as `decks/problems.json`, beside the cards.
 */
export function deckWatcherPlugin(): Plugin {
  return {
    name: 'cairn:deck-watcher',
    apply: 'serve',
    async configureServer(server) {
      // Not while tests run: they borrow this configuration, not this loop.
      if (server.config.mode === 'test') return;
      const loop = new AuthorLoop(server);
      server.middlewares.use(`${server.config.base}decks/problems.json`, (_request, response) => {
        sendJson(response, JSON.stringify(loop.problems?.split('\n') ?? []));
      });
      server.middlewares.use(`${server.config.base}decks`, serveDeckFile);
      server.watcher.add(resolve('decks'));
      let timer: NodeJS.Timeout | undefined;
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(resolve('decks') + sep)) return;
        clearTimeout(timer);
        timer = setTimeout(() => {
          loop.queueReload();
        }, settleMs);
      });
      await loop.compile();
    },
  };
}

/**
 * Serves the compiled decks past Vite's list of public files, which lags behind a folder that is replaced as a whole: the
 * reloaded page would be told that a new pack does not exist.
 */
const serveDeckFile: Connect.NextHandleFunction = (request, response, next) => {
  const folder = resolve('public/decks') + sep;
  const path = resolve(folder, `.${(request.url ?? '').split('?', 1)[0] ?? ''}`);
  if (!path.startsWith(folder) || !path.endsWith('.json')) {
    next();
    return;
  }
  readFile(path).then(
    (content) => {
      sendJson(response, content);
    },
    () => {
      response.statusCode = 404;
      response.end();
    },
  );
};

function sendJson(response: ServerResponse, content: string | Buffer): void {
  response.setHeader('content-type', 'application/json');
  response.setHeader('cache-control', 'no-store');
  response.end(content);
}

class AuthorLoop {
  readonly #server: ViteDevServer;
  problems: string | undefined;
  #isQueued = false;
  #last = Promise.resolve();

  constructor(server: ViteDevServer) {
    this.#server = server;
    // A page that has just been reloaded could not hear what was sent before.
    server.ws.on('connection', () => {
      this.#showProblems();
    });
  }

  /** Never runs twice at once: a change in the middle of a run asks for one more. */
  queueReload(): void {
    if (this.#isQueued) return;
    this.#isQueued = true;
    this.#last = this.#last.then(async () => {
      this.#isQueued = false;
      await this.compile();
      this.#server.ws.send({ type: 'full-reload', path: '*' });
    });
  }

  async compile(): Promise<void> {
    this.problems = await compileDecks();
    if (this.problems !== undefined) this.#server.config.logger.error(this.problems);
  }

  #showProblems(): void {
    if (this.problems === undefined) return;
    this.#server.ws.send({ type: 'error', err: { message: this.problems, stack: '' } });
  }
}

/**
 * Runs the compiler in a process of its own, so that a change of the compiler counts too.
 * @returns what it objects to; undefined where it wrote the decks
 */
function compileDecks(): Promise<string | undefined> {
  return new Promise((settle) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/decks.ts', '--draft'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let problems = '';
    child.stderr.on('data', (chunk: Buffer) => (problems += chunk.toString()));
    child.on('close', (code) => {
      settle(code === 0 ? undefined : problems.trim());
    });
  });
}
