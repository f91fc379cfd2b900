/** Words that carry no meaning of their own in a question or an answer. */
const emptyWords = new Set(
  `a an the this that these those it its they them their there here he she his her you your we our one ones
  is are was were be been being am do does did done doing has have had having can could may might must shall should will would
  what which who whom whose when where why how and or but nor not no yes so than then as if at by for from in into of off on onto out
  over to up with without within about after again against all also any before between both during each either else every few more most much
  neither only other others own per same some such through too under until very via while both because since still just already ever never
  s t don doesn isn aren`.split(/\s+/),
);

/** Words that could be asked about anything: a question made of them alone has no subject. */
const genericWords = new Set(
  `difference differences different differ purpose advantage advantages disadvantage disadvantages benefit benefits drawback drawbacks
  meaning mean means definition define use uses used using usage example examples problem problems main point work works happen happens
  explain describe compare good bad better worse best important thing things do need needed two three called name reason idea`.split(
    /\s+/,
  ),
);

/** The words of a text in lower case; punctuation separates them, but stays inside `read_committed` and `HTTP/2`. */
export function listWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:[_./+#'’-][\p{L}\p{N}]+)*[+#]*/gu) ?? [];
}

/** The words that carry meaning, endings of plurals and verbs folded so that "commits" equals "commit". */
export function listContentWords(text: string): string[] {
  return listWords(text)
    .filter((word) => !isEmptyWord(word))
    .map(toStem);
}

/** Whether a word in lower case carries no meaning of its own. */
export function isEmptyWord(word: string): boolean {
  return emptyWords.has(word);
}

/** Whether a word could be asked about anything. */
export function isGenericWord(word: string): boolean {
  return genericWords.has(word);
}

/** The number of words a reader reads: what stands between spaces and holds a letter or digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** A word without its ending, good enough to find it again in another form. */
export function toStem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word;
  return word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ing|ed|es|s|e)$/, '');
}
