import { expect, it } from 'vitest';
import { soundSeconds } from './sound-length.ts';

const hex = (digits: string) => Buffer.from(digits.replaceAll(' ', ''), 'hex');
const text = (letters: string) => Buffer.from(letters, 'latin1');
const u32 = (value: number, order: 'LE' | 'BE' = 'BE') => {
  const bytes = Buffer.alloc(4);
  if (order === 'LE') bytes.writeUInt32LE(value);
  else bytes.writeUInt32BE(value);
  return bytes;
};
const box = (type: string, ...parts: readonly Buffer[]) => {
  const body = Buffer.concat(parts);
  return Buffer.concat([u32(body.length + 8), text(type), body]);
};
const riff = (...chunks: readonly Buffer[]) => Buffer.concat([text('RIFF\0\0\0\0WAVE'), ...chunks]);
const chunk = (type: string, body: Buffer) => Buffer.concat([text(type), u32(body.length, 'LE'), body]);
const page = (samples: string, body: Buffer) =>
  Buffer.concat([text('OggS\0\0'), hex(samples), Buffer.alloc(12), hex('01'), hex(body.length.toString(16)), body]);

const format = chunk('fmt ', Buffer.concat([hex('0100 0100'), u32(8000, 'LE'), u32(16_000, 'LE'), hex('0200 1000')]));
// A segment and clusters of unknown size, as a browser writes them while it records; blocks at 0 s, 0.5 s and 2.5 s.
const webm = hex(
  '1a45dfa3 80 18538067 01ffffffffffffff 1549a966 87 2ad7b1 83 0f4240' +
    '1f43b675 01ffffffffffffff e7 81 00 a3 85 81 0000 80 00 a3 85 81 01f4 80 00' +
    '1f43b675 01ffffffffffffff e7 82 07d0 a0 87 a1 85 81 01f4 00 00',
);
const isWhole = box('moov', box('mvhd', u32(0), u32(0), u32(0), u32(1000), u32(3500)));
const inFragments = Buffer.concat([
  box('ftyp', text('iso5')),
  box(
    'moov',
    box('mvhd', u32(0), u32(0), u32(0), u32(1000), u32(0)),
    box('trak', box('mdia', box('mdhd', u32(0), u32(0), u32(0), u32(48_000)))),
  ),
  box('moof', box('traf', box('tfdt', hex('01000000'), hex('0000000000000000')))),
  box('mdat', Buffer.alloc(30)),
  box('moof', box('traf', box('tfdt', hex('01000000'), hex('000000000001d4c0')))),
]);

it.each<[string, string, Buffer, number | undefined]>([
  ['WAV', 'audio/wav', riff(format, chunk('data', Buffer.alloc(8000))), 0.5],
  [
    'WAV that says it holds more than it does',
    'audio/wav',
    riff(format, text('data'), u32(0xffffffff), Buffer.alloc(32_000)),
    2,
  ],
  ['Ogg', 'audio/ogg', Buffer.concat([page('0000000000000000', hex('00')), page('00ee020000000000', hex('0011'))]), 4],
  ['WebM', 'audio/webm', webm, 2.5],
  ['MP4', 'audio/mp4', isWhole, 3.5],
  ['MP4 in fragments', 'audio/mp4', inFragments, 2.5],
  ['WebM that ends', 'audio/webm', webm.subarray(0, 16), undefined],
  ['nothing that says', 'audio/webm', Buffer.alloc(64), undefined],
])('%s says how long it lasts', (_what, type, bytes, seconds) => {
  expect(soundSeconds(bytes, type)).toBe(seconds);
});

it('never goes on for ever, whatever the bytes', () => {
  for (const type of ['audio/wav', 'audio/ogg', 'audio/webm', 'audio/mp4']) {
    for (let value = 0; value < 256; value += 1) soundSeconds(Buffer.alloc(200, value), type);
  }
});
