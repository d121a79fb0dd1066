// Speech by espeak-ng as a separate program (it is GPL: never linked or bundled). What was spoken once is kept as WAV
// under the hash of its language and text, so that a file's name tells nothing; the oldest go when there are too many.
// What tells of a person is not kept at all.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync, unlinkSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { secondMs } from '@foyer/contracts/time.ts';
import type { Log } from '../../ports/log.ts';
import type { Voice } from '../../ports/voice.ts';

export interface EspeakVoiceParts {
  readonly folder: string;
  readonly log: Log;
  /** In tests: another program, or one that is not there. */
  readonly program?: string;
}

/** Voices that were listened to; the others get the chime alone. */
const voices: Readonly<Record<string, string>> = { en: 'en-gb', es: 'es' };
/** Where Debian, and a build of one's own, put it. */
const programs = ['/usr/bin/espeak-ng', '/usr/local/bin/espeak-ng'] as const;
const wordsPerMinute = '140';
const mostAtOnce = 2;
const mostKept = 2_000;
const speakWithinMs = 10 * secondMs;

export class EspeakVoice implements Voice {
  readonly #parts: EspeakVoiceParts;
  readonly #speaking = new Map<string, Promise<Uint8Array | undefined>>();
  readonly #turns: (() => void)[] = [];
  #running = 0;
  #available = false;

  constructor(parts: EspeakVoiceParts) {
    this.#parts = parts;
  }

  get available(): boolean {
    return this.#available;
  }

  async start(): Promise<void> {
    const { folder, log } = this.#parts;
    mkdirSync(folder, { recursive: true });
    this.#forgetOldest();
    this.#available = existsSync(this.#program);
    if (!this.#available) log.warn('voice-missing', { program: this.#program });
  }

  async speak(text: string, language: string, kept = true): Promise<Uint8Array | undefined> {
    const voice = voices[language];
    if (!this.#available || voice === undefined || text.trim() === '') return undefined;
    if (!kept) return this.#inTurn(() => this.#run(voice, text));
    const name = createHash('sha256').update(`${voice} ${wordsPerMinute} ${text}`).digest('hex');
    const file = join(this.#parts.folder, `${name}.wav`);
    const before = await readFile(file).catch(() => undefined);
    if (before !== undefined) return before;
    const held = this.#speaking.get(name) ?? this.#speak(voice, text, file);
    this.#speaking.set(name, held);
    return held.finally(() => this.#speaking.delete(name));
  }

  #speak(voice: string, text: string, file: string): Promise<Uint8Array | undefined> {
    return this.#inTurn(async () => {
      const wav = await this.#run(voice, text);
      if (wav === undefined) return undefined;
      // Never half a file, should the power go.
      await writeFile(`${file}.part`, wav);
      await rename(`${file}.part`, file);
      return wav;
    });
  }

  /** The text goes by standard input, so that nothing in it is taken for an option. */
  #run(voice: string, text: string): Promise<Uint8Array | undefined> {
    return new Promise((resolve) => {
      const child = spawn(this.#program, ['-v', voice, '-s', wordsPerMinute, '--stdin', '--stdout'], {
        stdio: ['pipe', 'pipe', 'ignore'],
        timeout: speakWithinMs,
      });
      const chunks: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
      child.once('error', () => resolve(undefined));
      child.once('close', (status) => {
        if (status !== 0) this.#parts.log.warn('voice-failed', { voice, status });
        resolve(status === 0 && chunks.length > 0 ? withLength(Buffer.concat(chunks)) : undefined);
      });
      child.stdin.on('error', () => undefined);
      child.stdin.end(text);
    });
  }

  async #inTurn<T>(run: () => Promise<T>): Promise<T> {
    if (this.#running >= mostAtOnce) await new Promise<void>((go) => this.#turns.push(go));
    this.#running += 1;
    try {
      return await run();
    } finally {
      this.#running -= 1;
      this.#turns.shift()?.();
    }
  }

  #forgetOldest(): void {
    const { folder } = this.#parts;
    const files = readdirSync(folder).map((name) => join(folder, name));
    if (files.length <= mostKept) return;
    const byAge = files.map((file) => ({ file, at: statSync(file).mtimeMs })).sort((a, b) => a.at - b.at);
    for (const { file } of byAge.slice(0, files.length - mostKept)) unlinkSync(file);
  }

  get #program(): string {
    return this.#parts.program ?? programs.find((program) => existsSync(program)) ?? programs[0];
  }
}

/** A program that writes to a pipe cannot know the length beforehand: the two lengths of the header are put right. */
function withLength(wav: Buffer): Buffer {
  const data = wav.indexOf('data', 12);
  if (wav.toString('latin1', 0, 4) !== 'RIFF' || data < 0) return wav;
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.writeUInt32LE(wav.length - data - 8, data + 4);
  return wav;
}
