import { buildPackage } from '../../src/formats/anki/testing/build-package.ts';
import { attacks, hostileCss, hostileFiles, hostileName, hostileTemplates } from './attacks.ts';

/** A file as a journey hands it over. */
export interface HostileFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** How many notes the package holds: one for each attack, whose fields hold nothing but it. */
export const packageNotes = attacks.length + hostileTemplates.length - 1;

/** Decks of several formats in which every text that somebody can write is an attack. */
export async function buildHostileDecks(): Promise<readonly HostileFile[]> {
  return [
    { ...toFile('hostile.apkg', ''), buffer: Buffer.from(await buildHostilePackage()) },
    toFile('<img src=x onerror=alert(1)>.csv', writeTable()),
    toFile('cards.md', writeCardFile()),
    toFile('obsidian.md', writeObsidian()),
    toFile('deck.json', writeCrowdAnki()),
  ];
}

function toFile(name: string, text: string): HostileFile {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) };
}

function buildHostilePackage(): Promise<Uint8Array> {
  const types = hostileTemplates.map((template, index) => ({
    id: 100 + index,
    name: `${hostileName}${index}`,
    fields: ['Front', 'Back'],
    templates: [template],
    css: hostileCss,
  }));
  // Each attack on a plain note type, and some on those whose templates put it elsewhere.
  const fields = [
    ...attacks.map((attack) => [100, attack, `Back ${attack}`] as const),
    ...types.slice(1).map(({ id }) => [id, 'javascript:alert(1)', hostileName] as const),
  ];
  return buildPackage({
    types,
    decks: [[1, hostileName]],
    notes: fields.map(([mid, front, back], index) => ({
      id: index + 1,
      guid: `guid-${index}`,
      mid,
      tags: ' <script>alert(1)</script> "onload=alert(1) ',
      flds: `Attack ${index} ${front}\u001f${back}`,
    })),
    cards: fields.map((_, index) => ({ id: 1000 + index, nid: index + 1, due: index + 1 })),
    media: hostileFiles,
  });
}

function writeTable(): string {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = attacks.slice(0, 12).map((attack, index) => {
    return `${quote(`Row ${index} <b>b</b> ${attack}`)},${quote(attack)},<script>`;
  });
  return `Front,Back,Tags\n${rows.join('\n')}\n`;
}

function writeCardFile(): string {
  const lines = [
    ...['<img src=x onerror=alert(1)>', '[x](javascript:alert(1))', '<javascript:alert(1)>'],
    ...['![x](https://evil.example/md.png)', '![x](data:text/html,<script>alert(1)</script>)'],
    ...['$\\href{javascript:alert(1)}{x}$', '`<script>alert(1)</script>`'],
  ];
  const notes = lines.map((text, index) => {
    return `## basic attack-${index} · use\n\nQ: Line ${index} ${text}\nA: ${text}\nTags: <script>\n`;
  });
  return `---\ntitle: '${hostileName.replaceAll("'", "''")}'\n---\n\n${notes.join('\n')}`;
}

function writeObsidian(): string {
  return `---
tags: ['flashcards/<img src=x onerror=alert(1)>']
---
# ${hostileName}

Question <img src=x onerror=alert(1)>::Answer <script>alert(1)</script>
[x](javascript:alert(1))::![x](https://evil.example/obsidian.png)
A ==<svg onload=alert(1)>== cloze of ==[x](javascript:alert(1))==.
`;
}

function writeCrowdAnki(): string {
  return JSON.stringify({
    __type__: 'Deck',
    name: hostileName,
    note_models: [
      {
        crowdanki_uuid: 'model',
        name: hostileName,
        type: 0,
        css: hostileCss,
        flds: [
          { name: hostileName, ord: 0 },
          { name: 'Back', ord: 1 },
        ],
        tmpls: [
          { name: hostileName, ord: 0, qfmt: `{{${hostileName}}}{{Back}}`, afmt: '{{Back}}' },
        ],
      },
    ],
    media_files: [hostileName],
    notes: attacks.slice(0, 8).map((attack, index) => ({
      guid: `crowd-${index}`,
      note_model_uuid: 'model',
      fields: [`Crowd ${index}`, attack],
      tags: [hostileName],
    })),
  });
}
