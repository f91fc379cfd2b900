import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser, sandboxArguments } from './browser.ts';

/**
 * Draws the PNG icons from `public/icons/cairn.svg`. A maskable icon fills its square and keeps the
 * stones inside the inner 80 %, which every mask leaves visible; iOS rounds the corners by itself.
 */
const icons = [
  { file: 'cairn-192.png', size: 192, isFull: false },
  { file: 'cairn-512.png', size: 512, isFull: false },
  { file: 'cairn-maskable-192.png', size: 192, isFull: true },
  { file: 'cairn-maskable-512.png', size: 512, isFull: true },
  { file: 'apple-touch-icon.png', size: 180, isFull: true },
] as const;

const folder = 'public/icons';
const ground = '#f6f4ef';
const drawing = readFileSync(`${folder}/cairn.svg`, 'utf8');

const executablePath = findBrowser();
if (executablePath === undefined) {
  console.error('No Chromium here. Install one, or set CHROMIUM_PATH.');
  process.exit(1);
}
const browser = await chromium.launch({ executablePath, args: [...sandboxArguments] });
const page = await browser.newPage();
for (const { file, size, isFull } of icons) {
  await page.setViewportSize({ width: size, height: size });
  const scale = isFull ? 80 : 100;
  await page.setContent(`<style>
    body { margin: 0; display: grid; place-items: center; height: 100vh; ${isFull ? `background: ${ground};` : ''} }
    svg { width: ${String(scale)}vw; height: ${String(scale)}vh; display: block; }
  </style>${drawing}`);
  await page.screenshot({ path: `${folder}/${file}`, omitBackground: !isFull });
}
await browser.close();
console.log(`Drew ${String(icons.length)} icons into ${folder}.`);
