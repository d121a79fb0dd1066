// The language of the page: one button, and behind it each language in its own script.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { language, languageCodes, Languages, type LanguageCode } from '@foyer/ui-kit/language/language.ts';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { t } from '../strings/strings.ts';

@customElement('language-strip')
export class LanguageStrip extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        position: relative;
        flex: none;
      }
      foyer-button {
        --button-height: 40px;
        --button-padding: 0 12px;
        --button-gap: 8px;
      }
      .choices {
        position: absolute;
        z-index: 1;
        inset-inline-end: 0;
        inset-block-start: 48px;
        display: grid;
        gap: 8px;
        width: max-content;
        padding: 8px;
        background: var(--raised);
        border: 2px solid var(--line);
        border-radius: var(--r1);
        font-family: var(--font-tongues);
      }
      .choices foyer-button {
        --button-height: 56px;
        --button-padding: 0 24px;
        white-space: nowrap;
      }
    `,
  ];

  @state() private open = false;

  override render() {
    return html`<foyer-button
        icon="globe"
        icon-stroke="1.8"
        label="${t('language')}: ${Languages[language.code].name}"
        @click=${() => (this.open = !this.open)}
        >${Languages[language.code].name}</foyer-button
      >
      ${
        this.open
          ? html`<div class="choices" role="group" aria-label=${t('language')}>
              ${languageCodes.map(
                (code) =>
                  html`<foyer-button
                    lang=${code}
                    toggle
                    ?on=${code === language.code}
                    @click=${() => this.#choose(code)}
                    >${Languages[code].name}</foyer-button
                  >`,
              )}
            </div>`
          : nothing
      }`;
  }

  #choose(code: LanguageCode): void {
    this.open = false;
    language.use(code).catch((cause: unknown) => console.warn('language-not-loaded', cause));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'language-strip': LanguageStrip;
  }
}
