import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairMojibake } from './mojibake.ts';

const WINDOWS_1252_HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Reads the UTF-8 of a text as Windows-1252 (or -1254), keeping or dropping the bytes the code page leaves undefined. */
function damage(text: string, { turkish = false, drops = false } = {}): string {
  const turkishSigns: Record<number, string> = {
    0xd0: 'Ğ',
    0xdd: 'İ',
    0xde: 'Ş',
    0xf0: 'ğ',
    0xfd: 'ı',
    0xfe: 'ş',
  };
  const undefinedBytes = turkish ? /[\x81\x8d\x8e\x8f\x90\x9d\x9e]/ : /[\x81\x8d\x8f\x90\x9d]/;
  return [...new TextEncoder().encode(text)]
    .map((byte) => {
      if (turkish && turkishSigns[byte]) return turkishSigns[byte];
      if (undefinedBytes.test(String.fromCharCode(byte)))
        return drops ? '' : String.fromCharCode(byte);
      return byte >= 0x80 && byte < 0xa0
        ? WINDOWS_1252_HIGH.charAt(byte - 0x80)
        : String.fromCharCode(byte);
    })
    .join('');
}

describe('repairMojibake', () => {
  it.each([
    '🚀 Start — don’t stop “now” …',
    'München, Straße, Übergröße',
    'informação, coração, açúcar',
    'Привет, мир',
    '中文学习路线',
    'الموضوع الأول',
    'वेब विकास',
    '日本語の学習',
    'Việt Nam: lộ trình học tập',
    'İstanbul’da yazılım öğreniyorum',
  ])('restores %s from Windows-1252 and Windows-1254', (text) => {
    expect(repairMojibake(damage(text)).text).toBe(text);
    expect(repairMojibake(damage(text, { turkish: true })).text).toBe(text);
  });

  it('restores a text that was damaged twice', () => {
    expect(repairMojibake(damage(damage('don’t — stop'))).text).toBe('don’t — stop');
  });

  it('says which signs lost bytes, on which lines, and leaves a replacement character for each', () => {
    const repair = repairMojibake(
      damage('# 🎯 Goals\n\n- 📚 Books\n- 🏗️ Build\n', { turkish: true, drops: true }),
    );
    expect(repair.text).toBe('# � Goals\n\n- 📚 Books\n- �️ Build\n');
    expect(repair.sequencesRepaired).toBe(2);
    expect(repair.lost).toEqual([
      { line: 1, found: 'ğŸ¯' },
      { line: 4, found: 'ğŸ—' },
    ]);
  });

  it('restores what lost a byte but can only have been one thing', () => {
    expect(repairMojibake(damage('“a” 🗺️ 👩‍🚀', { drops: true })).text).toBe('“a” 🗺️ 👩‍🚀');
  });

  it('counts a lone lead sign in a thoroughly damaged text as lost', () => {
    const repair = repairMojibake(`${damage('🚀 “one” – “two”')} badge/â_Star`);
    expect(repair.lost).toEqual([{ line: 1, found: 'â' }]);
  });

  it('repairs the damaged part of a text that is fine elsewhere', () => {
    expect(repairMojibake(`Größe, Straße, Äpfel – ${damage('🚀 don’t')}`).text).toBe(
      'Größe, Straße, Äpfel – 🚀 don’t',
    );
  });

  it('leaves an ambiguous sequence alone where honest accents abound', () => {
    const text = `é è à ü ö ä ß ç ñ ${damage('🚀')} „Ä“`;
    expect(repairMojibake(text).text).toContain('„Ä“');
  });

  it.each([
    'Ã is a letter',
    'the letter “Ã” and “Ä”',
    'Der Spaß“ – „Ä“ ist groß… Straße',
    '« voilà » café » été…',
    'TÜRKÇESİ… dağ, ışık, şeker, Ğ',
    'RÉSUMÉ™ NÃO ÃO Âmbito',
    '2×³ 3×½ 2×½×¼ Ø² Ñ³',
    'café¹² Nestlé®™',
    'Việt Nam, Ầ Ã…',
    'ß“É” side by side',
    '中文 日本語 한국어 العربية हिन्दी Ελληνικά',
    'In French text an é, à, è or ê that went wrong shows as Ã©.',
    'plain ASCII',
    '',
  ])('leaves %s alone', (text) => {
    expect(repairMojibake(text)).toEqual({ text, sequencesRepaired: 0, lost: [] });
  });

  it('does not take overlong forms or surrogates for UTF-8', () => {
    for (const text of ['à\x80\x80', 'í\xa0\x80', 'ð\x80\x80\x80'])
      expect(repairMojibake(text).text).toBe(text);
  });

  it.each(['ююа', 'юю', 'ъюг', 'ОКа', 'кка', 'ккъ'])(
    'undoes the damage of %s, which looks nearly like letters of one word',
    (text) => {
      expect(repairMojibake(damage(text)).text).toBe(text);
    },
  );

  it('undoes the damage of any text of one script, and never throws', () => {
    // One letter again and again looks like a list with one sign between: "Ð³Ð³Ð³" may be "А³А³А³".
    const cyrillic = fc
      .string({ unit: fc.constantFrom(...'абвгдежзиклмнопрстуфхцчшщыьэюя'), minLength: 3 })
      .filter((text) => new Set(text).size > 1);
    fc.assert(
      fc.property(cyrillic, (text) => repairMojibake(damage(text)).text === text),
      { numRuns: 100 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => repairMojibake(text)).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });

  it('repairs a run of any length', () => {
    const { text, sequencesRepaired } = repairMojibake('Ã©'.repeat(200_000));
    expect([text.length, sequencesRepaired]).toEqual([200_000, 200_000]);
  });
});
