// The keyboard on the screen. The keys are simple-keyboard's, fetched when typing begins; what was typed is taken out of
// its memory, and of the list that it keeps on the window, when the element goes.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import { css, html, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type Keyboard from 'simple-keyboard';
import { t } from '../strings/strings.ts';
import { keyboardLayouts, largeKeyboardLayouts, type KeyboardLayout } from './keyboard-layouts.ts';

@customElement('kiosk-keyboard')
export class KioskKeyboard extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        position: relative;
        display: flex;
        flex-direction: column;
        justify-content: flex-end;
        --gap: 16px;
        --columns: 10;
        --rows: 4;
        --key: calc((100% - (var(--columns) - 1) * var(--gap)) / var(--columns));
        --way-on: calc(var(--key) * 3.36 + var(--gap) * 2);
        min-height: calc(var(--key-height, 112px) * var(--rows) + (var(--rows) - 1) * var(--gap) + 24px);
      }
      :host([large]) {
        --columns: 7;
        --rows: 6;
        --way-on: 66%;
      }
      .keys {
        user-select: none;
        direction: ltr;
      }
      .hg-row {
        display: flex;
        justify-content: center;
        gap: var(--gap);
        margin-bottom: var(--gap);
      }
      .hg-button {
        flex: 0 1 var(--key);
        min-width: 0;
        height: var(--key-height, 112px);
        padding: 0;
        background: var(--raised);
        border: 2px solid var(--line);
        border-radius: var(--r1);
        display: flex;
        align-items: center;
        justify-content: center;
        color: var(--text);
        font-size: min(calc(48px * var(--text-scale)), calc(var(--key-height, 112px) * 0.5 * var(--text-scale)));
        font-weight: 700;
        line-height: 1;
        cursor: pointer;
      }
      .arabic .hg-button,
      .hamza .hg-button {
        font-size: min(calc(40px * var(--text-scale)), calc(var(--key-height, 112px) * 0.42 * var(--text-scale)));
      }
      .hg-button.hg-activeButton,
      .hg-button:active {
        background: var(--text);
        color: var(--surface);
      }
      .hg-button.shift {
        flex-basis: calc(var(--key) * 1.62 + var(--gap) * 0.2);
        font-size: calc(36px * var(--text-scale));
      }
      .hg-button-bksp {
        flex-basis: calc(var(--key) * 1.62 + var(--gap) * 0.2);
      }
      .hg-button-bksp span {
        font-size: calc(56px * var(--text-scale));
        font-weight: 400;
      }
      .hg-button-space {
        flex: 1 1 0;
        font-size: calc(32px * var(--text-scale));
        font-weight: 400;
      }
      .hg-button-next {
        visibility: hidden;
        flex: 0 0 var(--way-on);
      }
      .hg-row:last-child {
        justify-content: flex-start;
      }
      foyer-door {
        position: absolute;
        right: 0;
        bottom: 0;
        width: var(--way-on);
        height: calc(var(--key-height, 112px) + 24px);
        --door-padding: 0 40px;
        font-size: calc(56px * var(--text-scale));
        font-weight: 700;
        letter-spacing: -0.02em;
      }
      foyer-door span {
        display: block;
        line-height: calc(var(--key-height, 112px) + 12px);
        white-space: nowrap;
      }
      :host(:lang(ar)) foyer-door,
      :host(:lang(es)) foyer-door {
        font-size: calc(50px * var(--text-scale));
        letter-spacing: 0;
      }
    `,
  ];

  @property() value = '';
  @property() start: KeyboardLayout = 'latin';
  @property({ type: Boolean }) ready = false;
  /** Seven keys to a row. */
  @property({ type: Boolean, reflect: true }) large = false;

  @query('.keys') private keys!: HTMLDivElement;
  #keyboard: Keyboard | undefined;

  override firstUpdated(): void {
    void this.#load();
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('large')) this.#keyboard?.setOptions({ layout: this.#layout });
    if (changed.has('value') && this.#keyboard?.getInput() !== this.value) this.#keyboard?.setInput(this.value);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#keyboard?.clearInput();
    this.#keyboard?.destroy();
    this.#keyboard = undefined;
    delete (window as { SimpleKeyboardInstances?: unknown }).SimpleKeyboardInstances;
  }

  override render() {
    return html`<div class="keys"></div>
      <foyer-door .state=${this.ready ? 'lit' : 'hollow'} action ?disabled=${!this.ready} @click=${this.#next}
        ><span>${t('key.next')}</span></foyer-door
      >`;
  }

  get #layout(): Record<string, string[]> {
    const layouts = this.large ? largeKeyboardLayouts : keyboardLayouts;
    return Object.fromEntries(Object.entries(layouts).map(([name, rows]) => [name, [...rows]]));
  }

  async #load(): Promise<void> {
    const { default: SimpleKeyboard } = await import('simple-keyboard/build/index.modern.esm.js');
    if (!this.isConnected) return;
    this.#keyboard = new SimpleKeyboard(this.keys, {
      layout: this.#layout,
      layoutName: this.start,
      theme: `keyboard ${this.start}`,
      mergeDisplay: true,
      display: {
        '{bksp}': '⌫',
        '{space}': t('key.space'),
        '{accents}': 'ÁÇÑ',
        '{latin}': 'ABC',
        '{arabic}': 'عربي',
        '{hamza}': 'أإآ',
        '{next}': ' ',
      },
      buttonTheme: [{ class: 'shift', buttons: '{accents} {latin} {arabic} {hamza}' }],
      buttonAttributes: [
        { attribute: 'aria-label', value: t('key.delete'), buttons: '{bksp}' },
        { attribute: 'aria-label', value: `ÁÇÑ: ${t('key.accents')}`, buttons: '{accents}' },
        { attribute: 'aria-label', value: `ABC: ${t('key.latin')}`, buttons: '{latin}' },
        { attribute: 'aria-label', value: `عربي: ${t('key.arabic')}`, buttons: '{arabic}' },
      ],
      useButtonTag: true,
      disableButtonHold: true,
      onChange: (input: string) => this.dispatchEvent(new CustomEvent('kiosk-typed', { detail: input })),
      onKeyPress: (button: string) => this.#pressed(button),
    });
    this.#keyboard.setInput(this.value);
  }

  #pressed(button: string): void {
    const layout = button.slice(1, -1);
    if (layout in keyboardLayouts) this.#keyboard?.setOptions({ layoutName: layout, theme: `keyboard ${layout}` });
  }

  #next(): void {
    if (this.ready) this.dispatchEvent(new CustomEvent('kiosk-next', { detail: '' }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-keyboard': KioskKeyboard;
  }
  interface HTMLElementEventMap {
    'kiosk-typed': CustomEvent<string>;
  }
}
