// A reason, by one touch or in one's own words. `value` is what will be sent; fires `input` when it changes.

import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { t } from '../strings/strings.ts';
import { staffStyles } from './staff-styles.ts';

@customElement('reason-field')
export class ReasonField extends FoyerElement {
  static override shadowRootOptions = { ...FoyerElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    shared,
    staffStyles,
    css`
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-bottom: 8px;
      }
    `,
  ];

  @property({ attribute: false }) suggestions: readonly string[] = [];
  @property() value = '';

  override render() {
    return html`<div class="chips" role="group" aria-label=${t('common.reason')}>
        ${this.suggestions.map((reason) => html`<foyer-button toggle ?on=${this.value === reason} @click=${() => this.#say(reason)}>${reason}</foyer-button>`)}
      </div>
      <label class="field"
        ><span>${t('common.reason-own')}</span>
        <input
          maxlength="500"
          autocomplete="off"
          .value=${this.value}
          @input=${(event: Event) => this.#say((event.target as HTMLInputElement).value)}
        />
      </label>`;
  }

  #say(reason: string): void {
    this.value = reason;
    this.dispatchEvent(new CustomEvent<string>('reason', { detail: reason }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reason-field': ReasonField;
  }
  interface HTMLElementEventMap {
    reason: CustomEvent<string>;
  }
}
