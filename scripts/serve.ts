import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createStaticServer } from './static-server.ts';

/** Both loopback addresses, because `localhost` is one here and the other there. */
const hosts = ['127.0.0.1', '::1'] as const;

const { values } = parseArgs({
  options: {
    base: { type: 'string', default: '/' },
    dir: { type: 'string', default: 'dist' },
  },
});
if (!existsSync(join(values.dir, 'index.html'))) {
  console.error(
    `${values.dir} holds no build. Run "npm run build" first, or "npm start" for both.`,
  );
  process.exit(1);
}

/** @returns the port, which the system chooses where `port` is 0 */
function listen(host: string, port: number): Promise<number> {
  const server = createStaticServer(values.dir, values.base);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

try {
  const port = await listen(hosts[0], Number(process.env.PORT ?? 4173));
  // A machine without IPv6 is served by the first alone.
  await listen(hosts[1], port).catch(() => undefined);
  console.log(`Cairn is at http://localhost:${String(port)}${values.base}`);
} catch (error) {
  const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  console.error(taken ? `${String(error)}. Set PORT to another port.` : String(error));
  process.exit(1);
}
