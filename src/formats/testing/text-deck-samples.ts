import type { RecognisedText } from '../recognise/recognise-file.ts';

/** A small valid text of each format, with what makes the format what it is: for tests, and as seeds for mutation. */
export const textDeckSamples: Readonly<Record<RecognisedText['format'], string>> = {
  'anki-text': `#separator:tab
#html:true
#guid column:1
#notetype column:2
#deck column:3
#tags column:6
Hx#k\tBasic\tOne::Two\tWhat is a <b>heap</b>?\t"A tree,
partly ordered"\tdata trees
b2\tCloze\tOne\t{{c1::HTTP}} uses {{c2::TCP::protocol}}.\t<img src="tcp.png">\t
`,
  table: `Front,Back,Tags
"What, then, is ""idempotent""?","Doing it twice
changes nothing",http rest
Which port does HTTPS use?,443,http
`,
  obsidian: `---
tags: [notes, flashcards/web]
---
# HTTP

Safe method::GET
POST:::creates
<!--SR:!2026-01-04,12,270!2000-01-01,1,250-->

Which header says how long a reply is fresh?
?
\`Cache-Control\`
<!--SR:!fsrs,2026-09-16T06:22:22.730Z,8,8.2956,1,2,1,0,0,2026-09-08T06:22:22.730Z-->

A ==cookie== is sent back to its ==host==.
`,
  hashcards: `---
name = "Maths"
---
Q: What is $e^0$?
A: $1$

C: [Bayes] turned [conditional] probability round.
`,
  mdanki: `# Databases

## What is an index?

A structure that finds rows.

[#sql]() [#speed]()

## Which statement

shows a plan?
%
\`EXPLAIN\`
`,
  'question-answer': `Question: What does DNS do?
Answer: It finds addresses
of names.

Q2) What does DHCP do?
A2) It hands them out.
Tags: net lan
`,
  crowdanki: JSON.stringify({
    __type__: 'Deck',
    name: 'Rome',
    deck_config_uuid: 'config',
    deck_configurations: [
      {
        crowdanki_uuid: 'config',
        new: { delays: [1, 10] },
        lapse: { delays: [10], leechFails: 8 },
        rev: { maxIvl: 365 },
      },
    ],
    media_files: ['forum.png'],
    note_models: [
      {
        crowdanki_uuid: 'model',
        name: 'Two ways',
        type: 0,
        css: '.card { color: teal }',
        flds: [
          { name: 'Front', ord: 0 },
          { name: 'Back', ord: 1, rtl: true },
        ],
        tmpls: [
          { name: 'Back', ord: 1, qfmt: '{{#Back}}{{Back}}{{/Back}}', afmt: '{{Front}}' },
          { name: 'Forth', ord: 0, qfmt: '{{Front}}', afmt: '{{Back}}' },
        ],
      },
    ],
    notes: [{ guid: 'g1', note_model_uuid: 'model', fields: ['forum', 'market'], tags: ['latin'] }],
    children: [
      {
        name: 'Late',
        notes: [{ guid: 'g2', note_model_uuid: 'model', fields: ['limes', ''], tags: [] }],
      },
    ],
  }),
  quizlet: `mitochondria - where a cell burns sugar
ribosome - where it builds protein
nucleus - where it keeps its plans
`,
  'card-file': `---
title: Redis
---

## basic redis-eviction · failure

Q: What does noeviction do?
A: It refuses writes.

## cloze Hx%23k

Text: {{c1::LRU}} throws out what was not used.
Tags: cache
Deck: One::Two
`,
  'cairn-deck': `{"format":"cairn-deck","version":1,"title":"One","decks":["One"],"settings":{},
"noteTypes":[],
"notes":[
{"key":"a","source":{"kind":"basic","fields":{"question":"q","answer":"a"},"tags":[]},"cards":[{"ordinal":"1","deck":0}],"place":{"note":1}}],
"media":[
{"name":"a.png","base64":"AAEC"}]}
`,
  roadmap: `# Backend

## Foundations

- Operating systems
- Networks
  - DNS
  - HTTP

## Data

- Redis
- PostgreSQL
`,
};
