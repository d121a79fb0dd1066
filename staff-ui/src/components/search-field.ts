// A field to find somebody while typing. Fires `search` at every change; Escape and the cross begin anew.

import { css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { t } from '../strings/strings.ts';

@customElement('search-field')
export class SearchField extends FoyerElement {
  static override shadowRootOptions = { ...FoyerElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    shared,
    css`
      .field {
        display: flex;
        align-items: center;
        gap: 12px;
        min-width: 0;
        min-height: var(--search-height, 3.5rem);
        padding-inline: 20px 4px;
        border: 2px solid var(--text);
        border-radius: var(--r1);
        background: var(--raised);
        --icon-size: 1.5em;
      }
      :host([large]) .field {
        border-width: 4px;
        font-size: 1.125rem;
      }
      .field:focus-within {
        outline: 4px solid var(--text);
        outline-offset: 2px;
      }
      input {
        flex: 1;
        min-width: 0;
        min-height: 2.75rem;
        padding: 0;
        border: 0;
        outline: 0;
        background: none;
        color: var(--text);
        font: inherit;
        font-size: 1.125em;
        text-overflow: ellipsis;
      }
      input:focus-visible {
        outline: 0;
      }
      input::placeholder {
        color: var(--muted);
        opacity: 1;
      }
      input::-webkit-search-cancel-button {
        display: none;
      }
      button {
        display: grid;
        place-items: center;
        width: 2.75rem;
        height: 2.75rem;
        border: 0;
        background: none;
        --icon-size: 1.25rem;
      }
    `,
  ];

  @property() label = '';
  @property() value = '';
  @property({ type: Boolean, reflect: true }) large = false;
  @query('input') private readonly input!: HTMLInputElement;

  override render() {
    return html`<div class="field">
      <foyer-icon name="search" .stroke=${2.4}></foyer-icon>
      <input
        type="search"
        autocomplete="off"
        spellcheck="false"
        aria-label=${this.label}
        placeholder=${this.label}
        .value=${this.value}
        @input=${() => this.#say(this.input.value)}
        @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.#say('')}
      />
      ${
        this.value
          ? html`<button type="button" aria-label=${t('common.clear')} @click=${() => this.#clear()}>
              <foyer-icon name="cross"></foyer-icon>
            </button>`
          : nothing
      }
    </div>`;
  }

  /** With the cursor where it was: whoever comes back types on. */
  override focus(options?: FocusOptions): void {
    this.input.focus(options);
  }

  #clear(): void {
    this.#say('');
    this.input.focus();
  }

  #say(value: string): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent<string>('search', { detail: value }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'search-field': SearchField;
  }
  interface HTMLElementEventMap {
    search: CustomEvent<string>;
  }
}
