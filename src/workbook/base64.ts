/** Bytes in letters. */

/** Bytes that are turned at once: a call takes only so many arguments. */
const AT_ONCE = 0x8000;

export function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + AT_ONCE)));
  return btoa(parts.join(''));
}
