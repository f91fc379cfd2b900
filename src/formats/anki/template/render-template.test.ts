import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteType } from '../../import/imported-deck.ts';
import { toSha1 } from '../../sha1.ts';
import { renderTemplate } from './render-template.ts';
import type { TemplateCard } from './template-card.ts';

const noteType: NoteType = {
  key: '1',
  name: 'Words & more',
  kind: 'standard',
  fields: ['Front', 'Back', 'Empty', 'constructor'],
  templates: [{ name: 'Card 1', front: '', back: '' }],
  css: '',
};
const base: TemplateCard = {
  noteType,
  fields: { Front: 'question', Back: 'answer', Empty: '<div> <br></div>' },
  ordinal: '1',
  tags: ['a', 'b<c'],
  deck: 'Languages::Spanish',
  hasMedia: () => false,
};

function draw(front: string, back = '', more: Partial<TemplateCard> = {}) {
  const templates = [{ name: 'Card 1', front, back }];
  const card = { ...base, ...more };
  return renderTemplate({ ...card, noteType: { ...card.noteType, templates } });
}
const frontOf = (front: string, more: Partial<TemplateCard> = {}) => draw(front, '', more).front;
const withField = (Front: string): Partial<TemplateCard> => ({ fields: { Front } });

/** A card of a cloze note that asks for one part of a text. */
const clozeOf = (text: string, asked: number, template = '{{cloze:Front}}') =>
  draw(template, template, {
    ...withField(text),
    noteType: { ...noteType, kind: 'cloze' },
    ordinal: `c${asked}`,
  });

describe('a template', () => {
  it('shows fields, and the front on the back', () => {
    expect(draw('<b>{{Front}}</b>', '{{FrontSide}}|{{ Back }}|{{{Back}}}')).toEqual({
      front: '<b>question</b>',
      back: '<b>question</b>|answer|answer',
    });
    expect(frontOf('{{FrontSide}}x{{}}')).toBe('x');
  });

  it('shows sections where their field has something in it, or has not', () => {
    const text =
      '{{#Front}}1{{^Empty}}2{{/Empty}}{{/Front}}{{#Empty}}3{{/Empty}}{{^Front}}4{{/Front}}';
    expect(frontOf(text)).toBe('12');
    expect(frontOf('{{#c1}}one{{/c1}}{{#c2}}two{{/c2}}', { ordinal: 'c2' })).toContain(
      'no template',
    );
    expect(clozeOf('x', 2, '{{#c1}}one{{/c1}}{{#c2}}two{{/c2}}').front).toBe('two');
    expect(frontOf('{{#Tags}}t{{/Tags}}{{#constructor}}c{{/constructor}}')).toBe('t');
  });

  it('knows note type, card, deck, tags and flag', () => {
    expect(frontOf('{{Type}}|{{Card}}|{{Deck}}|{{Subdeck}}|{{Tags}}|{{CardFlag}}')).toBe(
      'Words &amp; more|Card 1|Languages::Spanish|Spanish|a b&lt;c|',
    );
    expect(frontOf('{{CardFlag}}', { flag: 3 })).toBe('flag3');
  });

  it('takes other marks for tags where it says so, and leaves comments alone', () => {
    expect(frontOf('{{=<% %>=}}<%Front%> {{Back}}<%={{ }}=%>{{Back}}')).toBe(
      'question {{Back}}answer',
    );
    expect(frontOf('<!-- {{Front}} -->{{Front}}<!--{{Front}}')).toBe(
      '<!-- {{Front}} -->question<!--question',
    );
    expect(frontOf('{{Front')).toBe('{{Front');
  });

  it('says on the card what is wrong with it', () => {
    expect(frontOf('{{#Front}}a')).toContain('opens {{#Front}} and never closes it');
    expect(frontOf('{{^Front}}a')).toContain('opens {{^Front}}');
    expect(frontOf('a{{/Front}}')).toContain('without having opened it');
    expect(frontOf('{{#Front}}{{#Back}}{{/Front}}')).toContain('where {{/Back}} is expected');
    expect(frontOf('{{Fornt}} {{Front}}')).toMatch(/no field “Fornt”.*question/);
    expect(frontOf('{{#Front}}'.repeat(101))).toContain('more than 100 sections');
    expect(frontOf('{{Front}}'.repeat(300), withField('x'.repeat(10_000)))).toContain('too long');
  });

  it('never throws, whatever it holds', () => {
    const piece = fc.constantFrom(
      ...[
        '{{',
        '}}',
        '#',
        '^',
        '/',
        'Front',
        'cloze:',
        'type:',
        'tts x:',
        '{{c1::',
        '::',
        '[latex]',
      ],
      ...[
        '[/latex]',
        '[sound:',
        ']',
        '\\(',
        '\\)',
        '<!--',
        '-->',
        '{{=<% %>=}}',
        'furigana:',
        '字[じ]',
      ],
    );
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, text, (front, back, field) => {
        expect(draw(front, back, withField(field)).front).toBeTypeOf('string');
        expect(clozeOf(field, 1, front).back).toBeTypeOf('string');
      }),
      { numRuns: 500 },
    );
  });

  it('takes time in proportion to what hostile fields hold', () => {
    for (const piece of [
      '<!--',
      '<',
      '[',
      '{{c1::',
      '[latex]',
      '\\(',
      '漢[',
      'x',
      '[anki:tts ',
      '&',
    ]) {
      const field = piece.repeat(300_000 / piece.length);
      frontOf('{{text:furigana:Front}}{{kana:Front}}{{type:Front}}', withField(field));
      clozeOf(field, 1);
    }
  });
});

