// A kiosk as somebody uses it with a keyboard: where the focus is, and what keys lead to.

import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';

export interface PageForKeys {
  readonly question: string;
  /** The words of what has the focus, or the label that names it. */
  readonly focus: string;
  /** The first words of everything that can be pressed in the page but the keys of its keypad and keyboard, spaces apart. */
  readonly choices: readonly string[];
}

/** What can be pressed, heard and focused in the page that is shown, as it is marked up. */
export function pageForKeys(page: Page): Promise<PageForKeys> {
  return page.locator('foyer-kiosk').evaluate((kiosk) => {
    const all = (root: ParentNode): HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>('*')].flatMap((each) => [
        each,
        ...(each.shadowRoot && !each.matches('kiosk-keypad, kiosk-keyboard') ? all(each.shadowRoot) : []),
      ]);
    const shown = kiosk.shadowRoot!.querySelector('.stage > *')!;
    const elements = all(shown.shadowRoot!);
    const clean = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
    const hosts = elements.filter((each) => each.matches('foyer-door[action], foyer-button'));
    const own = elements.filter(
      (each) =>
        each.matches('button, a[href], input, select, textarea') &&
        !hosts.includes((each.getRootNode() as ShadowRoot).host as HTMLElement) &&
        (each.getRootNode() as ShadowRoot).host.localName !== 'kiosk-field',
    );
    let focus: Element | null = document.activeElement;
    while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
    const firstWords = (each: HTMLElement): string => {
      const label = (Reflect.get(each, 'label') as string | undefined) || each.getAttribute('aria-label');
      if (label) return label;
      const texts = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
      let first = '';
      while (first === '' && texts.nextNode()) first = clean(texts.currentNode.textContent);
      return first;
    };
    return {
      question: clean(elements.find((each) => each.matches('h1, h2'))?.textContent),
      focus: clean(focus?.getAttribute('aria-label') ?? focus?.textContent),
      choices: [...hosts, ...own]
        .filter((each) => each.checkVisibility() && !each.matches('[disabled], :disabled'))
        .map(
          (each) => firstWords(each).replace(/\s+/g, '').replace(/[.?]$/, '') || `<${each.localName}> without words`,
        ),
    };
  });
}

export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  /** Presses this key until the focus is on what bears these words. */
  async goTo(words: string, key: 'Tab' | 'ArrowDown' | 'ArrowUp' | 'ArrowLeft' = 'Tab'): Promise<void> {
    await vi.waitFor(
      async () => {
        for (let times = 0; times < 60; times += 1) {
          if ((await this.#focused()).includes(words)) return;
          await this.press(key);
        }
        throw new Error(`${key} does not come to "${words}", but to "${await this.#focused()}"`);
      },
      { timeout: 10_000 },
    );
  }

  async choose(words: string, key: 'Tab' | 'ArrowDown' | 'ArrowUp' = 'Tab'): Promise<void> {
    await this.goTo(words, key);
    await this.press('Enter');
  }

  /** Slower than a scanner types: each letter is seen before the next. */
  async type(text: string): Promise<void> {
    const field = this.#page.locator('kiosk-field input');
    for (const [index, letter] of [...text].entries()) {
      await this.press(letter);
      await vi.waitFor(async () =>
        expect((await field.inputValue()).replace(/[^\p{L}\d]/gu, '')).toHaveLength(index + 1),
      );
    }
  }

  async typeDate(digits: string): Promise<void> {
    const date = this.#page.locator('kiosk-date');
    const typed = () => date.evaluate((element) => Reflect.get(element, 'digits') as string);
    for (const [index, digit] of [...digits].entries()) {
      await this.press(digit);
      await vi.waitFor(async () => expect(await typed()).toBe(digits.slice(0, index + 1)));
    }
  }

  /** Nothing has the focus any more: the next key begins at the top. */
  letGo(): Promise<void> {
    return this.#page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (element instanceof HTMLElement) element.blur();
    });
  }

  focusIsVisible(): Promise<boolean> {
    return this.#page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element !== null && Number.parseFloat(getComputedStyle(element).outlineWidth) >= 4;
    });
  }

  /** Which of these words Tab does not come by, from where the focus is to where it comes round. */
  async missedByTab(words: readonly string[]): Promise<string[]> {
    let missed = [...words];
    for (let [times, rounds] = [0, 0]; missed.length > 0 && rounds < 2 && times < 160; times += 1) {
      await this.press('Tab');
      const here = (await this.#focused()).replace(/\s+/g, '');
      if (here === '') rounds += 1;
      missed = missed.filter((each) => !here.includes(each));
    }
    return missed;
  }

  /** The words of what has the focus, of the element around a button included. */
  #focused(): Promise<string> {
    return this.#page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (!element || element === document.body) return '';
      const root = element.getRootNode();
      const host = root instanceof ShadowRoot && root.host.matches('foyer-door, foyer-button') ? root.host : element;
      return (element.getAttribute('aria-label') ?? host.textContent).replace(/\s+/g, ' ').trim();
    });
  }
}
