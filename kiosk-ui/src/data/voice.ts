// Reading aloud: the edge's voice where it has one, the browser's where it speaks the page's language, else none (the
// button is hidden). What is read never holds initials or anything a person typed.

import type { LanguageCode } from '@foyer/ui-kit/language/language.ts';

export class Voice {
  readonly #token: () => string | undefined;
  readonly #changed: () => void;
  #playing: { stop(): void } | undefined;
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
    this.stop();
    this.#turn += 1;
    const turn = this.#turn;
    this.#playing = { stop: () => undefined };
    this.#changed();
    const playing = (edgeHasVoice ? await this.#byEdge(text, code) : undefined) ?? this.#byBrowser(text, code);
    if (turn !== this.#turn) playing?.stop();
    else {
      this.#playing = playing;
      this.#changed();
    }
  }

  stop(): void {
    this.#turn += 1;
    if (!this.#playing) return;
    this.#playing.stop();
    this.#playing = undefined;
    this.#changed();
  }

  async #byEdge(text: string, code: LanguageCode): Promise<{ stop(): void } | undefined> {
    const query = new URLSearchParams({ lang: code, text });
    try {
      const response = await fetch(`/api/v1/voice?${query}`, {
        headers: { authorization: `Bearer ${this.#token() ?? ''}` },
      });
      if (!response.ok) return undefined;
      const context = new AudioContext();
      const source = context.createBufferSource();
      source.buffer = await context.decodeAudioData(await response.arrayBuffer());
      source.connect(context.destination);
      source.onended = () => this.#ended(playing);
      const playing = { stop: () => void context.close() };
      source.start();
      return playing;
    } catch {
      // No line, or no sound here: the browser's own voice is tried next.
      return undefined;
    }
  }

  #byBrowser(text: string, code: LanguageCode): { stop(): void } | undefined {
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
    if (this.#playing !== playing) return;
    this.#playing = undefined;
    this.#changed();
  }
}

function voiceFor(code: LanguageCode): SpeechSynthesisVoice | undefined {
  if (typeof speechSynthesis === 'undefined') return undefined;
  return speechSynthesis.getVoices().find(({ lang }) => lang.toLowerCase().startsWith(code));
}