describe('filters of fields', () => {
  it('take tags off and hide hints', () => {
    expect(frontOf('{{text:Front}}', withField('<b>a</b> &amp; <!-- x -->b'))).toBe('a &amp; b');
    expect(frontOf('{{hint:Front}}{{hint:Empty}}')).toBe(
      '<details class="cairn-hint"><summary>Front</summary>question</details>',
    );
    expect(frontOf('{{unknown:Front}}{{tts-voices:Front}}')).toBe('question');
  });

  it('draw readings above, alone or not at all', () => {
    const field = withField('これは 漢字[かんじ]です [x] 音[sound:a.mp3] 日[ひ]');
    expect(frontOf('{{kanji:Front}}', field)).toContain('これは漢字です');
    expect(frontOf('{{kana:Front}}', field)).toContain('これはかんじです');
    expect(frontOf('{{furigana:Front}}', field)).toContain(
      'これは<ruby><rb>漢字</rb><rt>かんじ</rt></ruby>です',
    );
    expect(frontOf('{{kana:Front}}', field)).toContain('[x] 音<span class="cairn-sound"');
    expect(frontOf('{{kana:Front}}', withField('a[b'))).toBe('a[b');
  });

  it('ask for typing, with what is expected', () => {
    const field = withField('caf&eacute; &amp; <b>tea</b>[sound:a.mp3]');
    const { front, back } = draw('{{type:Front}}', '{{FrontSide}}{{type:nc:Front}}', field);
    expect(front).toBe(
      '<span class="cairn-type" data-side="front" data-expected="caf&amp;eacute; &amp; tea"></span>',
    );
    expect(back).toContain('data-side="back"');
    expect(back).toContain('data-ignore-marks="true"');
    expect(back.match(/cairn-type/g)).toHaveLength(1);
    expect(frontOf('{{type:Empty}}')).toBe('');
    expect(
      clozeOf('{{c1::a}} {{c2::b}} {{c1::c::hint}}', 1, '{{type:cloze:Front}}').front,
    ).toContain('data-expected="a, c"');
  });

  it('have fields and texts read out', () => {
    expect(frontOf('{{tts en_US voices=A,B speed=0.8:Front}}')).toBe(
      '<span class="cairn-speech" data-text="question" data-lang="en-US" data-voices="A,B" data-speed="0.8"></span>',
    );
    expect(frontOf('{{tts:Empty}}{{tts:Front}}')).toBe(
      '<span class="cairn-speech" data-text="question"></span>',
    );
    const text = withField('[anki:tts lang=de_DE]Guten <b>Tag</b>[/anki:tts]');
    expect(frontOf('{{Front}}', text)).toBe(
      '<span class="cairn-speech" data-text="Guten Tag" data-lang="de-DE"></span>',
    );
  });
});

