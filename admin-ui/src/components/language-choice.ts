// The languages, each in its own script. The choice is kept in this browser.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { language, languageCodes, Languages, type LanguageCode } from '@foyer/ui-kit/language/language.ts';
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { keepLanguage } from '../data/kept-language.ts';
import { t } from '../strings/strings.ts';

@customElement('language-choice')
export class LanguageChoice extends FoyerElement {
  static override styles = [
    shared,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        font-family: var(--font-tongues);
      }
      button {
        min-height: 40px;
        padding: 0 10px;
        border: 2px solid transparent;
        border-radius: 8px;
        background: none;
        font-size: 0.875rem;
      }
      [aria-pressed='true'] {
        border-color: var(--text);
        font-weight: 700;
      }
    `,
  ];

  override render() {
    return html`<div role="group" aria-label=${t('language')}>
      ${languageCodes.map(
        (code) =>
          html`<button
            type="button"
            lang=${code}
            aria-pressed=${code === language.code}
            @click=${() => this.#choose(code)}
          >
            ${Languages[code].name}
          </button>`,
      )}
    </div>`;
  }

  #choose(code: LanguageCode): void {
    keepLanguage(code);
    language.use(code).catch((cause: unknown) => console.warn('language-not-loaded', cause));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'language-choice': LanguageChoice;
  }
}
