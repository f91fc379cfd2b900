import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePages, decodeWindows1252, type CodePage } from './code-pages.ts';
import { repairMojibake } from './mojibake.ts';

type Read = (bytes: Uint8Array, drops?: boolean) => string;

/** Reads bytes in a page of the table, keeping or dropping the bytes that it leaves undefined. */
function readerOf({ byteOfUnit, undefinedBytes }: CodePage): Read {
  const characters = new Map<number, string>();
  byteOfUnit.forEach((byte, unit) => {
    if (byte > 0) characters.set(byte, String.fromCharCode(unit));
  });
  return (bytes, drops = false) =>
    [...bytes]
      .filter((byte) => !(drops && undefinedBytes.includes(byte)))
      .map((byte) => characters.get(byte) ?? String.fromCharCode(byte))
      .join('');
}

const [, ...others] = codePages;
const readers = {
  'Windows-1252': ((bytes, drops = false) => {
    const text = decodeWindows1252(bytes);
    return drops ? text.replace(/[\x81\x8d\x8f\x90\x9d]/g, '') : text;
  }) satisfies Read,
  'Latin-1': ((bytes) => String.fromCharCode(...bytes)) satisfies Read,
  ...Object.fromEntries(
    [
      'Windows-1250',
      'Windows-1251',
      'Windows-1253',
      'Windows-1257',
      'Latin-2',
      'DOS 437',
      'DOS 850',
      'Mac Roman',
      'DOS 866',
      'KOI8-R',
    ].map((name, index) => {
      const page = others[index];
      if (page === undefined) throw new Error(`no page for ${name}`);
      return [name, readerOf(page)];
    }),
  ),
} as Readonly<Record<string, Read>>;

function damage(text: string, read: Read, drops = false): string {
  return read(new TextEncoder().encode(text), drops);
}

const sentences = [
  'The plan: “don’t stop”, read on… 🚀',
  'Übung macht den Meister – größer, schöner, „süßer“ als früher',
  'L’été dernier, « ça » a été très agréable à côté de l’hôtel',
  'Año nuevo, ¿qué aprenderás? La programación más rápida',
  'Não há informação sobre a coleção, mas há açúcar à mão',
  'Perché no? La città è più bella così',
  'Zażółć gęślą jaźń — książka, ćwiczenia, źródło, Łódź',
  'Příliš žluťoučký kůň úpěl ďábelské ódy, Řád',
  'Vďaka, ľúbime mäkčene a dĺžne ŕ',
  'Árvíztűrő tükörfúrógép, őszi gyűrű',
  'Și țara, învățare, mâine, către școală',
  'Čuvanje života, šuma, đak i ćuprija',
  'Işık, şeker, ağaç, İstanbul, öğrenme, Çınar',
  'Ėjimas, žąsis, šūkis, įvadas, ąžuolas',
  'Jā, mācīšanās ir ļoti šķērsgriezīga, Ķīna',
  'Õppimine, jõgi, öö, šokolaad',
  'Привет, мир: изучение языка и её правила — «основы»',
  'Учу русский и английский, СССР и РСФСР, № 5',
  'Вивчення української: її історія, ґанок, їжак, Єва',
  'Учење српског: љубав, њива, ћуприја, џеп, ђак',
  'Изучаване на български език',
  'Ελληνικά: μάθηση, ώρα, ήλιος — «καλημέρα»',
  'שלום עולם, לימוד שפות',
  'مرحبا بالعالم، تعلم اللغات',
  'नमस्ते दुनिया, भाषा सीखना',
  'สวัสดีชาวโลก เรียนภาษา',
  'Lộ trình học tiếng Việt, Đường dài',
  '学习路线图：编程语言',
  '日本語の学習、ひらがなとカタカナ',
  '한국어 학습, 프로그래밍',
  'Հայերեն լեզու, ուսուցում',
  'ქართული ენა, სწავლა',
];

const anySentences = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 6 });
// A few words say less than a text about which of two pages that are nearly alike they were read in.
const manySentences = fc.shuffledSubarray(sentences, { minLength: 16 });
const anyReader = fc.constantFrom(...Object.keys(readers)).map((name) => readers[name] as Read);

