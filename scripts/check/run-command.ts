import { spawn } from 'node:child_process';
import { join } from 'node:path';

const isWindows = process.platform === 'win32';

/**
 * Runs a tool of `node_modules/.bin` and lets it write to the screen.
 * @returns whether it exited with 0
 */
export function runTool(
  name: string,
  args: readonly string[] = [],
  environment: NodeJS.ProcessEnv = {},
): Promise<boolean> {
  const path = join('node_modules', '.bin', isWindows ? `${name}.cmd` : name);
  return new Promise((resolve) => {
    const child = spawn(path, args, {
      stdio: 'inherit',
      shell: isWindows,
      env: { ...process.env, ...environment },
    });
    child.on('error', (error) => {
      console.error(`${name} cannot be started: ${error.message}. Has "npm ci" been run?`);
      resolve(false);
    });
    child.on('close', (code) => {
      resolve(code === 0);
    });
  });
}
