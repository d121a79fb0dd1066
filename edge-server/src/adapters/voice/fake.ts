// A voice that says nothing in as few bytes as a WAV can have.

import type { Voice } from '../../ports/voice.ts';

export class FakeVoice implements Voice {
  readonly available: boolean;
  readonly spoken: { readonly text: string; readonly language: string }[] = [];

  constructor(available = true) {
    this.available = available;
  }

  async start(): Promise<void> {}

  async speak(text: string, language: string): Promise<Uint8Array | undefined> {
    if (!this.available || !['en', 'es'].includes(language)) return undefined;
    this.spoken.push({ text, language });
    return silentWav;
  }
}

const silentWav = Uint8Array.from(
  Buffer.from('524946462400000057415645666d74201000000001000100401f0000401f0000010008006461746100000000', 'hex'),
);
