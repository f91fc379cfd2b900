/** The files that decks come in, by type. */
const deckFiles = {
  'application/octet-stream': ['.apkg', '.colpkg'],
  'text/csv': ['.csv'],
  'text/tab-separated-values': ['.tsv'],
  'text/plain': ['.txt'],
  'text/markdown': ['.md'],
  'application/json': ['.json'],
};

/**
 * The web app manifest of an app served under `base` (with slashes at both ends). Every address in
 * it is absolute: `id` would otherwise be resolved against the origin and not against the base, and
 * two apps on one origin would be taken for one.
 */
export function buildWebManifest(base: string): object {
  const icon = (file: string, sizes: string, purpose: 'any' | 'maskable') => ({
    src: `${base}icons/${file}`,
    sizes,
    type: file.endsWith('.svg') ? 'image/svg+xml' : 'image/png',
    purpose,
  });
  const shortcut = (name: string, path: string) => ({
    name,
    url: `${base}${path}`,
    icons: [icon('cairn-192.png', '192x192', 'any')],
  });
  return {
    id: base,
    name: 'Cairn',
    short_name: 'Cairn',
    description: 'Spaced repetition for people who follow a learning roadmap.',
    lang: 'en',
    dir: 'ltr',
    start_url: base,
    scope: base,
    display: 'standalone',
    background_color: '#f6f4ef',
    theme_color: '#f6f4ef',
    categories: ['education', 'productivity'],
    icons: [
      icon('cairn.svg', 'any', 'any'),
      icon('cairn-192.png', '192x192', 'any'),
      icon('cairn-512.png', '512x512', 'any'),
      icon('cairn-maskable-192.png', '192x192', 'maskable'),
      icon('cairn-maskable-512.png', '512x512', 'maskable'),
    ],
    // The service worker takes what is shared; a page under the same address shows it.
    share_target: {
      action: `${base}library`,
      method: 'POST',
      enctype: 'multipart/form-data',
      params: {
        ...{ title: 'title', text: 'text', url: 'url' },
        files: [{ name: 'files', accept: Object.entries(deckFiles).flat(2) }],
      },
    },
    file_handlers: [{ action: `${base}library`, accept: deckFiles }],
    shortcuts: [shortcut('Review', 'review'), shortcut('Settings', 'settings')],
  };
}
