/** A text with files it names called otherwise, also where their names are escaped for an address. */
export function renameFiles(text: string, names: ReadonlyMap<string, string>): string {
  let renamed = text;
  for (const [name, other] of names) {
    renamed = renamed
      .replaceAll(name, other)
      .replaceAll(encodeURIComponent(name), encodeURIComponent(other));
  }
  return renamed;
}
