import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mostImageBytes } from '@foyer/contracts/media.ts';
import { ClipFolder } from './clip-folder.ts';
import { contentName } from './content-name.ts';
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
const aPicture = (length?: number) => bytesOf('\x89PNG\r\n\x1a\n', length);
const aVideo = (length?: number) => bytesOf('\x1a\x45\xdf\xa3', length);
const aRecording = () => bytesOf('\x1a\x45\xdf\xa3');

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
    const [first, second] = [await media.add(aPicture()), await media.add(aPicture())];
    expect(first).toEqual(second);
    const { files } = started().list();
    expect(files).toMatchObject([{ file: expect.stringMatching(/^[0-9a-f]{32}\.png$/) as string, bytes: 64 }]);
    const parts: Uint8Array[] = [];
    for await (const part of started().open(files[0]!.file)!) parts.push(part);
    expect(Buffer.concat(parts)).toEqual(aPicture());
  });

  it('are no file of another kind, no picture that is too large, and never more than there is room for', async () => {
    const media = started(200);
    expect(await media.add(bytesOf('<svg>'))).toEqual({ ok: false, code: 'file-type-unknown' });
    expect(await media.add(aPicture(mostImageBytes + 1))).toEqual({ ok: false, code: 'file-too-large' });
    const unpacksTo = bytesOf('\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x75\x30\x00\x00\x75\x30');
    expect(await media.add(unpacksTo)).toEqual({ ok: false, code: 'file-too-large' });
    const added = await Promise.all([media.add(aPicture(150)), media.add(aVideo(100))]);
    expect(added).toMatchObject([{ ok: true }, { ok: false, code: 'media-full' }]);
    expect(media.list().bytesLeft).toBe(50);
  });

  it('are written once when they are brought twice at once, and take room once', async () => {
    const media = started(100);
    const added = await Promise.all([media.add(aPicture()), media.add(aPicture())]);
    expect(added).toEqual([added[0], added[0]]);
    expect(media.list()).toMatchObject({ files: [{ bytes: 64 }], bytesLeft: 36 });
  });

  it.runIf(existsSync('/dev/full'))(
    'say that the disk is full, and leave nothing half written and no room taken',
    async () => {
      const media = started(100);
      symlinkSync('/dev/full', join(folder, `${await contentName(aPicture())}.png.part`));
      await expect(media.add(aPicture())).rejects.toMatchObject({ code: 'storage-full' });
      expect(readdirSync(folder)).toEqual([]);
      expect(await media.add(aPicture())).toMatchObject({ ok: true });
      expect(media.list().bytesLeft).toBe(36);
    },
  );

  it('leave room again when they go', async () => {
    const media = started(100);
    const added = await media.add(aPicture());
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
  const started = () => {
    const clips = new ClipFolder(folder);
    clips.start();
    return clips;
  };

  it('are recorded a phrase at a time, the newest in place of the one before, and are there after a start', async () => {
    const clips = started();
    let changes = 0;
    clips.onChanged(() => (changes += 1));
    expect(clips.languages()).toEqual([]);
    expect(clips.save('es', 'digit-7', aRecording())).toBe(true);
    expect(clips.save('es', 'digit-7', bytesOf('OggS'))).toBe(true);
    expect(changes).toBe(2);
    const later = started();
    expect([later.languages(), later.recorded('es')]).toEqual([['es'], ['digit-7']]);
    expect(await later.clip('es', 'digit-7')).toMatchObject({ type: 'audio/ogg' });
    expect(await later.clip('en', 'digit-7')).toBeUndefined();
  });

  it('are sounds, of phrases that calls have', () => {
    const clips = started();
    expect(clips.save('en', 'digit-7', bytesOf('<html>'))).toBe(false);
    expect(clips.save('en', '../../clinic.key', aRecording())).toBe(false);
    expect(clips.languages()).toEqual([]);
  });

  it('can be removed', async () => {
    const clips = started();
    clips.save('en', 'go-to', aRecording());
    expect([clips.remove('en', 'go-to'), clips.remove('en', 'go-to')]).toEqual([true, false]);
    expect(await clips.clip('en', 'go-to')).toBeUndefined();
  });
});
