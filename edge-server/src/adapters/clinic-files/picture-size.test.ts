import { expect, it } from 'vitest';
import type { MediaKind } from '@foyer/contracts/media.ts';
import { pixelsOf } from './picture-size.ts';

const hex = (digits: string) => Buffer.from(digits.replaceAll(' ', ''), 'hex');
const riff = (chunk: string, sides: string) =>
  Buffer.concat([Buffer.from(`RIFF\0\0\0\0WEBP${chunk}\0\0\0\0`, 'latin1'), hex(sides)]);

it.each<[string, MediaKind, Buffer, number | undefined]>([
  ['a PNG', 'png', hex('89504e470d0a1a0a 0000000d 49484452 00007530 00007530'), 900_000_000],
  ['a JPEG', 'jpg', hex('ffd8 ffe0 0004 0000 ffc4 0003 00 ff ffc2 0011 08 0438 0780 03'), 1920 * 1080],
  ['a WebP of one frame', 'webp', riff('VP8 ', '000000 9d012a 8007 3804'), 1920 * 1080],
  ['a WebP without loss', 'webp', riff('VP8L', '2f 7fc7 0d01'), 1920 * 1080],
  ['a WebP of several parts', 'webp', riff('VP8X', '00000000 7f0700 370400'), 1920 * 1080],
  ['a PNG that ends', 'png', hex('89504e470d0a1a0a 0000000d 49484452'), undefined],
  ['a JPEG without a frame', 'jpg', hex('ffd8 ffe0 0004 0000 00'), undefined],
  ['a video', 'mp4', hex('00000020 66747970'), undefined],
])('%s says how large it is', (_what, kind, bytes, pixels) => {
  expect(pixelsOf(bytes, kind)).toBe(pixels);
});
