import type { Framing } from '@foyer/firmware-config/scanner-profiles.ts';

/** What a scanner read, without what it puts around it; undefined where it does not begin or end so. */
export function unframed(text: string, { prefix, suffix }: Framing): string | undefined {
  if (!text.startsWith(prefix) || !text.endsWith(suffix)) return undefined;
  return text.length < prefix.length + suffix.length
    ? undefined
    : text.slice(prefix.length, text.length - suffix.length);
}
