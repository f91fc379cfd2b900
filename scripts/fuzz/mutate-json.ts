import { isJsonObject, parseJson } from '#src/formats/import/json-value.ts';
import type { Chance } from './chance.ts';
import { extremeNumbers, markedPieces } from './extreme-values.ts';

/** Stands for a number until the text is written, for a value of JavaScript cannot say all of them. */
const numberMark = '\u0001number:';

/**
 * A JSON text whose values are changed in one to four places and which is JSON still: other types,
 * extreme numbers, keys and items lost, doubled or renamed. Undefined where the text is no JSON.
 */
export function mutateJson(text: string, chance: Chance): string | undefined {
  const json = parseJson(text);
  if (typeof json !== 'object' || json === null) return undefined;
  let mutated: unknown = json;
  for (let left = 1 + chance.below(4); left > 0; left -= 1) mutated = change(mutated, chance);
  return JSON.stringify(mutated).replaceAll(/"\\u0001number:([^"]*)"/g, '$1');
}

/** Goes down until chance stops it, or there is nothing below. */
function change(value: unknown, chance: Chance): unknown {
  if (chance.once(6)) return replace(value, chance);
  if (Array.isArray(value)) return changeList(value, chance);
  if (!isJsonObject(value)) return replace(value, chance);
  const entries = Object.entries(value);
  if (entries.length === 0) return replace(value, chance);
  const at = chance.below(entries.length);
  const [key, item] = entries[at] ?? ['', null];
  const rest = entries.filter((_, index) => index !== at);
  if (chance.once(10)) return Object.fromEntries(rest);
  if (chance.once(20)) return Object.fromEntries([...rest, [chance.pick(markedPieces), item]]);
  return Object.fromEntries(entries.with(at, [key, change(item, chance)]));
}

function changeList(list: readonly unknown[], chance: Chance): unknown {
  if (list.length === 0) return replace(list, chance);
  const at = chance.below(list.length);
  if (chance.once(10)) return list.toSpliced(at, 1);
  if (chance.once(10)) return list.toSpliced(at, 0, ...list.slice(0, 1 + chance.below(50)));
  return list.with(at, change(list[at], chance));
}

function replace(value: unknown, chance: Chance): unknown {
  if (typeof value === 'string' && !chance.once(4)) {
    const at = chance.below(value.length + 1);
    const piece = chance.pick(markedPieces).repeat(chance.once(8) ? 500 : 1);
    return value.slice(0, at) + piece + value.slice(at + chance.below(3));
  }
  if (typeof value === 'number' && !chance.once(4)) {
    return numberMark + chance.pick(extremeNumbers);
  }
  return chance.pick([
    ...[null, true, '', ' ', [], {}, [[]], [null], { constructor: 1 }, chance.pick(markedPieces)],
    numberMark + chance.pick(extremeNumbers),
    nest(chance.pick([10, 100, 3000])),
    [value, value],
    { x: value },
  ]);
}

function nest(depth: number): unknown {
  let inner: unknown = [];
  for (let level = 0; level < depth; level += 1) inner = [inner];
  return inner;
}
