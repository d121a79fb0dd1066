// One text in each of the clinic's languages. Fires `texts-changed` with every key.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Language, LocalisedText } from '@foyer/contracts/languages.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { Languages } from '@foyer/ui-kit/language/language.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { retoldIn } from '../../data/set-up/texts.ts';

@customElement('texts-field')
export class TextsField extends FoyerElement {
  static override shadowRootOptions = { ...FoyerElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    shared,
    staffStyles,
    css`
      :host,
      .texts {
        display: grid;
        gap: 6px;
        align-content: start;
        min-width: 0;
      }
      label {
        display: grid;
        grid-template-columns: 5rem minmax(0, 1fr);
        align-items: center;
        gap: 8px;
      }
      .alone label {
        grid-template-columns: minmax(0, 1fr);
      }
      textarea {
        min-height: 6rem;
        resize: vertical;
      }
      .fault {
        color: var(--alert);
        font-weight: 700;
      }
      [aria-invalid='true'] {
        border-color: var(--alert);
        border-width: 3px;
      }
    `,
  ];

  @property() label = '';
  @property({ attribute: false }) texts: LocalisedText = { en: '' };
  @property({ attribute: false }) languages: readonly Language[] = ['en'];
  /** In words; empty: none. */
  @property() fault = '';
  @property({ type: Number }) most = 120;
  /** A text of several lines. */
  @property({ type: Boolean }) long = false;

  override render() {
    const alone = this.languages.length === 1;
    return html`<b id="label">${this.label}</b>
      <div class="texts ${alone ? 'alone' : ''}" role="group" aria-labelledby="label">
        ${this.languages.map((language, index) => this.#field(language, alone, index === 0))}
      </div>
      ${this.fault ? html`<span class="fault" id="fault">${this.fault}</span>` : nothing}`;
  }

  #field(language: Language, alone: boolean, isFirst: boolean) {
    const { name, dir } = Languages[language];
    const value = this.texts[language] ?? '';
    const label = alone ? this.label : `${this.label}, ${name}`;
    const invalid = isFirst && this.fault ? 'true' : 'false';
    const change = (event: Event) => this.#type(language, (event.target as HTMLInputElement).value);
    return html`<label
      >${alone ? nothing : html`<span class="small muted" lang=${language}>${name}</span>`}
      ${
        this.long
          ? html`<textarea
              lang=${language}
              dir=${dir}
              maxlength=${this.most}
              aria-label=${label}
              aria-invalid=${invalid}
              aria-describedby="fault"
              .value=${value}
              @input=${change}
            ></textarea>`
          : html`<input
              lang=${language}
              dir=${dir}
              maxlength=${this.most}
              autocomplete="off"
              aria-label=${label}
              aria-invalid=${invalid}
              aria-describedby="fault"
              .value=${value}
              @input=${change}
            />`
      }</label
    >`;
  }

  #type(language: Language, typed: string): void {
    const detail = retoldIn(this.texts, language, typed, this.languages);
    this.dispatchEvent(new CustomEvent<LocalisedText>('texts-changed', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'texts-field': TextsField;
  }
  interface HTMLElementEventMap {
    'texts-changed': CustomEvent<LocalisedText>;
  }
}
