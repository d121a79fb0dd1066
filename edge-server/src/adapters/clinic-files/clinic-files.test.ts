import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mostImageBytes } from '@foyer/contracts/media.ts';
import { ClipFolder } from './clip-folder.ts';
import { mediaKindOf, soundTypeOf } from './file-kinds.ts';
import { MediaFolder } from './media-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const bytesOf = (beginning: string, length = 64): Uint8Array => {
  const bytes = Buffer.alloc(length, 7);
  bytes.write(beginning, 'latin1');
  return bytes;
};
/** As it comes over a line. */
async function* inPieces(bytes: Uint8Array, pieceBytes = 65_536): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}
const aPicture = (length?: number) => bytesOf('\x89PNG\r\n\x1a\n', length);
const aVideo = (length?: number) => bytesOf('\x1a\x45\xdf\xa3', length);
const aRecording = (length?: number) => bytesOf('\x1a\x45\xdf\xa3', length);
/** One byte a second. */
const aWav = (seconds: number): Uint8Array => {
  const bytes = Buffer.alloc(44 + seconds);
  bytes.write('RIFF\0\0\0\0WAVEfmt ', 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt32LE(1, 28);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(seconds, 40);
  return bytes;
};

describe('what a file is', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n', 'png'],
    ['\xff\xd8\xff\xe0', 'jpg'],
    ['RIFF\x00\x00\x00\x00WEBP', 'webp'],
    ['\x00\x00\x00\x20ftypisom', 'mp4'],
    ['\x1a\x45\xdf\xa3', 'webm'],
    ['<svg xmlns="http://www.w3.org/2000/svg">', undefined],
    ['<html>', undefined],
    ['RIFF\x00\x00\x00\x00WAVE', undefined],
    ['', undefined],
  ])('is told by how it begins: %j', (beginning, kind) => {
    expect(mediaKindOf(bytesOf(beginning))).toBe(kind);
  });
  it('is a sound for what browsers record', () => {
    const beginnings = ['\x1a\x45\xdf\xa3', 'OggS', 'RIFF\x00\x00\x00\x00WAVE', '\x00\x00\x00\x20ftypM4A ', 'MZ'];
    const types = beginnings.map((beginning) => soundTypeOf(bytesOf(beginning)));
    expect(types).toEqual(['audio/webm', 'audio/ogg', 'audio/wav', 'audio/mp4', undefined]);
  });
});

