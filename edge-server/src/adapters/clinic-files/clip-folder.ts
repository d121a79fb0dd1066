// What a clinic has recorded of its calls: a folder a language, a file a phrase. Its own people's voices and nothing of a
// patient.

import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  mostClipSeconds,
  mostClipsBytes,
  phrasePattern,
  roomOfPhrase,
  type PhraseId,
} from '@foyer/contracts/call-phrases.ts';
import { languages, type Language } from '@foyer/contracts/languages.ts';
import { writeDurably } from '../../config/durable-file.ts';
import type { Clip, ClipSaved, Clips } from '../../ports/clips.ts';
import { failedWrite } from './failed-write.ts';
import { soundTypeOf } from './file-kinds.ts';
import { soundSeconds } from './sound-length.ts';

const isPhrase = new RegExp(phrasePattern);
const mode = 0o600;

export class ClipFolder implements Clips {
  readonly #folder: string;
  readonly #mostBytes: number;
  /** How large each is. */
  readonly #recorded = new Map<Language, Map<PhraseId, number>>();
  readonly #listeners: (() => void)[] = [];

  /** Undefined until the clinic has said. */
  #rooms: ReadonlySet<string> | undefined;

  constructor(folder: string, mostBytes = mostClipsBytes) {
    this.#folder = folder;
    this.#mostBytes = mostBytes;
  }

  start(): void {
    for (const language of languages) {
      mkdirSync(join(this.#folder, language), { recursive: true });
      const phrases = readdirSync(join(this.#folder, language)).filter((name) => isPhrase.test(name));
      const sizes = phrases.map((phrase) => [phrase, statSync(this.#path(language, phrase)).size] as const);
      this.#recorded.set(language, new Map(sizes));
    }
  }

  recorded(language: Language): readonly PhraseId[] {
    return [...(this.#recorded.get(language)?.keys() ?? [])].toSorted();
  }

  languages(): readonly Language[] {
    return languages.filter((language) => (this.#recorded.get(language)?.size ?? 0) > 0);
  }

  save(language: Language, phrase: PhraseId, bytes: Uint8Array): ClipSaved {
    const type = soundTypeOf(bytes);
    if (!isPhrase.test(phrase) || type === undefined) return { ok: false, code: 'file-type-unknown' };
    if ((soundSeconds(bytes, type) ?? 0) > mostClipSeconds) return { ok: false, code: 'clip-too-long' };
    if (!this.#isOfTheClinic(phrase)) return { ok: false, code: 'unknown-service-point' };
    const before = this.#recorded.get(language)?.get(phrase) ?? 0;
    if (this.#bytesHeld - before + bytes.length > this.#mostBytes) return { ok: false, code: 'clips-full' };
    try {
      writeDurably(this.#path(language, phrase), bytes, mode);
    } catch (cause) {
      throw failedWrite(cause);
    }
    this.#recorded.get(language)?.set(phrase, bytes.length);
    this.#changed();
    return { ok: true };
  }

  async clip(language: Language, phrase: PhraseId): Promise<Clip | undefined> {
    if (this.#recorded.get(language)?.has(phrase) !== true) return undefined;
    const bytes = await readFile(this.#path(language, phrase)).catch(() => undefined);
    const type = bytes === undefined ? undefined : soundTypeOf(bytes);
    return bytes === undefined || type === undefined ? undefined : { bytes, type };
  }

  remove(language: Language, phrase: PhraseId): boolean {
    if (this.#recorded.get(language)?.delete(phrase) !== true) return false;
    rmSync(this.#path(language, phrase), { force: true });
    this.#changed();
    return true;
  }

  roomsAre(servicePointIds: readonly string[]): void {
    this.#rooms = new Set(servicePointIds);
    for (const language of languages) {
      for (const phrase of this.recorded(language)) {
        if (!this.#isOfTheClinic(phrase)) this.remove(language, phrase);
      }
    }
  }

  onChanged(listener: () => void): void {
    this.#listeners.push(listener);
  }

  #isOfTheClinic(phrase: PhraseId): boolean {
    const room = roomOfPhrase(phrase);
    return room === undefined || this.#rooms?.has(room) !== false;
  }

  get #bytesHeld(): number {
    return [...this.#recorded.values()].flatMap((sizes) => [...sizes.values()]).reduce((sum, size) => sum + size, 0);
  }

  #path(language: Language, phrase: PhraseId): string {
    return join(this.#folder, language, phrase);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
