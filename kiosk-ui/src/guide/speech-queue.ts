// What the guide says, sentence after sentence. What is urgent silences the rest; what is not waits its turn.

import type { LanguageCode } from '@foyer/ui-kit/language/language.ts';

/** A voice, whichever speaks here. */
export interface Speech {
  /** Says it to its end, or until it is hushed. False where nothing here speaks this language. */
  say(text: string, code: LanguageCode): Promise<boolean>;
  hush(): void;
}

export interface Sentence {
  readonly text: string;
  readonly code: LanguageCode;
}

export class SpeechQueue {
  readonly #speech: Speech;
  readonly #heard: (heard: boolean) => void;
  #waiting: Sentence[] = [];
  #turn = 0;
  #isSpeaking = false;

  /** `heard` is told of each sentence whether anything spoke it. */
  constructor(speech: Speech, heard: (heard: boolean) => void) {
    this.#speech = speech;
    this.#heard = heard;
  }

  /** After what is being said. */
  add(sentences: readonly Sentence[]): void {
    this.#waiting.push(...sentences);
    if (!this.#isSpeaking) void this.#speak();
  }

  /** Now, instead of it. */
  interrupt(sentences: readonly Sentence[]): void {
    this.stop();
    this.add(sentences);
  }

  stop(): void {
    this.#turn += 1;
    this.#waiting = [];
    this.#isSpeaking = false;
    this.#speech.hush();
  }

  async #speak(): Promise<void> {
    const turn = this.#turn;
    this.#isSpeaking = true;
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      const heard = await this.#speech.say(next.text, next.code);
      if (turn !== this.#turn) return;
      this.#heard(heard);
    }
    this.#isSpeaking = false;
  }
}
