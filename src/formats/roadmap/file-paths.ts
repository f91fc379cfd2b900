import { runsToText, type Run } from './blocks.ts';

const PATH =
  /^(?:\.{0,2}\/)?[\w.@-]+(?:\/[\w.@*-]+)*(?:\/|\.[a-z][a-z\d]{0,5})$|^(?:\.{1,2}\/)?(?:[\w.@-]+\/){2,}[\w.@-]+$/i;
/** Names that end like files and are none. */
const PRODUCT = /^(?:[\w-]+\.(?:js|net|io|ai|py|rs|ts|dev|com|org)|asp\.net)$/i;

/** Whether a text is nothing but paths of files or folders, which tell where something lies and not what it is. */
export function isPathList(runs: readonly Run[]): boolean {
  const parts = runsToText(runs)
    .split(/\s*(?:→|->|,|;|\||\s(?:and|y|und|et|&)\s)\s*|\s+/u)
    .map((part) => part.replace(/^`|`$/g, ''))
    .filter((part) => part !== '');
  const areMarked = runs.some((run) => run.code === true || run.link !== undefined);
  const isPath = (part: string): boolean =>
    PATH.test(part) && (part.includes('/') || areMarked) && !PRODUCT.test(part);
  return parts.length > 0 && parts.every(isPath);
}

/** "**Languages:** [English](README.md) | [Deutsch](README_de.md)": where the document stands in other languages. */
export function isLanguageBar(runs: readonly Run[]): boolean {
  const links = runs.filter((run) => run.link !== undefined && run.text.trim() !== '');
  const first = runs.findIndex((run) => run.link !== undefined);
  const beside = runsToText(runs.slice(0, first)).trim();
  const between = runs.slice(first).filter((run) => run.link === undefined);
  return (
    links.length > 1 &&
    links.every((run) => README.test(run.link ?? '')) &&
    (beside === '' || /^.{1,40}[:：]$/su.test(beside)) &&
    !/[\p{L}\p{N}]/u.test(runsToText(between))
  );
}

const README = /(?:^|\/)readme[\w.-]*\.(?:md|markdown|rst)$/i;
