// What a clinic shows beside its calls: pictures and videos of its own, kept at the edge. Constants and types alone.

import type { EpochMs } from './time.ts';

/** By what a file holds, not by what it is called. */
export const mediaTypes = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  mp4: 'video/mp4',
  webm: 'video/webm',
} as const;
export type MediaKind = keyof typeof mediaTypes;
/** Half of the SHA-256 of what it holds, and its kind. */
export const mediaFilePattern = '^[0-9a-f]{32}\\.(png|jpg|webp|mp4|webm)$';

const mebi = 1024 * 1024;
export const mostImageBytes = 8 * mebi;
export const mostVideoBytes = 64 * mebi;
/** Of a picture: a display keeps four bytes of each. */
export const mostPixels = 50_000_000;
/** Of all of a clinic's together. */
export const mostMediaBytes = 512 * mebi;

export interface MediaFile {
  readonly file: string;
  readonly bytes: number;
  readonly addedAt: EpochMs;
}
/** `GET /api/v1/media`. */
export interface MediaList {
  readonly files: readonly MediaFile[];
  readonly bytesLeft: number;
}

export function isVideo(file: string): boolean {
  return file.endsWith('.mp4') || file.endsWith('.webm');
}
