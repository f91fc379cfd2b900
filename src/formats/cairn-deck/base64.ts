const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes as base64 (RFC 4648, section 4, with padding). */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const triple = (first << 16) | (second << 8) | third;
    const quad = [18, 12, 6, 0].map((shift) => signs.charAt((triple >> shift) & 63)).join('');
    const missing = Math.max(0, at + 3 - bytes.length);
    parts.push(quad.slice(0, 4 - missing) + '='.repeat(missing));
  }
  return parts.join('');
}

const valueBySign = new Map([...signs].map((sign, value) => [sign.charCodeAt(0), value]));

/** The bytes of a base64 text with padding; undefined where it is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3);
  const end = text.length - padding;
  for (let at = 0; at < text.length; at += 4) {
    let triple = 0;
    for (let index = at; index < at + 4; index += 1) {
      const value = index < end ? valueBySign.get(text.charCodeAt(index)) : 0;
      if (value === undefined) return undefined;
      triple = (triple << 6) | value;
    }
    bytes.set([triple >> 16, (triple >> 8) & 255, triple & 255], (at / 4) * 3);
  }
  return bytes.subarray(0, bytes.length - padding);
}
