// A whole number, or nothing where that may be. What is no number stays as it was typed, and is told as -1, which fits
// nowhere. Fires `number-changed`, with null for none.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { fieldStyles } from './field-styles.ts';

@customElement('number-field')
export class NumberField extends FoyerElement {
  static override shadowRootOptions = { ...FoyerElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    shared,
    staffStyles,
    fieldStyles,
    css`
      input {
        width: 100%;
      }
    `,
  ];

  @property() label = '';
  @property() placeholder = '';
  /** Undefined: none. */
  @property({ attribute: false }) value: number | undefined;
  @property() fault = '';
  @state() private typed: string | undefined;

  override render() {
    const shown = this.typed ?? (this.value === undefined ? '' : String(this.value));
    return html`<label class="field"
        ><span>${this.label}</span>
        <input
          inputmode="numeric"
          maxlength="4"
          autocomplete="off"
          placeholder=${this.placeholder}
          aria-invalid=${this.fault ? 'true' : 'false'}
          aria-describedby="fault"
          .value=${shown}
          @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
      /></label>
      ${this.fault ? html`<span class="fault" id="fault">${this.fault}</span>` : nothing}`;
  }

  #type(typed: string): void {
    const bare = typed.trim();
    const value = bare === '' ? undefined : /^\d{1,4}$/.test(bare) ? Number(bare) : -1;
    this.typed = value === -1 ? typed : undefined;
    this.value = value;
    this.dispatchEvent(new CustomEvent<number | null>('number-changed', { detail: value ?? null }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'number-field': NumberField;
  }
  interface HTMLElementEventMap {
    'number-changed': CustomEvent<number | null>;
  }
}
