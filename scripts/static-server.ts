import { createReadStream, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { contentPolicy } from './content-policy.ts';

const typeByExtension: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Files whose name holds the hash of their content, so that they never change. */
const immutable = /^(?:assets|decks)[\\/](?!manifest\.json$)/;

/**
 * A static server for a build, as a plain static host would serve it plus the content policy as a
 * header, which binds workers too. A path without a file gets the page, so that deep links work;
 * a missing script, deck or other file with an extension is a 404, never the page in its place.
 * @param folder - the build's folder
 * @param base - the path under which it is served, with slashes at both ends
 */
export function createStaticServer(folder: string, base: string): Server {
  return createServer((request, response) => {
    response.setHeader('Content-Security-Policy', contentPolicy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      refuse(response, 405, 'Only GET and HEAD are answered here.');
      return;
    }
    const path = findPath(request, base);
    if (path === undefined) {
      refuse(response, 404, `Cairn is served under ${base}`);
      return;
    }
    const file = isFile(join(folder, path)) ? path : extname(path) === '' ? 'index.html' : path;
    sendFile(request, response, folder, file);
  });
}

/** The request's path below the base; undefined where it is outside of it or climbs out. */
function findPath(request: IncomingMessage, base: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  } catch {
    return undefined;
  }
  if (path === base.slice(0, -1)) return '';
  if (!path.startsWith(base) || path.includes('\0')) return undefined;
  const below = normalize(path.slice(base.length));
  if (below.startsWith('..') || below.startsWith(sep)) return undefined;
  return below === '.' ? '' : below;
}

function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  file: string,
): void {
  const stats = statSync(join(folder, file), { throwIfNoEntry: false });
  if (stats?.isFile() !== true) {
    refuse(response, 404, `There is no ${file} here.`);
    return;
  }
  const tag = `W/"${stats.size.toString(36)}-${stats.mtimeMs.toString(36)}"`;
  response.setHeader('ETag', tag);
  response.setHeader(
    'Cache-Control',
    immutable.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader('Content-Type', typeByExtension[extname(file)] ?? 'application/octet-stream');
  response.setHeader('Content-Length', stats.size);
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(join(folder, file))
      .on('error', () => response.destroy())
      .pipe(response);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${message}\n`);
}
