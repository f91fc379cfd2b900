import type { DeviceSettings } from '#src/storage/device-settings.ts';

/**
 * Shows the page in a theme, or as the system does. The bar that a browser draws in the page's
 * colour goes with it: index.html has one `theme-color` for each of the two.
 */
export function applyTheme(theme: DeviceSettings['theme']): void {
  const { documentElement } = document;
  if (theme === 'system') delete documentElement.dataset.theme;
  else documentElement.dataset.theme = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = (meta.dataset.theme ??= meta.media.includes('dark') ? 'dark' : 'light');
    if (theme === 'system') meta.media = `(prefers-color-scheme: ${own})`;
    else meta.media = own === theme ? 'all' : 'not all';
  }
}
