/** As much of a browser's cache as the worker uses, in memory; it refuses files when told to. */
export class MemoryCache implements Cache {
  readonly #responses = new Map<string, Response>();
  isFull = false;

  keys(): Promise<Request[]> {
    return Promise.resolve([...this.#responses.keys()].map((url) => new Request(url)));
  }

  match(request: RequestInfo | URL): Promise<Response | undefined> {
    return Promise.resolve(this.#responses.get(toUrl(request))?.clone());
  }

  put(request: RequestInfo | URL, response: Response): Promise<void> {
    if (this.isFull) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
    this.#responses.set(toUrl(request), response);
    return Promise.resolve();
  }

  delete(request: RequestInfo | URL): Promise<boolean> {
    return Promise.resolve(this.#responses.delete(toUrl(request)));
  }

  add(): Promise<void> {
    throw new Error('The worker looks at a response before it keeps it.');
  }

  addAll(): Promise<void> {
    throw new Error('One file that fails would lose all the others.');
  }

  matchAll(): Promise<Response[]> {
    throw new Error('The worker asks for one address at a time.');
  }

  /** The addresses held, sorted. */
  list(): string[] {
    return [...this.#responses.keys()].sort();
  }
}

function toUrl(request: RequestInfo | URL): string {
  if (typeof request === 'string') return request;
  return request instanceof URL ? request.href : request.url;
}
