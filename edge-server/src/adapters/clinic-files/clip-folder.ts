// What a clinic has recorded of its calls: a folder a language, a file a phrase. Its own people's voices and nothing of a
// patient.

import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { phrasePattern, type PhraseId } from '@foyer/contracts/call-phrases.ts';
import { languages, type Language } from '@foyer/contracts/languages.ts';
import { writeDurably } from '../../config/durable-file.ts';
import type { Clip, Clips } from '../../ports/clips.ts';
import { failedWrite } from './failed-write.ts';
import { soundTypeOf } from './file-kinds.ts';

const isPhrase = new RegExp(phrasePattern);
const mode = 0o600;

export class ClipFolder implements Clips {
  readonly #folder: string;
  readonly #recorded = new Map<Language, Set<PhraseId>>();
  readonly #listeners: (() => void)[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  start(): void {
    for (const language of languages) {
      mkdirSync(join(this.#folder, language), { recursive: true });
      const phrases = readdirSync(join(this.#folder, language)).filter((name) => isPhrase.test(name));
      this.#recorded.set(language, new Set(phrases));
    }
  }

  recorded(language: Language): readonly PhraseId[] {
    return [...(this.#recorded.get(language) ?? [])].toSorted();
  }

  languages(): readonly Language[] {
    return languages.filter((language) => (this.#recorded.get(language)?.size ?? 0) > 0);
  }

  save(language: Language, phrase: PhraseId, bytes: Uint8Array): boolean {
    if (!isPhrase.test(phrase) || soundTypeOf(bytes) === undefined) return false;
    try {
      writeDurably(this.#path(language, phrase), bytes, mode);
    } catch (cause) {
      throw failedWrite(cause);
    }
    this.#recorded.get(language)?.add(phrase);
    this.#changed();
    return true;
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

  onChanged(listener: () => void): void {
    this.#listeners.push(listener);
  }

  #path(language: Language, phrase: PhraseId): string {
    return join(this.#folder, language, phrase);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
