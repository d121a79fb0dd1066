import type { MediaList } from '@foyer/contracts/media.ts';

export type MediaAdded =
  | { readonly ok: true; readonly file: string }
  | { readonly ok: false; readonly code: 'file-type-unknown' | 'file-too-large' | 'media-full' };

/** Pictures and videos that a clinic shows beside its calls. Nothing of a patient is among them. */
export interface Media {
  list(): MediaList;
  /** What is there already is there once. */
  add(bytes: Uint8Array): Promise<MediaAdded>;
  /** What the file holds; undefined when there is none of this name. */
  open(file: string): AsyncIterable<Uint8Array> | undefined;
  remove(file: string): Promise<boolean>;
}
