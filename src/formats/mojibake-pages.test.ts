import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairMojibake } from './mojibake.ts';

type Page = 'windows-1250' | 'windows-1251';

/** Reads the UTF-8 of a text as another page, dropping the control characters that stand for what the page lacks when asked to. */
function damage(text: string, page: Page, { drops = false } = {}): string {
  const read = new TextDecoder(page).decode(new TextEncoder().encode(text));
  return drops ? read.replace(/[\u0080-\u009F]/gu, '') : read;
}

const russian = '# Мой план\n\n- Грамматика – времена\n- Словарный запас\n- Чтение';
const polish = '# Ścieżka\n\n- Zgłaszanie błędów\n- Łączenie źródeł – „ćwiczenia”';

describe('text read as a page of eastern Europe', () => {
  it('is restored, also where it was damaged twice', () => {
    expect(repairMojibake(damage(russian, 'windows-1251')).text).toBe(russian);
    expect(repairMojibake(damage(polish, 'windows-1250')).text).toBe(polish);
    const twice = damage(damage(russian, 'windows-1251'), 'windows-1251');
    expect(repairMojibake(twice).text).toBe(russian);
  });

  it('leaves a replacement character for each sign that lost a byte, and says where', () => {
    const repair = repairMojibake(damage(`${polish}\n\nŁąka`, 'windows-1250', { drops: true }));
    expect(repair.text).toContain('\uFFFDąka');
    expect(repair.lost.map(({ line }) => line)).toEqual([4, 6]);
  });

  it('counts only where nearly every sign is explained, and often enough', () => {
    const few = damage('Мой', 'windows-1251');
    expect(repairMojibake(few).text).toBe(few);
    const mixed = `${damage(russian, 'windows-1251')}\n${russian}`;
    expect(repairMojibake(mixed).text).toBe(mixed);
    const overlong = new TextDecoder('windows-1251').decode(Uint8Array.of(0xe0, 0x80, 0x80));
    expect(repairMojibake(overlong.repeat(9)).text).toBe(overlong.repeat(9));
  });

  it('is never found in text that is fine', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'абвгдежзиклмнопрстуфхцчшщыэюяАБВРС ąćęłńóśźż–„”'),
    });
    fc.assert(fc.property(letters, (text) => repairMojibake(text).text === text));
  });
});
