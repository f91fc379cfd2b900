import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext } from '@playwright/test';

/**
 * What the browser asks for on its own account, whatever page is open. Host names in full, so that
 * a font or a script from the same company is noticed.
 */
const errands = new Set([
  'accounts.google.com',
  'android.clients.google.com',
  'clients2.google.com',
  'content-autofill.googleapis.com',
  'edgedl.me.gvt1.com',
  'mtalk.google.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'safebrowsing.googleapis.com',
  'safebrowsingohttpgateway.googleapis.com',
  'update.googleapis.com',
]);

/**
 * Notices whatever the browser sends anywhere but to the app's own server. It stands as the
 * browser's proxy, which a browser asks for every address but its own machine's: no page, worker or
 * preconnect gets around it.
 */
export class OutboundWatch {
  readonly #server: Server;
  readonly #attempts = new Set<string>();

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<OutboundWatch> {
    const server = createServer();
    const watch = new OutboundWatch(server);
    server.on('request', (request, response) => {
      watch.#note(request.url ?? 'an unnamed address');
      response.writeHead(403).end();
    });
    server.on('connect', (request, socket) => {
      watch.#note(`https://${request.url ?? 'an unnamed address'}`);
      // Nobody else listens: a browser that hangs up first would end the journey.
      socket.on('error', () => undefined);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return watch;
  }

  /** What the browser is to be started with. */
  get browserArguments(): string[] {
    const { port } = this.#server.address() as AddressInfo;
    return [`--proxy-server=http://127.0.0.1:${port}`];
  }

  #note(address: string): void {
    const host = URL.canParse(address) ? new URL(address).hostname : '';
    if (!errands.has(host)) this.#attempts.add(address);
  }

  /** Also notices requests of pages and workers that the content policy stops before they leave. */
  watchContext(context: BrowserContext, origin: string): void {
    context.on('request', (request) => {
      const url = new URL(request.url());
      const isOwn = url.origin === origin || url.protocol === 'blob:' || url.protocol === 'data:';
      if (!isOwn) this.#attempts.add(request.url());
    });
    context.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) this.#attempts.add(message.text());
    });
  }

  /** Every attempt since the last call, each once. */
  takeAttempts(): string[] {
    const attempts = [...this.#attempts];
    this.#attempts.clear();
    return attempts;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
