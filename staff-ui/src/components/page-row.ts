// The pages in the head, in one row. Those for which there is no room are in a list behind "More", which the keyboard
// opens, walks through and leaves like any button and its list. Every entry stands in the row all the same, out of
// sight, so that its width is known.

import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, queryAll, state } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { entriesThatFit } from '../data/entries-that-fit.ts';
import type { Page } from '../data/pages.ts';
import { t } from '../strings/strings.ts';
import { ask } from './staff-page.ts';

/** Between two entries. */
const gapPx = 4;

@customElement('page-row')
export class PageRow extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        min-width: 0;
      }
      nav {
        display: flex;
        flex: 1;
        gap: ${gapPx}px;
        min-width: 0;
        overflow: clip;
        white-space: nowrap;
      }
      button {
        position: relative;
        flex: none;
        min-width: 3rem;
        padding: 0 12px;
        border: 0;
        background: none;
      }
      button[aria-current] {
        font-weight: 700;
      }
      nav > button[aria-current]::after {
        content: '';
        position: absolute;
        inset: auto 12px 0;
        height: 6px;
        background: var(--text);
      }
      button:focus-visible {
        outline-offset: -6px;
      }
      .more {
        order: 1;
        display: flex;
        align-items: center;
        gap: 8px;
        --icon-size: 0.75em;
      }
      .out {
        order: 2;
        visibility: hidden;
      }
      .more.out {
        order: 1;
      }
      ul {
        inset: auto;
        min-width: 12rem;
        max-width: calc(100vw - 16px);
        max-height: calc(100dvh - 96px);
        margin: 0;
        padding: 8px;
        overflow-y: auto;
        border: 2px solid var(--text);
        border-radius: var(--r2);
        background: var(--raised);
        color: var(--text);
        box-shadow: var(--e2);
        list-style: none;
      }
      ul button {
        width: 100%;
        min-height: 3rem;
        padding: 8px 16px;
        border-radius: var(--r1);
        text-align: start;
      }
      ul button:hover {
        background: var(--surface);
      }
    `,
  ];

  @property({ attribute: false }) pages: readonly Page[] = [];
  @property() page!: Page;
  @state() private shown: readonly number[] = [];
  @state() private open = false;
  @query('.more') private readonly more!: HTMLButtonElement;
  @query('nav') private readonly nav!: HTMLElement;
  @query('ul') private readonly list!: HTMLElement;
  @queryAll('nav > .entry') private readonly entries!: NodeListOf<HTMLElement>;
  @queryAll('ul button') private readonly listed!: NodeListOf<HTMLButtonElement>;
  readonly #resized = new ResizeObserver(() => this.#fit());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    // A width changes with the room, the words, their size and the script that draws them.
    for (const element of [this.nav, this.more, ...this.entries]) this.#resized.observe(element);
    this.#fit();
  }

  override render() {
    const hidden = this.pages.filter((_, index) => !this.shown.includes(index));
    return html`<nav aria-label=${t('common.pages')}>
        ${this.pages.map((page, index) => html`<button type="button" class="entry ${this.shown.includes(index) ? '' : 'out'}" aria-current=${this.#current(page)} @click=${() => ask(this, 'staff-go', page)}>${t(`page.${page}`)}</button>`)}
        <button
          type="button"
          class="more ${hidden.length > 0 ? '' : 'out'}"
          aria-expanded=${this.open ? 'true' : 'false'}
          aria-controls="list"
          @click=${this.#toggle}
          @keydown=${this.#keyOnMore}
        >
          ${t('common.more-pages')}<foyer-icon name="chevron-down"></foyer-icon>
        </button>
      </nav>
      <ul
        id="list"
        popover
        aria-label=${t('common.more-pages')}
        @beforetoggle=${this.#toggled}
        @keydown=${this.#keyInList}
      >
        ${this.open ? hidden.map((page) => html`<li><button type="button" @click=${() => this.#choose(page)}>${t(`page.${page}`)}</button></li>`) : nothing}
      </ul>`;
  }

  #current(page: Page) {
    return page === this.page ? 'page' : nothing;
  }

  #fit(): void {
    const widthOf = (element: HTMLElement) => element.getBoundingClientRect().width + gapPx;
    const shown = entriesThatFit({
      widths: [...this.entries].map(widthOf),
      more: widthOf(this.more),
      // The last in the row has no distance after it.
      room: this.nav.getBoundingClientRect().width + gapPx,
      current: Math.max(0, this.pages.indexOf(this.page)),
    });
    if (shown.join() !== this.shown.join()) this.shown = shown;
  }

  async #toggle(): Promise<void> {
    if (this.open) return this.list.hidePopover();
    this.open = true;
    await this.updateComplete;
    this.list.showPopover();
    const { bottom, left, right } = this.more.getBoundingClientRect();
    const wide = this.list.offsetWidth;
    const start = getComputedStyle(this).direction === 'rtl' ? right - wide : left;
    this.list.style.top = `${bottom}px`;
    this.list.style.left = `${Math.max(8, Math.min(start, innerWidth - wide - 8))}px`;
    this.listed[0]?.focus();
  }

  #toggled(event: ToggleEvent): void {
    this.open = event.newState === 'open';
    if (!this.open && this.list.matches(':focus-within')) this.more.focus();
  }

  #choose(page: Page): void {
    this.list.hidePopover();
    ask(this, 'staff-go', page);
  }

  #keyOnMore(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' || this.open) return;
    event.preventDefault();
    void this.#toggle();
  }

  #keyInList(event: KeyboardEvent): void {
    const listed = [...this.listed];
    const at = listed.findIndex((button) => button.matches(':focus'));
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: listed.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    listed[(next + listed.length) % listed.length]?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-row': PageRow;
  }
}
