/** The hands of a patient, and the scanner beside them: keys have the time stamps of whoever types, and no more is waited. */
import type { CDPSession, Page } from 'playwright-core';
import { setTimeout as sleep } from 'node:timers/promises';

const scannersKeyEveryMs = 5;
const handsKeyEveryMs = 120;
const longestUntilTypedMs = 20_000;

export class PatientHands {
  readonly page: Page;
  readonly #devtools: CDPSession;
  #at = Date.now();

  constructor(page: Page, devtools: CDPSession) {
    this.page = page;
    this.#devtools = devtools;
  }

  async digits(digits: string): Promise<void> {
    for (const digit of digits) await this.page.getByRole('button', { name: digit, exact: true }).click();
  }

  /** On the keyboard of the screen. */
  async letters(text: string): Promise<void> {
    const keyboard = this.page.locator('kiosk-keyboard');
    for (const letter of text.toUpperCase()) await keyboard.getByRole('button', { name: letter, exact: true }).click();
  }

  /** On a keyboard with keys, into the field that is open; each key as one that a hand presses. */
  async type(text: string): Promise<void> {
    await this.#keys([...text], handsKeyEveryMs);
    const field = this.page.locator('kiosk-field input');
    for (const giveUpAt = performance.now() + longestUntilTypedMs; ; await sleep(10)) {
      const length = await field.evaluate((input) => (input as HTMLInputElement).value.length);
      if (length >= text.length) return;
      if (performance.now() > giveUpAt) throw new Error(`of ${text.length} keys ${length} arrived`);
    }
  }

  /** A scanner that types, all lines in one go. */
  async scan(lines: readonly string[]): Promise<void> {
    await this.#keys(
      lines.flatMap((line) => [...line, 'Enter']),
      scannersKeyEveryMs,
    );
  }

  async #keys(keys: readonly string[], everyMs: number): Promise<void> {
    this.#at = Math.max(this.#at, Date.now());
    const sent: Promise<unknown>[] = [];
    for (const key of keys) {
      this.#at += everyMs;
      const timestamp = this.#at / 1000;
      const text = key === 'Enter' ? '\r' : key;
      sent.push(this.#devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text, timestamp }));
      sent.push(this.#devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp }));
    }
    await Promise.all(sent);
    // A pause that no key follows.
    this.#at += 1_000;
  }
}
