// The texts below the calls, each in the clinic's languages. Fires `texts-typed`.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { mostTickerTexts } from '@foyer/contracts/display-layout-limits.ts';
import type { Language } from '@foyer/contracts/languages.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import type { TypedText } from '../../data/display-draft.ts';
import { t } from '../../strings/strings.ts';
import { displayFieldStyles } from './display-field-styles.ts';

@customElement('display-ticker')
export class DisplayTicker extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    displayFieldStyles,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: start;
        gap: 8px;
        padding-block: 8px;
        border-bottom: 1px solid var(--hair);
      }
      .lines {
        display: grid;
        gap: 6px;
      }
    `,
  ];

  @property({ attribute: false }) texts: readonly TypedText[] = [];
  @property({ attribute: false }) languages: readonly Language[] = [];
  /** A text has no first line, and somebody wanted to go on. */
  @property({ type: Boolean }) faulty = false;

  override render() {
    const { texts, languages } = this;
    return html`<h3>${t('display.ticker')}</h3>
      ${this.faulty ? html`<p class="alert" role="alert">${t('display.ticker-missing')}</p>` : nothing}
      <ul>
        ${texts.map(
          (text, index) =>
            html`<li>
              <div class="lines">${languages.map((language) => this.#line(text, index, language))}</div>
              <foyer-button
                class="bare"
                icon="cross"
                label=${t('display.ticker-remove', { place: index + 1 })}
                @click=${() => this.#say(texts.filter((_, other) => other !== index))}
              ></foyer-button>
            </li>`,
        )}
      </ul>
      ${
        texts.length < mostTickerTexts
          ? html`<div class="choices">
              <foyer-button icon="plus" @click=${() => this.#say([...texts, {}])}
                >${t('display.ticker-add')}</foyer-button
              >
            </div>`
          : nothing
      }`;
  }

  #line(text: TypedText, index: number, language: Language) {
    return html`<input
      lang=${language}
      dir=${language === 'ar' ? 'rtl' : 'ltr'}
      maxlength="120"
      autocomplete="off"
      placeholder=${t(`language.${language}`)}
      aria-label=${t('display.ticker-in', { place: index + 1, language: t(`language.${language}`) })}
      .value=${text[language] ?? ''}
      @input=${(event: Event) => {
        const words = (event.target as HTMLInputElement).value;
        this.#say(this.texts.map((other, at) => (at === index ? { ...other, [language]: words } : other)));
      }}
    />`;
  }

  #say(texts: readonly TypedText[]): void {
    this.dispatchEvent(new CustomEvent<readonly TypedText[]>('texts-typed', { detail: texts }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'display-ticker': DisplayTicker;
  }
  interface HTMLElementEventMap {
    'texts-typed': CustomEvent<readonly TypedText[]>;
  }
}
