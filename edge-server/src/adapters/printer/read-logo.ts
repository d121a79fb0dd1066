// A logo from the clinic's files, as shades of grey that paper has room for. What unpacks to more than a box should spend
// on it, or to nothing, is no logo.

import { createCanvas, loadImage } from '@napi-rs/canvas';
import { mostLogoPixels } from '@foyer/contracts/paper-limits.ts';

import type { GreyPicture, LogoPictures } from '../../ports/logo-pictures.ts';
import type { Media } from '../../ports/media.ts';

/** As wide as the widest paper; what is longer than a logo ever is becomes narrower. */
const WIDEST = 576;
const LONGEST = 800;
const REMEMBERED = 4;

export interface LogoReaderParts {
  readonly media: Pick<Media, 'list' | 'open'>;
  /** As the file's own beginning says; undefined for no picture. */
  readonly pixelsOf: (bytes: Uint8Array, kind: 'png' | 'jpg') => number | undefined;
}

export class LogoReader implements LogoPictures {
  readonly #parts: LogoReaderParts;
  /** By the file's name, which is made of what it holds. */
  readonly #read = new Map<string, Promise<GreyPicture | undefined>>();

  constructor(parts: LogoReaderParts) {
    this.#parts = parts;
  }

  async picture(file: string): Promise<GreyPicture | undefined> {
    if (!this.#parts.media.list().files.some((one) => one.file === file)) return undefined;
    const read = this.#read.get(file) ?? this.#fetch(file);
    this.#read.set(file, read);
    const oldest = this.#read.keys().next().value;
    if (this.#read.size > REMEMBERED && oldest !== undefined) this.#read.delete(oldest);
    return read;
  }

  async #fetch(file: string): Promise<GreyPicture | undefined> {
    const parts: Uint8Array[] = [];
    for await (const part of this.#parts.media.open(file) ?? []) parts.push(part);
    const bytes = Buffer.concat(parts);
    const pixels = this.#parts.pixelsOf(bytes, file.endsWith('.png') ? 'png' : 'jpg');
    if (pixels === undefined || pixels > mostLogoPixels) return undefined;
    const image = await loadImage(bytes).catch(() => undefined);
    return image === undefined ? undefined : greyOf(image);
  }
}

function greyOf(image: Awaited<ReturnType<typeof loadImage>>): GreyPicture {
  const scale = Math.min(1, WIDEST / image.width, LONGEST / image.height);
  const width = Math.max(1, Math.round(image.width * scale));
  const rows = Math.max(1, Math.round(image.height * scale));
  const pen = createCanvas(width, rows).getContext('2d');
  // What is transparent is paper.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, rows);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, width, rows);
  const { data } = pen.getImageData(0, 0, width, rows);
  const levels = new Uint8Array(width * rows);
  for (let dot = 0; dot < levels.length; dot += 1) {
    levels[dot] = Math.round(0.2126 * data[dot * 4]! + 0.7152 * data[dot * 4 + 1]! + 0.0722 * data[dot * 4 + 2]!);
  }
  return { width, rows, levels };
}
