import type { NoteKind } from '#src/domain/content.ts';
import type { NoteType } from '../import/imported-deck.ts';

/**
 * The note types that notes of ours have in Anki. Basic, reversed and cloze are those that every Anki
 * brings; the others are ours. Their last field, `Source`, is shown nowhere: it holds the Markdown.
 */
export type OwnTypeName = NoteKind | 'two-way';

const css = `.card { font-family: system-ui, sans-serif; font-size: 20px; line-height: 1.5; text-align: start; max-width: 40em; margin: 1em auto; padding: 0 1em; }
pre { overflow-x: auto; padding: 0.75em; background: #8881; }
.cloze { font-weight: bold; color: #2563eb; }
.extra { margin-top: 1.5em; opacity: 0.8; }
.options li, .points li { margin: 0.5em 0; }
`;

/** The options in another order each time, so that the place of the right one says nothing. */
const shuffle = `<script>
(() => {
  const list = document.querySelector('.options');
  const items = [...list.children];
  while (items.length > 0) list.append(...items.splice(Math.floor(Math.random() * items.length), 1));
})();
</script>`;

const extra = '{{#Extra}}<div class="extra">{{Extra}}</div>{{/Extra}}';
const withAnswer = (answer: string) => `{{FrontSide}}\n\n<hr id=answer>\n\n${answer}`;

function defineType(
  key: number,
  name: string,
  fields: readonly string[],
  templates: readonly (readonly [front: string, back: string])[],
): NoteType {
  return {
    key: String(key),
    name,
    kind: name === 'Cloze' ? 'cloze' : 'standard',
    fields,
    templates: templates.map(([front, back], index) => ({
      name: name === 'Cloze' ? 'Cloze' : `Card ${index + 1}`,
      front,
      back,
    })),
    css,
  };
}

/** Keys are ids as Anki has them, the same in every package, so that its note types do not multiply. */
export const ownNoteTypes: Readonly<Record<OwnTypeName, NoteType>> = {
  basic: defineType(
    1_757_000_000_001,
    'Basic',
    ['Front', 'Back'],
    [['{{Front}}', withAnswer('{{Back}}')]],
  ),
  reversed: defineType(
    1_757_000_000_002,
    'Basic (and reversed card)',
    ['Front', 'Back'],
    [
      ['{{Front}}', withAnswer('{{Back}}')],
      ['{{Back}}', withAnswer('{{Front}}')],
    ],
  ),
  cloze: defineType(
    1_757_000_000_003,
    'Cloze',
    ['Text', 'Back Extra'],
    [['{{cloze:Text}}', '{{cloze:Text}}<br>\n{{Back Extra}}']],
  ),
  'two-way': defineType(
    1_757_000_000_004,
    'Cairn reversed',
    ['Question', 'Answer', 'Reverse question', 'Reverse answer', 'Extra', 'Source'],
    [
      ['{{Question}}', withAnswer(`{{Answer}}${extra}`)],
      ['{{Reverse question}}', withAnswer(`{{Reverse answer}}${extra}`)],
    ],
  ),
  choice: defineType(
    1_757_000_000_005,
    'Cairn choice',
    ['Question', 'Answer', 'Because', 'Wrong 1', 'Because 1', 'Wrong 2', 'Because 2'].concat([
      'Extra',
      'Source',
    ]),
    [
      [
        `{{Question}}\n<ul class="options"><li>{{Answer}}</li><li>{{Wrong 1}}</li><li>{{Wrong 2}}</li></ul>\n${shuffle}`,
        `{{Question}}\n\n<hr id=answer>\n\n<b>{{Answer}}</b>{{Because}}\n<p>Not:</p>\n<ul><li>{{Wrong 1}}{{Because 1}}</li><li>{{Wrong 2}}{{Because 2}}</li></ul>${extra}`,
      ],
    ],
  ),
  typed: defineType(
    1_757_000_000_006,
    'Cairn typed',
    ['Question', 'Answer', 'Also', 'Match', 'Extra', 'Source'],
    [
      [
        '{{Question}}\n\n{{type:Answer}}',
        `{{Question}}\n\n<hr id=answer>\n\n{{type:Answer}}{{#Also}}<p>Or: {{Also}}</p>{{/Also}}${extra}`,
      ],
    ],
  ),
  rubric: defineType(
    1_757_000_000_007,
    'Cairn rubric',
    ['Question', 'Points', 'Extra', 'Source'],
    [['{{Question}}', withAnswer(`<ul class="points">{{Points}}</ul>${extra}`)]],
  ),
};
