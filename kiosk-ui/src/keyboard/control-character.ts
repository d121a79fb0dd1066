const FIRST = 0x40;
const LAST = 0x5f;
const BITS = 0x1f;
/** Without Shift on a US keyboard. */
const unshifted: Readonly<Record<string, string>> = { '6': '\x1e', '-': '\x1f' };

/** What Ctrl and this key stand for: scanners type GS as Ctrl+]. Undefined where it stands for none. */
export function controlCharacter(key: string): string | undefined {
  const code = key.toUpperCase().charCodeAt(0);
  if (code < FIRST || code > LAST) return unshifted[key];
  return String.fromCharCode(code & BITS);
}
