import { recallBands, type RecallBand } from '#src/domain/progress.ts';
import type { PicturePalette } from '#src/formats/map-picture.ts';

/** Phones refuse canvases of more pixels. */
const mostPixels = 16_000_000;
const sharpness = 2;

/** Draws an SVG file as a PNG, twice as sharp where the size allows it. Rejects where the browser cannot. */
export async function drawPng(svg: Blob): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const { width, height } = image;
    const scale = Math.min(sharpness, Math.sqrt(mostPixels / (width * height)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(width * scale);
    canvas.height = Math.floor(height * scale);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((png) => {
        if (png === null)
          reject(new Error('This browser has no room for a picture of this size. Save it as SVG.'));
        else resolve(png);
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The colours of the theme in force, as a file without style sheets needs them. */
export function readPalette(): PicturePalette {
  const probe = document.createElement('span');
  document.body.append(probe);
  const read = (token: string) => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const recall = Object.fromEntries(recallBands.map((band) => [band, read(`recall-${band}`)]));
  const palette = {
    ground: read('ground'),
    surface: read('surface'),
    line: read('line-strong'),
    ink: read('ink'),
    muted: read('ink-muted'),
    accent: read('accent'),
    onAccent: read('on-accent'),
    recall: recall as Record<RecallBand, string>,
  };
  probe.remove();
  return palette;
}
