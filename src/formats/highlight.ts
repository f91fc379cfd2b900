import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import go from 'highlight.js/lib/languages/go';
import graphql from 'highlight.js/lib/languages/graphql';
import http from 'highlight.js/lib/languages/http';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import lua from 'highlight.js/lib/languages/lua';
import nginx from 'highlight.js/lib/languages/nginx';
import php from 'highlight.js/lib/languages/php';
import protobuf from 'highlight.js/lib/languages/protobuf';
import python from 'highlight.js/lib/languages/python';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';

const definitions = {
  bash,
  css,
  diff,
  dockerfile,
  go,
  graphql,
  http,
  ini,
  java,
  javascript,
  json,
  lua,
  nginx,
  php,
  protobuf,
  python,
  sql,
  typescript,
  xml,
  yaml,
};
for (const [name, definition] of Object.entries(definitions)) {
  hljs.registerLanguage(name, definition);
}

/** What authors write after the fence: their word, and the definition that colours it (null: plain). */
const definitionByLanguage: ReadonlyMap<string, keyof typeof definitions | null> = new Map([
  ...Object.keys(definitions).map((name) => [name, name as keyof typeof definitions] as const),
  ['js', 'javascript'],
  ['ts', 'typescript'],
  ['proto', 'protobuf'],
  ['html', 'xml'],
  ['toml', 'ini'],
  ['sh', 'bash'],
  ['yml', 'yaml'],
  // Terraform's language has no definition in the core library; its blocks are readable without colours.
  ['hcl', null],
  ['text', null],
]);

/** The languages a code block may name, in alphabetical order. */
export const codeLanguages: readonly string[] = [...definitionByLanguage.keys()].sort();

/** A piece of code and the class it is shown with; null for none. */
export interface CodeToken {
  readonly text: string;
  readonly class: string | null;
}

/**
 * Cuts code into coloured tokens whose texts together are the code. An unknown language is plain.
 * The classes are the `hl-` ones that the app's stylesheet knows.
 */
export function highlightCode(code: string, language: string): CodeToken[] {
  const definition = definitionByLanguage.get(language);
  if (definition === undefined || definition === null || isEndless(code)) {
    return [{ text: code, class: null }];
  }
  return readTokens(hljs.highlight(code, { language: definition, ignoreIllegals: true }).value);
}

/** The library looks for names and brackets from each sign to the end of the line, or of it all: minutes for what nobody reads on a card. */
const mostCharacters = 10_000;
const longestLine = 500;

function isEndless(code: string): boolean {
  return code.length > mostCharacters || code.split('\n').some((line) => line.length > longestLine);
}

const classByScope: Readonly<Record<string, string>> = {
  keyword: 'hl-keyword',
  literal: 'hl-keyword',
  'selector-tag': 'hl-keyword',
  string: 'hl-string',
  regexp: 'hl-string',
  addition: 'hl-string',
  char: 'hl-string',
  link: 'hl-string',
  comment: 'hl-comment',
  quote: 'hl-comment',
  number: 'hl-number',
  symbol: 'hl-number',
  title: 'hl-title',
  section: 'hl-title',
  name: 'hl-title',
  'selector-id': 'hl-title',
  'selector-class': 'hl-title',
  attr: 'hl-attr',
  attribute: 'hl-attr',
  property: 'hl-attr',
  variable: 'hl-attr',
  'template-variable': 'hl-attr',
  'selector-attr': 'hl-attr',
  'selector-pseudo': 'hl-attr',
  type: 'hl-type',
  meta: 'hl-meta',
  doctag: 'hl-meta',
  deletion: 'hl-meta',
  bullet: 'hl-meta',
  built_in: 'hl-builtin',
};

const characterByEntity: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

/** Reads the library's public output: nested `<span class="hljs-scope …">`, `</span>` and escaped text. */
function readTokens(html: string): CodeToken[] {
  const tokens: CodeToken[] = [];
  const open: (string | null)[] = [];
  for (const [piece] of html.matchAll(/<span class="[^"]*">|<\/span>|[^<]+/g)) {
    if (piece === '</span>') open.pop();
    else if (piece.startsWith('<')) {
      const scope = /hljs-([\w-]+)/.exec(piece)?.[1] ?? '';
      open.push(classByScope[scope] ?? open.at(-1) ?? null);
    } else {
      const text = piece.replace(
        /&(?:amp|lt|gt|quot|#x27);/g,
        (entity) => characterByEntity[entity] ?? entity,
      );
      const last = tokens.at(-1);
      const own = open.at(-1) ?? null;
      if (last?.class === own) tokens[tokens.length - 1] = { text: last.text + text, class: own };
      else tokens.push({ text, class: own });
    }
  }
  return tokens;
}
