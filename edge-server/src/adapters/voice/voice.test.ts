import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../ports/log.ts';
import type { Voice } from '../../ports/voice.ts';
import { EspeakVoice } from './espeak-voice.ts';
import { FakeVoice } from './fake.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-voice-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const kinds: readonly (readonly [string, () => Voice])[] = [
  ['espeak-ng', () => new EspeakVoice({ folder, log: silentLog })],
  ['the fake', () => new FakeVoice()],
];

describe.each(kinds)('a voice: %s', (_name, make) => {
  it('speaks English and Spanish as WAV whose header tells its length', async () => {
    const voice = make();
    await voice.start();
    expect(voice.available).toBe(true);
    for (const [text, language] of [
      ['Number A 0 1 2. Room 3.', 'en'],
      ['Número A 0 1 2. Sala 3.', 'es'],
    ] as const) {
      const wav = Buffer.from((await voice.speak(text, language)) ?? []);
      expect(wav.toString('latin1', 0, 4)).toBe('RIFF');
      expect(wav.readUInt32LE(4)).toBeLessThanOrEqual(wav.length);
    }
  });

  it('says nothing in a language that it was not heard in', async () => {
    const voice = make();
    await voice.start();
    expect(await voice.speak('رقم', 'ar')).toBeUndefined();
  });
});

describe('espeak-ng', () => {
  it('takes a text that looks like an option for a text, and keeps what it said once', async () => {
    const voice = new EspeakVoice({ folder, log: silentLog });
    await voice.start();
    const [first, second] = await Promise.all([
      voice.speak('-f /etc/passwd', 'en'),
      voice.speak('-f /etc/passwd', 'en'),
    ]);
    expect(first?.length).toBeGreaterThan(1_000);
    expect(second).toEqual(first);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(await voice.speak('-f /etc/passwd', 'en')).toEqual(first);
  });

  it('keeps nothing of what tells of a person', async () => {
    const voice = new EspeakVoice({ folder, log: silentLog });
    await voice.start();
    expect((await voice.speak('14 March 1962, right?', 'en', false))?.length).toBeGreaterThan(1_000);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not available where the program is missing', async () => {
    const voice = new EspeakVoice({ folder, log: silentLog, program: join(folder, 'nothing') });
    await voice.start();
    expect(voice.available).toBe(false);
    expect(await voice.speak('Number', 'en')).toBeUndefined();
  });
});