describe('the media of a clinic', () => {
  const started = (mostBytes?: number) => {
    const media = new MediaFolder(folder, mostBytes);
    media.start();
    return media;
  };

  it('are kept once under a name of what they hold, and are there after a start', async () => {
    const media = started();
    const [first, second] = [await media.add(inPieces(aPicture())), await media.add(inPieces(aPicture()))];
    expect(first).toEqual(second);
    const { files } = started().list();
    expect(files).toMatchObject([{ file: expect.stringMatching(/^[0-9a-f]{32}\.png$/) as string, bytes: 64 }]);
    const parts: Uint8Array[] = [];
    for await (const part of started().open(files[0]!.file)!) parts.push(part);
    expect(Buffer.concat(parts)).toEqual(aPicture());
  });

  it('are no file of another kind, no picture that is too large, and never more than there is room for', async () => {
    const media = started(200);
    expect(await media.add(inPieces(bytesOf('<svg>')))).toEqual({ ok: false, code: 'file-type-unknown' });
    expect(await media.add(inPieces(aPicture(mostImageBytes + 1)))).toEqual({ ok: false, code: 'file-too-large' });
    const unpacksTo = bytesOf('\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x75\x30\x00\x00\x75\x30');
    expect(await media.add(inPieces(unpacksTo))).toEqual({ ok: false, code: 'file-too-large' });
    expect(await media.add(inPieces(aPicture(150)))).toMatchObject({ ok: true });
    expect(await media.add(inPieces(aVideo(100)))).toEqual({ ok: false, code: 'media-full' });
    expect(media.list().bytesLeft).toBe(50);
  });

  it('are written once when they are brought twice at once, and take room once', async () => {
    const media = started(100);
    const added = await Promise.all([media.add(inPieces(aPicture())), media.add(inPieces(aPicture()))]);
    expect(added).toEqual([added[0], added[0]]);
    expect(media.list()).toMatchObject({ files: [{ bytes: 64 }], bytesLeft: 36 });
  });

  it.runIf(existsSync('/dev/full'))(
    'say that the disk is full, and leave nothing half written and no room taken',
    async () => {
      const media = started(100);
      symlinkSync('/dev/full', join(folder, '1.part'));
      await expect(media.add(inPieces(aPicture()))).rejects.toMatchObject({ code: 'storage-full' });
      expect(readdirSync(folder)).toEqual([]);
      expect(await media.add(inPieces(aPicture()))).toMatchObject({ ok: true });
      expect(media.list().bytesLeft).toBe(36);
    },
  );

  it('are told by half of the SHA-256 of what they hold, however it came', async () => {
    const name = createHash('sha256').update(aPicture(1000)).digest('hex').slice(0, 32);
    expect(await started().add(inPieces(aPicture(1000), 7))).toEqual({ ok: true, file: `${name}.png` });
  });

  it('are read to the end when they are refused, and no further than a video may go', async () => {
    const media = started();
    let read = 0;
    async function* sent(bytes: number, beginning: string) {
      for (let at = 0; at < bytes; at += 1_000_000) {
        read += 1_000_000;
        yield at === 0 ? bytesOf(beginning, 1_000_000) : new Uint8Array(1_000_000);
      }
    }
    expect(await media.add(sent(10_000_000, '<svg>'))).toEqual({ ok: false, code: 'file-type-unknown' });
    expect(read).toBe(10_000_000);
    expect(await media.add(sent(200_000_000, '<svg>'))).toEqual({ ok: false, code: 'file-type-unknown' });
    expect(read).toBeLessThan(80_000_000);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('are none whose sender ends in the middle, and leave nothing behind', async () => {
    async function* broken() {
      yield aPicture();
      throw new Error('the line broke');
    }
    await expect(started().add(broken())).rejects.toThrow('the line broke');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('come at most four at once: a fifth is for later', async () => {
    const media = started();
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    async function* slow(index: number) {
      await gate;
      yield aPicture(100 + index);
    }
    const coming = [0, 1, 2, 3].map((index) => media.add(slow(index)));
    expect(await media.add(inPieces(aPicture()))).toEqual({ ok: false, code: 'rate-limited' });
    go();
    expect(await Promise.all(coming)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }, { ok: true }]);
    expect(await media.add(inPieces(aPicture()))).toMatchObject({ ok: true });
  });

  it('are read in part', async () => {
    const media = started();
    const added = await media.add(inPieces(aPicture(1000)));
    const file = added.ok ? added.file : '';
    expect(media.bytesOf(file)).toBe(1000);
    const parts: Uint8Array[] = [];
    for await (const part of media.open(file, { from: 2, to: 9 })!) parts.push(part);
    expect(Buffer.concat(parts)).toEqual(Buffer.from(aPicture().subarray(2, 10)));
  });

  it('leave room again when they go', async () => {
    const media = started(100);
    const added = await media.add(inPieces(aPicture()));
    const file = added.ok ? added.file : '';
    expect(await media.remove(file)).toBe(true);
    expect(await media.remove(file)).toBe(false);
    expect(media.open(file)).toBeUndefined();
    expect(media.list()).toEqual({ files: [], bytesLeft: 100 });
  });

  it('lose at a start what was half written', () => {
    writeFileSync(join(folder, 'half.png.part'), 'half');
    expect(started().list().files).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the clips of a clinic', () => {
  const started = (mostBytes?: number) => {
    const clips = new ClipFolder(folder, mostBytes);
    clips.start();
    return clips;
  };

  it('are recorded a phrase at a time, the newest in place of the one before, and are there after a start', async () => {
    const clips = started();
    let changes = 0;
    clips.onChanged(() => (changes += 1));
    expect(clips.languages()).toEqual([]);
    expect(clips.save('es', 'digit-7', aRecording())).toEqual({ ok: true });
    expect(clips.save('es', 'digit-7', bytesOf('OggS'))).toEqual({ ok: true });
    expect(changes).toBe(2);
    const later = started();
    expect([later.languages(), later.recorded('es')]).toEqual([['es'], ['digit-7']]);
    expect(await later.clip('es', 'digit-7')).toMatchObject({ type: 'audio/ogg' });
    expect(await later.clip('en', 'digit-7')).toBeUndefined();
  });

  it('are sounds, of phrases that calls have', () => {
    const clips = started();
    const unknown = { ok: false, code: 'file-type-unknown' };
    expect(clips.save('en', 'digit-7', bytesOf('<html>'))).toEqual(unknown);
    expect(clips.save('en', '../../clinic.key', aRecording())).toEqual(unknown);
    expect(clips.languages()).toEqual([]);
  });

  it('can be removed', async () => {
    const clips = started();
    clips.save('en', 'go-to', aRecording());
    expect([clips.remove('en', 'go-to'), clips.remove('en', 'go-to')]).toEqual([true, false]);
    expect(await clips.clip('en', 'go-to')).toBeUndefined();
  });

  it('last no longer than words do, and fill no more than is kept for them', () => {
    const clips = started(200);
    expect(clips.save('en', 'number', aWav(16))).toEqual({ ok: false, code: 'clip-too-long' });
    expect(clips.save('en', 'number', aWav(15))).toEqual({ ok: true });
    expect(clips.save('en', 'go-to', aRecording(100))).toEqual({ ok: true });
    expect(clips.save('es', 'go-to', aRecording(100))).toEqual({ ok: false, code: 'clips-full' });
    expect(clips.save('en', 'go-to', aRecording(120))).toEqual({ ok: true });
    expect(started(200).save('es', 'go-to', aRecording(100))).toEqual({ ok: false, code: 'clips-full' });
  });

  it('are of rooms that the clinic has: when one goes, its name does, too', () => {
    const [one, two] = ['1', '2'].map((digit) => `00000000-0000-7000-8000-00000000000${digit}`);
    const clips = started();
    expect(clips.save('en', `room-${one}`, aRecording())).toEqual({ ok: true });
    expect(clips.save('es', `room-${two}`, aRecording())).toEqual({ ok: true });
    expect(clips.save('es', 'number', aRecording())).toEqual({ ok: true });
    clips.roomsAre([one!]);
    expect([clips.recorded('en'), clips.recorded('es')]).toEqual([[`room-${one}`], ['number']]);
    expect(clips.save('es', `room-${two}`, aRecording())).toEqual({ ok: false, code: 'unknown-service-point' });
    expect(started().recorded('es')).toEqual(['number']);
  });
});