describe('hidden parts', () => {
  it('are hidden on the card that asks for them and open on others', () => {
    const { front, back } = clozeOf('A {{c1::b}} c {{c2::d::hint}}', 2);
    expect(front).toBe(
      'A <span class="cloze-inactive" data-ordinal="1">b</span> c <span class="cloze" data-ordinal="2" data-cloze="d">[hint]</span>',
    );
    expect(back).toContain('<span class="cloze" data-ordinal="2">d</span>');
    expect(clozeOf('{{c1::a::}}', 1).front).toContain('[...]');
  });

  it('lie inside each other', () => {
    const text = '{{c1::outer {{c2::inner}} rest::tip}}';
    expect(clozeOf(text, 1).front).toContain('[tip]');
    expect(clozeOf(text, 2).front).toBe(
      '<span class="cloze-inactive" data-ordinal="1">outer <span class="cloze" data-ordinal="2" data-cloze="inner">[...]</span> rest</span>',
    );
    expect(clozeOf('{{c1,3::a}}', 3).front).toContain('data-ordinal="1,3"');
  });

  it('stand as words in formulas, where no element can', () => {
    const { front, back } = clozeOf('\\({{c1::x^2}}\\) {{c1::y}}', 1);
    expect(front).toContain('data-tex="[...]"');
    expect(front).toContain('data-cloze="y"');
    expect(back).toContain('data-tex="x^2"');
    expect(clozeOf('\\({{c1::x^2}} + {{c2::y}}\\)', 2).front).toContain('data-tex="x^2 + [...]"');
  });

  it('are text where they are never closed, and missed where there are none', () => {
    expect(clozeOf('{{c1::a', 1).front).toMatch(/^\{\{c1::a.*no longer hides|no longer hides/);
    expect(clozeOf('{{c1::a}}', 2).front).toContain('no longer hides a part 2');
    expect(clozeOf('a }} {{c1::b}} {{c1::c', 1).front).toContain('a }} <span');
    expect(clozeOf('{{c1::a}}', 1, '{{cloze-only:Front}}').front).toBe('a');
    expect(clozeOf('{{c1::'.repeat(60) + 'x' + '}}'.repeat(60), 1).back).toContain('{{c1');
    expect(clozeOf('{{c1::a}}', 1, '{{cloze:Front}}').back).not.toContain('no longer');
  });

  it('of an image become shapes for the display to draw', () => {
    const text =
      '{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4:oi=1}}<br>{{c2::image-occlusion:polygon:points=0,0 .1,.2:text=a\\:"b":=x:bad}}';
    const { front, back } = clozeOf(text, 1);
    expect(front).toContain(
      '<div class="cairn-occlusion" data-role="asked" data-ordinal="1" data-shape="rect" data-left=".1" data-top=".2" data-width=".3" data-height=".4" data-oi="1"></div>',
    );
    expect(front).toContain('data-role="other" data-ordinal="2" data-shape="polygon"');
    expect(front).toContain('data-text="a:&quot;b&quot;"');
    expect(back).toContain('data-role="open" data-ordinal="1"');
    expect(clozeOf('{{c1::image-occlusion:blob:left=1}}', 1).back).toContain(
      'image-occlusion:blob',
    );
  });
});

describe('sounds and formulas', () => {
  it('become elements that the display fills', () => {
    const { front, back } = draw(
      '{{Front}}',
      '{{FrontSide}}[sound:b.mp3]',
      withField('[sound:a&amp;"é.mp3]'),
    );
    expect(front).toBe('<span class="cairn-sound" data-name="a&amp;&quot;é.mp3"></span>');
    expect(back).toContain(
      'data-repeated="true"></span><span class="cairn-sound" data-name="b.mp3">',
    );
  });

  it('are drawn by their source', () => {
    const tex = (field: string) => frontOf('{{Front}}', withField(field));
    const span = (shape: string, source: string) =>
      `<span class="cairn-tex" data-shape="${shape}" data-tex="${source}">${source}</span>`;
    expect(tex('a \\(x &lt; 2\\) b')).toBe(`a ${span('inline', 'x &lt; 2')} b`);
    expect(tex('\\[a<br>b\\]')).toBe(span('block', 'a\nb'));
    expect(tex('[$]x[/$][$$]y[/$$]')).toBe(span('inline', 'x') + span('block', 'y'));
    expect(tex('[LaTeX]z[/LATEX]')).toBe(span('latex', 'z'));
    expect(tex('[latex]z \\(q [$]x[$]')).toBe('[latex]z \\(q [$]x[$]');
  });

  it('are the deck’s own pictures where it brings them', () => {
    const name = `latex-${toSha1(new TextEncoder().encode('$x<2$'))}.png`;
    const html = frontOf('{{Front}}', {
      ...withField('[$]x&lt;2[/$]'),
      hasMedia: (each) => each === name,
    });
    expect(html).toBe(`<img class="latex" src="${name}" alt="x&lt;2">`);
  });
});
