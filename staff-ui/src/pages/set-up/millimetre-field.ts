// A measure of paper. What is no measure stays as it was typed, and is told as -1, which fits nowhere. Fires
// `number-changed`.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { fieldStyles } from './field-styles.ts';

@customElement('millimetre-field')
export class MillimetreField extends FoyerElement {
  static override shadowRootOptions = { ...FoyerElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    shared,
    staffStyles,
    fieldStyles,
    css`
      input {
        width: 8rem;
      }
    `,
  ];

  @property() label = '';
  @property({ type: Number }) value = 0;
  @property({ type: Number }) least = 0;
  @property({ type: Number }) most = 0;
  @property() fault = '';
  @state() private typed: string | undefined;

  override render() {
    return html`<label class="field"
        ><span>${this.label}</span>
        <input
          type="number"
          inputmode="decimal"
          min=${this.least}
          max=${this.most}
          step="0.5"
          autocomplete="off"
          aria-invalid=${this.fault ? 'true' : 'false'}
          aria-describedby="fault"
          .value=${this.typed ?? String(this.value)}
          @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
      /></label>
      ${this.fault ? html`<span class="fault" id="fault">${this.fault}</span>` : nothing}`;
  }

  #type(typed: string): void {
    const value = typed.trim() === '' || Number.isNaN(Number(typed)) ? -1 : Number(typed);
    this.typed = value === -1 ? typed : undefined;
    this.value = value;
    this.dispatchEvent(new CustomEvent<number | null>('number-changed', { detail: value }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'millimetre-field': MillimetreField;
  }
}
