// What is asked of whoever stands here, followed wherever it changes: with another page, or within one. Each time the
// focus begins at what is asked: its heading, or the field that bears it as its label.

import { language } from '@foyer/ui-kit/language/language.ts';
import { findFirst, headingIn, partsOf } from './screen-parts.ts';

export class PageWatch {
  readonly #changed: () => void;
  readonly #observer = new MutationObserver(() => this.#look());
  #page: HTMLElement | undefined;
  #question = '';
  #code = language.code;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  follow(page: HTMLElement | undefined): void {
    if (page === this.#page) return;
    this.stop();
    this.#page = page;
    if (!page) return;
    this.#observer.observe(partsOf(page) as ParentNode & Node, { childList: true, characterData: true, subtree: true });
    this.#look();
  }

  stop(): void {
    this.#observer.disconnect();
    this.#page = undefined;
    this.#question = '';
  }

  #look(): void {
    const heading = this.#page && headingIn(this.#page);
    const question = heading?.textContent.replace(/\s+/g, ' ').trim() ?? '';
    const isTranslated = this.#question !== '' && language.code !== this.#code;
    if (heading && question && question !== this.#question && !isTranslated) this.#begin(heading);
    this.#question = question;
    this.#code = language.code;
    this.#changed();
  }

  #begin(heading: HTMLElement): void {
    // The dialog points to its own first answer.
    if (!this.#page || this.#page.localName === 'kiosk-still-there') return;
    const field = findFirst(partsOf(this.#page), 'kiosk-field');
    if (field) return field.focus();
    heading.tabIndex = -1;
    heading.style.outline = 'none';
    heading.focus({ preventScroll: true });
  }
}
