// What a symbol was, by the identifier that a scanner puts before it, and its text out of its bytes.
// Source: ISO/IEC 15424, symbology identifiers (AIM); ICAO Doc 9303 for the rows of a machine readable zone.

import { formatOfAim, type ScanFormat } from '@foyer/contracts/scan-format.ts';
import type { Reading } from './scan-decoder.ts';

export const aimCharacters = 3;

const AIM = /^\][A-Za-z][0-9A-Za-z]/;
const MRZ = /^[A-Z0-9<]{30,44}(?:[\r\n]+[A-Z0-9<]{30,44}){1,2}[\r\n]*$/;

/** `]C1`, where the text begins with one. */
export function aimOf(text: string): string | undefined {
  return AIM.exec(text)?.[0];
}

/** `aim`: `]C1`; anything else says nothing. */
export function readingOf(text: string, aim: string | undefined): Reading {
  const named = aim === undefined ? undefined : formatNamed(aim);
  if (named !== 'mrz' && !(named === undefined && MRZ.test(text))) {
    return { ...(named === undefined ? {} : { format: named }), text };
  }
  return {
    format: 'mrz',
    text: text
      .split(/[\r\n]+/)
      .filter((row) => row !== '')
      .join('\n'),
  };
}

/** UTF-8 where the bytes are that, else a character for each byte: none is lost. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  }
}

function formatNamed(aim: string): ScanFormat | undefined {
  return AIM.test(aim) ? (formatOfAim[aim.slice(1)] ?? formatOfAim[aim.charAt(1)]) : undefined;
}
