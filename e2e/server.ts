import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A server process of a build, at an address that stays the same when it is stopped and started. */
export class AppServer {
  /** With the base path and a slash at its end. */
  readonly address: string;
  readonly #base: string;
  #process: ChildProcess | undefined;

  private constructor(address: string, base: string, process: ChildProcess) {
    this.address = address;
    this.#base = base;
    this.#process = process;
  }

  /** Serves a build's folder on a free port. */
  static async start(folder: string, base = '/'): Promise<AppServer> {
    const { process, address } = await spawnServer(folder, base, '0');
    return new AppServer(address, base, process);
  }

  /** Ends the process: from here on there is no network for the app. */
  async stop(): Promise<void> {
    const process = this.#process;
    this.#process = undefined;
    if (process?.exitCode !== null) return;
    process.kill();
    await once(process, 'exit');
  }

  /** Serves a folder at the same address, the same build or, as a host after a release, the next. */
  async restart(folder: string): Promise<void> {
    await this.stop();
    const { port } = new URL(this.address);
    this.#process = (await spawnServer(folder, this.#base, port)).process;
  }
}

async function spawnServer(folder: string, base: string, port: string) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'scripts/serve.ts', '--dir', folder, '--base', base],
    { env: { ...process.env, PORT: port }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address !== undefined) return { process: child, address };
  }
  throw new Error(`The server of ${folder} ended before it printed its address.`);
}
