import { expect, it } from 'vitest';
import { buildWebManifest } from './web-manifest.ts';

it('takes shared and opened deck files at the library, wherever the app is served', () => {
  for (const base of ['/', '/x/']) {
    const manifest = buildWebManifest(base);
    expect(manifest).toMatchObject({
      scope: base,
      share_target: { action: `${base}library`, method: 'POST', enctype: 'multipart/form-data' },
      file_handlers: [{ action: `${base}library` }],
    });
    for (const ending of ['apkg', 'colpkg', 'csv', 'tsv', 'txt', 'md', 'json']) {
      expect(JSON.stringify(manifest).split(`".${ending}"`)).toHaveLength(3);
    }
  }
});
