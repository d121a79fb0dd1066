// A kiosk as somebody uses it with a keypad and headphones: keys that are pressed one by one, and what is heard after each.

import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';

interface Heard {
  heard: string[];
}

export class Keypad {
  readonly #page: Page;
  #from = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Voices of these languages in the browser, that write down what they say and need no time for it. */
  async listen(languages: readonly string[] = ['en', 'es', 'zh', 'ar']): Promise<void> {
    await this.#page.evaluate((codes) => {
      const page = globalThis as unknown as Heard & { SpeechSynthesisUtterance: unknown };
      page.heard = [];
      page.SpeechSynthesisUtterance = class {
        onend: (() => void) | undefined;
        constructor(readonly text: string) {}
      };
      const speechSynthesis = {
        getVoices: () => codes.map((lang) => ({ lang })),
        speak(utterance: { readonly text: string; onend?: () => void }) {
          page.heard.push(utterance.text);
          queueMicrotask(() => utterance.onend?.());
        },
        cancel: () => undefined,
      };
      Object.defineProperty(globalThis, 'speechSynthesis', { value: speechSynthesis, configurable: true });
    }, languages);
  }

  /** One key; what is heard counts from here. */
  async press(key: string): Promise<void> {
    await this.nothingYet();
    await this.#page.keyboard.press(key);
  }

  /** What is heard counts from here. */
  async nothingYet(): Promise<void> {
    this.#from = (await this.heardAtAll()).length;
  }

  /** Presses the digit that was offered for this. */
  async choose(name: string): Promise<void> {
    const offers = () => this.heard().then((heard) => heard.findLast((sentence) => sentence.includes(name)));
    await vi.waitFor(async () => expect(await offers(), `an offer of ${name}`).toBeDefined(), { timeout: 8_000 });
    const [, digit = ''] = /(\d)/.exec((await offers())!.replace(name, '')) ?? [];
    await this.press(digit);
  }

  /** Presses a key and waits until this is heard. */
  async hear(key: string, sentence: string): Promise<void> {
    await this.press(key);
    await this.hears(sentence);
  }

  async hears(sentence: string): Promise<void> {
    await vi.waitFor(async () => expect(await this.heard()).toContain(sentence), { timeout: 8_000, interval: 20 });
  }

  /** A key that a keyboard for people does not have: of the jack, of a keypad with arrows. */
  async send(key: string): Promise<void> {
    await this.#page.evaluate((name) => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true }));
    }, key);
  }

  /** Digits, each said as it comes; the last may be answered otherwise. */
  async type(digits: string): Promise<void> {
    for (const digit of digits) await this.hear(digit, `${digit}.`);
  }

  /** Since the last key. */
  async heard(): Promise<string[]> {
    return (await this.heardAtAll()).slice(this.#from);
  }

  heardAtAll(): Promise<string[]> {
    return this.#page.evaluate(() => (globalThis as unknown as Heard).heard);
  }
}
