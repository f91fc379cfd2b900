import { runsToText, type Run } from './blocks.ts';
import { leadingDecoration } from './names.ts';

const PSEUDO_BULLET =
  /^\s*(?:[•·▪◦‣➤➢►▸→✓✔✅☑☐⬜🔹🔸🔷🔶❌🔲◆◇○●■□–—]|\d{1,3}[.)、](?!\d)|\[[ xX]\])\s*/u;

/** Whether a line of text starts with a sign that people use as a bullet; an icon is one too. */
export function isBulleted(text: string): boolean {
  return PSEUDO_BULLET.test(text) || leadingDecoration(text) !== '';
}

/** A line without the sign before it; boxes and ticks stay, which are read as a status. */
export function stripBullet(runs: readonly Run[]): Run[] {
  const isMark = /^\s*(?:[✅☑☐⬜🔲❌✓✔]|\[)/u.test(runsToText(runs));
  return runs.map((run, i) =>
    i === 0 && !isMark ? { ...run, text: run.text.replace(PSEUDO_BULLET, '') } : run,
  );
}
