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
