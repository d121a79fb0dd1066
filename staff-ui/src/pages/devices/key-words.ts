// The words of a screen's key, as the screen shows them, for who is about to let it in: the same words, the same screen.
// Where the screen speaks another language than this tablet, both are there.

import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { EnrolmentSeen } from '@foyer/contracts/http-api.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { wordsOfKey } from '@foyer/ui-kit/key-words/key-words.ts';
import { readyForHan } from '@foyer/ui-kit/language/han.ts';
import { language, type LanguageCode } from '@foyer/ui-kit/language/language.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { t } from '../../strings/strings.ts';

@customElement('key-words')
export class KeyWords extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 6px;
        padding: 8px 16px 10px;
        border: 2px solid var(--text);
        border-radius: var(--r1);
        background: var(--raised);
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 16px;
        font-size: 1.25rem;
        font-weight: 700;
        line-height: 1.3;
      }
      .again {
        font-size: 1rem;
        font-weight: 400;
      }
    `,
  ];

  @property({ attribute: false }) seen!: EnrolmentSeen;
  @state() private words: readonly string[] = [];
  @state() private again: readonly string[] = [];

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('seen')) void this.#read();
  }

  override render() {
    if (this.seen.publicKey === undefined) return html`<p>${t('devices.words-none')}</p>`;
    return html`<p>${t('devices.words')}</p>
      <ul lang=${this.#shown} aria-label=${t('devices.words')}>
        ${this.words.map((word) => html`<li><bdi>${word}</bdi></li>`)}
      </ul>
      ${
        this.again.length > 0
          ? html`<ul class="again muted">
              ${this.again.map((word) => html`<li><bdi>${word}</bdi></li>`)}
            </ul>`
          : nothing
      }`;
  }

  get #shown(): LanguageCode {
    return this.seen.language ?? language.code;
  }

  async #read(): Promise<void> {
    const { publicKey } = this.seen;
    if (publicKey === undefined || !globalThis.crypto?.subtle) return;
    if (this.#shown === 'zh') readyForHan();
    this.words = await wordsOfKey(publicKey, this.#shown);
    this.again = this.#shown === language.code ? [] : await wordsOfKey(publicKey, language.code);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'key-words': KeyWords;
  }
}
