/** The hands of whoever works at a screen: each touch and key is done for real, and counted. */
import type { Locator, Page } from 'playwright-core';
import { none, together, type Effort } from './effort.ts';

export class Hands {
  readonly page: Page;
  #effort: Effort = none;

  constructor(page: Page) {
    this.page = page;
  }

  /** What was done since the last call. */
  take(): Effort {
    const effort = this.#effort;
    this.#effort = none;
    return effort;
  }

  add(effort: Partial<Effort>): void {
    this.#effort = together(this.#effort, effort);
  }

  async touch(target: Locator): Promise<void> {
    this.add({ touch: 1, thought: 1 });
    await target.click();
  }

  async type(into: Locator, text: string): Promise<void> {
    this.add({ touch: 1, thought: 1, hand: 1, key: text.length });
    await into.fill(text);
  }

  async press(key: string): Promise<void> {
    this.add({ key: 1, thought: 1 });
    await this.page.keyboard.press(key);
  }

  /** Nothing can be done until this is there: the waiting counts. */
  async await(shown: Locator): Promise<void> {
    const startedAt = performance.now();
    await shown.waitFor();
    this.add({ waitedMs: performance.now() - startedAt });
  }
}
