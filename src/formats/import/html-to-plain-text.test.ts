import { describe, expect, it } from 'vitest';
import { toFirstFieldKey } from './first-field-key.ts';
import { decodeEntities, htmlToPlainText } from './html-to-plain-text.ts';
import { findMediaNames } from './report-missing-media.ts';

describe('htmlToPlainText', () => {
  it('keeps words and line breaks, and takes markup off', () => {
    expect(htmlToPlainText('<div>a <b>b</b></div>c<br/>d &lt;e&gt; 1 < 2')).toBe(
      'a b\nc\nd <e> 1 < 2',
    );
  });

  it('reads signs by name and number, and leaves what is none', () => {
    expect(decodeEntities('&amp;&nbsp;&#65;&#x1F600;&AMP;')).toBe('&\u00A0A😀&');
    expect(decodeEntities('&hellip;&#0;&#x110000;&amp')).toBe('&hellip;&#0;&#x110000;&amp');
  });
});

describe('toFirstFieldKey', () => {
  it('is the same whatever the spaces, Unicode forms and markup', () => {
    expect(toFirstFieldKey(' <b>Cafe\u0301</b>  au lait\n', true)).toBe('first-field:Café au lait');
    expect(toFirstFieldKey('a <b> c', false)).toBe('first-field:a <b> c');
  });

  it('tells pictures apart, and words by their case', () => {
    expect(toFirstFieldKey('<img src="a.png">', true)).toBe('first-field:<img src="a.png">');
    expect(toFirstFieldKey('Sie', false)).not.toBe(toFirstFieldKey('sie', false));
  });
});

describe('findMediaNames', () => {
  it('finds pictures and sounds of the deck, and no addresses', () => {
    const html = `[sound:a b.mp3]<img class="x" src='c d.png'><img src=e.png><img src="https://x/f.png"><img src="//x/g"><img src="data:x">`;
    expect(findMediaNames(html)).toEqual(['a b.mp3', 'c d.png', 'e.png']);
  });
});
