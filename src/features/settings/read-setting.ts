/** What was typed, as a setting's value, or in a learner's words why it is none. */
export type Reading<Value> = { readonly value: Value } | { readonly problem: string };

/** Reads a whole number between two, both included. */
export function readWhole(least: number, most: number): (text: string) => Reading<number> {
  return (text) => {
    const value = toWhole(text);
    if (value !== undefined && value >= least && value <= most) return { value };
    return { problem: `Write a whole number from ${say(least)} to ${say(most)}.` };
  };
}

/** Reads a whole number up to `most`, or null from an empty field. */
export function readLimit(most: number): (text: string) => Reading<number | null> {
  return (text) => {
    if (text.trim() === '') return { value: null };
    const value = toWhole(text);
    if (value !== undefined && value <= most) return { value };
    return { problem: `Write a whole number from 0 to ${say(most)}, or leave it empty.` };
  };
}

/** Reads a percentage between two, both included, as a share of one. */
export function readPercent(least: number, most: number): (text: string) => Reading<number> {
  return (text) => {
    const digits = text.trim().replace(/\s*%$/, '').replace(',', '.');
    const percent = /^\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : NaN;
    // Kept to a tenth of a percent, so that what is shown is what is stored.
    if (percent >= least && percent <= most) return { value: Math.round(percent * 10) / 1000 };
    return { problem: `Write a percentage from ${least} to ${most}.` };
  };
}

/** A share of one as a percentage without its sign. */
export function writePercent(share: number): string {
  return String(Math.round(share * 1000) / 10);
}

/** Reads a time of day as minutes after midnight. */
export function readTime(text: string): Reading<number> {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(text.trim()) ?? [];
  const value = Number(hours) * 60 + Number(minutes);
  if (value < 1440 && Number(minutes) < 60) return { value };
  return { problem: 'Write a time of day, such as 04:00.' };
}

/** Minutes after midnight as a time of day. */
export function writeTime(minutes: number): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

const minutesByUnit: Readonly<Record<string, number>> = { s: 1 / 60, m: 1, h: 60, d: 1440 };
const mostSteps = 20;
const longestStepMinutes = 525_600;

/** Reads steps such as `1m 10m 2d` as minutes; a number alone is minutes, an empty field no steps. */
export function readSteps(text: string): Reading<readonly number[]> {
  const words = text
    .trim()
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  if (words.length > mostSteps) return { problem: `Write at most ${mostSteps} steps.` };
  const value: number[] = [];
  for (const word of words) {
    const [, amount, unit = 'm'] = /^(\d+(?:\.\d+)?)([smhd])?$/.exec(word) ?? [];
    const minutes = Number(amount) * (minutesByUnit[unit] ?? 1);
    if (Number.isNaN(minutes)) {
      return {
        problem: `“${word}” is no step. Write seconds, minutes, hours or days, such as 30s 10m 4h 1d.`,
      };
    }
    if (minutes < 1 / 60 || minutes > longestStepMinutes) {
      return { problem: `“${word}” is out of range: a step lasts from one second to 365 days.` };
    }
    value.push(minutes);
  }
  return { value };
}

/** Steps in their largest whole units: `1m 10m 2d`. */
export function writeSteps(stepsMinutes: readonly number[]): string {
  return stepsMinutes.map(writeStep).join(' ');
}

function writeStep(minutes: number): string {
  if (minutes % 1440 === 0) return `${minutes / 1440}d`;
  if (minutes % 60 === 0) return `${minutes / 60}h`;
  if (Number.isInteger(minutes)) return `${minutes}m`;
  const seconds = minutes * 60;
  return Math.abs(seconds - Math.round(seconds)) < 1e-6 ? `${Math.round(seconds)}s` : `${minutes}m`;
}

function toWhole(text: string): number | undefined {
  const digits = text.trim();
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

function say(count: number): string {
  return count.toLocaleString('en');
}