describe('repairMojibake, of text read in any code page', () => {
  it.each(Object.keys(readers))('restores every sentence read in %s, once and twice', (name) => {
    const read = readers[name] as Read;
    const text = sentences.join('\n');
    expect(repairMojibake(damage(text, read)).text).toBe(text);
    expect(repairMojibake(damage(damage(text, read), read)).text).toBe(text);
  });

  it('restores a single sentence read in a page that is met often', () => {
    for (const name of ['Windows-1252', 'Latin-1', 'Windows-1250', 'Windows-1251', 'Mac Roman'])
      for (const sentence of sentences)
        expect(repairMojibake(damage(sentence, readers[name] as Read)).text).toBe(sentence);
  });

  it('restores the damaged lines of a text and touches no other', () => {
    fc.assert(
      fc.property(anySentences, manySentences, anyReader, (sound, broken, read) => {
        const both = [...sound, ...broken, ...sound].join('\n');
        const given = [...sound, ...broken.map((line) => damage(line, read)), ...sound].join('\n');
        expect(repairMojibake(given)).toMatchObject({ text: both, lost: [] });
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['Windows-1252', 'Привет, мир: Английский и Немецкий'],
    ['Windows-1250', 'Źródła i ŁĄKI, „zażółć gęślą jaźń”, Łódź'],
    ['Windows-1253', 'Ελληνικά: μάθηση, ώρα — ήλιος και άνοιξη'],
    ['Windows-1257', 'Привет, мир: изучение языка'],
  ])('reports what lost the bytes that %s leaves undefined: %s', (name, text) => {
    const { lost, ...repair } = repairMojibake(damage(text, readers[name] as Read, true));
    expect(repair.sequencesRepaired).toBeGreaterThan(0);
    expect(lost.length).toBeGreaterThan(0);
    expect(repair.text.match(/\uFFFD/g)).toHaveLength(lost.length);
  });

  it('restores what lost the one byte that Windows-1251 leaves undefined', () => {
    const read = readers['Windows-1251'] as Read;
    expect(damage('И “так”', read, true)).not.toContain('\x98');
    for (const text of ['Изучение: Испания, Индия', 'её зовут ‘Ива’'])
      expect(repairMojibake(damage(text, read, true))).toMatchObject({ text, lost: [] });
  });

  it('counts a replacement character that was damaged itself as lost', () => {
    expect(
      repairMojibake(damage('Приве\uFFFD мир', readers['Windows-1251'] as Read)),
    ).toMatchObject({
      text: 'Приве\uFFFD мир',
      lost: [{ line: 1, found: 'пїЅ' }],
    });
  });

  it('changes nothing when it repairs a second time', () => {
    fc.assert(
      fc.property(anySentences, anyReader, anyReader, fc.boolean(), (lines, one, two, drops) => {
        const text = repairMojibake(damage(damage(lines.join('\n'), one, drops), two, drops)).text;
        expect(repairMojibake(text)).toEqual({ text, sequencesRepaired: 0, lost: [] });
      }),
      { numRuns: 200 },
    );
  });
});

describe('repairMojibake, of sound text', () => {
  it('leaves sentences in any mixture of languages alone, in capitals and in quotation marks too', () => {
    const quotes = ['«»', '„“', '“”', '‘’', '‚‘', '»«', '\u00A0…', '–—', '()'];
    fc.assert(
      fc.property(
        anySentences,
        fc.constantFrom(...quotes),
        fc.boolean(),
        (lines, marks, isLoud) => {
          const quoted = lines.map((line) =>
            line.replace(/\p{L}+/gu, (word) => marks.charAt(0) + word + marks.charAt(1)),
          );
          const text = [...lines, ...quoted].join('\n');
          const given = isLoud ? text.toUpperCase() : text;
          expect(repairMojibake(given).text).toBe(given);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('leaves the names of regions in many languages alone, alone and in tables', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((first) => letters.map((second) => first + second));
    for (const language of 'cs sk pl hu ro hr sr uk be ru bg mk tr lv lt is pt fr vi el'.split(
      ' ',
    )) {
      const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
      const rows = codes.flatMap((code) => {
        const name = names.of(code);
        return name === undefined ? [] : [`│${name}│${name}│ ├─${name}`, `«${name}», ${name}…`];
      });
      const text = rows.join('\n');
      expect(repairMojibake(text).text).toBe(text);
    }
  });

  it.each([
    'РСФСР, СССР и США: «Рис», «СССР»… Рёв, Её, В № 5, 25° С',
    'Він, Рік, Сім, Гілка; ВІДДІЛ, ЄВРОПА, ЇЖАК; лінії, Грузії, її',
    'Свој, Његош, ЉУБАВ, Ђаво, срџба, вођење, КИКУЈУ»',
    'А–В–Г–Д–Е–Р–С–Т',
    'Îşi face, Ăştia, ORĂŞEL, RĂŞINĂ, casă „Ăla”',
    'Bangladéš°, Bangladéš€, věšť, Ďábel, Říše, Ústí, ČŠÍ',
    'Łódź, Ęą, ŻÓŁĆ, „Ósmy”, Śćć',
    'DAĞ, IŞIK, ŞÖFÖR, “Ş”, Ğ',
    'ΕΊΝΑΙ, Άλφα: «ή», ά… 2π',
    'Âge, « Élève » À l’âne – É. “Ê”',
    'AVIÃO, ÃO, NÃO, “MÃE” — 5 €, £3, §4, 10 ¢, ±2',
    '‚Übung‘ ‚Ähnlich‘ ‚úígúr‘ „Ä“',
    'bišlamā™, vienkāršotā€5, ā…',
    '√π ≈ ±2, ¬π, ƒ∂, x√2',
    '┌──┬──┐\n│é │à │\n├──┼──┤\n└──┴──┘\n├── école\n└─école\n╔═А═╦═Б═╗\n║тест║кхмер║',
    '│Имя│Вес│башкир│чаморро│\n├─Ерменија\n└──Армения',
    'const s = "É"; // «Ñ» → ü … ✓ 🚀',
  ])('leaves %s alone', (text) => {
    expect(repairMojibake(text)).toEqual({ text, sequencesRepaired: 0, lost: [] });
  });
});
