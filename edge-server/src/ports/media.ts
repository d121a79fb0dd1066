import type { MediaList } from '@foyer/contracts/media.ts';

export type MediaAdded =
  | { readonly ok: true; readonly file: string }
  | {
      readonly ok: false;
      /** `rate-limited`: others are being brought; it is for later. */
      readonly code: 'file-type-unknown' | 'file-too-large' | 'media-full' | 'rate-limited';
    };

/** From one byte to another, both counted from 0 and within. */
export interface ByteSpan {
  readonly from: number;
  readonly to: number;
}

/** Pictures and videos that a clinic shows beside its calls. Nothing of a patient is among them. */
export interface Media {
  list(): MediaList;
  /** What is there already is there once. Throws where the sender ends in the middle; nothing is kept then. */
  add(content: AsyncIterable<Uint8Array>): Promise<MediaAdded>;
  /** How large the file is; undefined when there is none of this name. */
  bytesOf(file: string): number | undefined;
  /** What the file holds, or a span of it; undefined when there is none of this name. */
  open(file: string, span?: ByteSpan): AsyncIterable<Uint8Array> | undefined;
  remove(file: string): Promise<boolean>;
}
