import type { SqlValue } from '../sqlite.ts';

/** A text, whatever a row has it stored as; '' where the row has none. */
export function toText(value: SqlValue | undefined): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : '';
}

/** A whole number, or undefined where a row has none or one that no program counts to. */
export function toWhole(value: SqlValue | undefined): number | undefined {
  if (typeof value === 'string' && value.trim() === '') return undefined;
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const whole = Math.trunc(Number(value));
  return Number.isSafeInteger(whole) ? whole : undefined;
}

/** The bytes of a blob; none where a row has something else. */
export function toBytes(value: SqlValue | undefined): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array();
}
