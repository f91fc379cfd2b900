/** An object of a JSON file: nothing about its keys is known, and only its own are read. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Parses JSON; undefined for what is none, however deep or long it is. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Whether a value is an object with keys. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object's own value under a key: "constructor" and "__proto__" find nothing that the file does not say. */
export function readKey(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** A text under a key; undefined where there is none or something else. */
export function readText(object: JsonObject, key: string): string | undefined {
  const value = readKey(object, key);
  return typeof value === 'string' ? value : undefined;
}

/** A text under a key that has more in it than white space, without the white space around it. */
export function readFilledText(object: JsonObject, key: string): string | undefined {
  const text = readText(object, key)?.trim();
  return text === '' ? undefined : text;
}

/** The objects of a list under a key; what is no object is left out. */
export function readObjects(object: JsonObject, key: string): readonly JsonObject[] {
  const value = readKey(object, key);
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/** The texts of a list under a key. */
export function readTexts(object: JsonObject, key: string): readonly string[] {
  const value = readKey(object, key);
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
