/**
 * Whether a response is the file that was asked for. Many static hosts and every captive portal
 * answer a missing file with a page and status 200; kept under a script's address that would break
 * the app for good.
 */
export function isKeepable(response: Response): boolean {
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  return response.ok && !response.redirected && !isPage;
}
