// What a file is, by how it begins: what it is called, or said to be, counts for nothing. A picture that could carry a
// script (SVG) is not among them.

import type { MediaKind } from '@foyer/contracts/media.ts';

/** Undefined where it is none of them. */
export function mediaKindOf(bytes: Uint8Array): MediaKind | undefined {
  if (beginsWith(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'png';
  if (beginsWith(bytes, 0, '\xff\xd8\xff')) return 'jpg';
  if (isRiff(bytes, 'WEBP')) return 'webp';
  if (beginsWith(bytes, 4, 'ftyp')) return 'mp4';
  return isMatroska(bytes) ? 'webm' : undefined;
}

/** The type of a recorded sound, as browsers make them. */
export function soundTypeOf(bytes: Uint8Array): string | undefined {
  if (isMatroska(bytes)) return 'audio/webm';
  if (beginsWith(bytes, 0, 'OggS')) return 'audio/ogg';
  if (isRiff(bytes, 'WAVE')) return 'audio/wav';
  return beginsWith(bytes, 4, 'ftyp') ? 'audio/mp4' : undefined;
}

function isRiff(bytes: Uint8Array, form: string): boolean {
  return beginsWith(bytes, 0, 'RIFF') && beginsWith(bytes, 8, form);
}

function isMatroska(bytes: Uint8Array): boolean {
  return beginsWith(bytes, 0, '\x1a\x45\xdf\xa3');
}

function beginsWith(bytes: Uint8Array, at: number, signs: string): boolean {
  return Buffer.from(bytes.subarray(at, at + signs.length)).toString('latin1') === signs;
}
