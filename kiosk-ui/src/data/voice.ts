// Reading aloud: the edge's voice where it has one, the browser's where it speaks the page's language, else none (the
// button is hidden). What is read to the room never holds initials or anything a person typed; what the spoken guide says
// in headphones may, and is kept nowhere.

import type { LanguageCode } from '@foyer/ui-kit/language/language.ts';

interface Playing {
  stop(): void;
}

export class Voice {
  readonly #token: () => string | undefined;
  readonly #changed: () => void;
  #playing: Playing | undefined;
  #over: (() => void) | undefined;
  #turn = 0;

  constructor(token: () => string | undefined, changed: () => void) {
    this.#token = token;
    this.#changed = changed;
  }

  get speaking(): boolean {
    return this.#playing !== undefined;
  }

  /** Whether anything here can speak this language. */
  canSpeak(code: LanguageCode, edgeHasVoice: boolean): boolean {
    return edgeHasVoice || voiceFor(code) !== undefined;
  }

  async read(text: string, code: LanguageCode, edgeHasVoice: boolean): Promise<void> {
    await this.#read(text, code, edgeHasVoice, true);
  }

  /** Says it to its end, or until it is stopped. False where nothing here speaks this language. */
  async say(text: string, code: LanguageCode, edgeHasVoice: boolean): Promise<boolean> {
    const playing = await this.#read(text, code, edgeHasVoice, false);
    if (!playing) return false;
    if (this.#playing === playing) await new Promise<void>((over) => (this.#over = over));
    return true;
  }

  stop(): void {
    this.#turn += 1;
    if (!this.#playing) return;
    this.#playing.stop();
    this.#quiet();
  }

  async #read(text: string, code: LanguageCode, edgeHasVoice: boolean, kept: boolean): Promise<Playing | undefined> {
    this.stop();
    this.#turn += 1;
    const turn = this.#turn;
    this.#playing = { stop: () => undefined };
    this.#changed();
    const playing = (edgeHasVoice ? await this.#byEdge(text, code, kept) : undefined) ?? this.#byBrowser(text, code);
    if (turn !== this.#turn) playing?.stop();
    else {
      this.#playing = playing;
      this.#changed();
    }
    return playing;
  }

  async #byEdge(text: string, code: LanguageCode, kept: boolean): Promise<Playing | undefined> {
    const query = new URLSearchParams({ lang: code, text, ...(kept ? {} : { keep: 'no' }) });
    try {
      const response = await fetch(`/api/v1/voice?${query}`, {
        headers: { authorization: `Bearer ${this.#token() ?? ''}` },
      });
      if (!response.ok) return undefined;
      const context = new AudioContext();
      const source = context.createBufferSource();
      source.buffer = await context.decodeAudioData(await response.arrayBuffer());
      source.connect(context.destination);
      const playing = { stop: () => void context.close() };
      source.onended = () => {
        this.#ended(playing);
        playing.stop();
      };
      source.start();
      return playing;
    } catch {
      // No line, or no sound here: the browser's own voice is tried next.
      return undefined;
    }
  }

  #byBrowser(text: string, code: LanguageCode): Playing | undefined {
    const voice = voiceFor(code);
    if (!voice) return undefined;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.9;
    const playing = { stop: () => speechSynthesis.cancel() };
    utterance.onend = () => this.#ended(playing);
    speechSynthesis.speak(utterance);
    return playing;
  }

  #ended(playing: object): void {
    if (this.#playing === playing) this.#quiet();
  }

  #quiet(): void {
    this.#playing = undefined;
    this.#over?.();
    this.#over = undefined;
    this.#changed();
  }
}

function voiceFor(code: LanguageCode): SpeechSynthesisVoice | undefined {
  if (typeof speechSynthesis === 'undefined') return undefined;
  return speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(code));
}
