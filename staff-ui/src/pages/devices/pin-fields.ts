// A PIN of the person's own choosing, typed twice. Fires `pin-typed` with the PIN, which is empty while it does not fit.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { pinFault } from '../../data/people.ts';
import { t } from '../../strings/strings.ts';

@customElement('pin-fields')
export class PinFields extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
        gap: 16px;
      }
      input {
        font-size: 1.5rem;
        letter-spacing: 0.2em;
        direction: ltr;
      }
    `,
  ];

  /** As many as the PINs of the others have. */
  @property({ type: Number }) digits = 4;
  @state() private pin = '';
  @state() private again = '';
  @state() private left: 'nothing' | 'pin' | 'both' = 'nothing';

  override render() {
    const fault = pinFault(this.pin, this.again, this.digits);
    const ofPin = fault !== 'pin-differs' && this.left !== 'nothing' ? fault : undefined;
    const ofAgain = fault === 'pin-differs' && this.left === 'both' ? fault : undefined;
    return html`${this.#field('pin', t('first-run.person-pin'), ofPin, (typed) => (this.pin = typed))}
    ${this.#field('again', t('first-run.person-pin-twice'), ofAgain, (typed) => (this.again = typed))}`;
  }

  #field(name: 'pin' | 'again', label: string, fault: ReturnType<typeof pinFault>, change: (typed: string) => void) {
    // The fault stands beside the label, so that the field keeps its name.
    return html`<div>
      <label class="field"
        ><span>${label}</span>
        <input
          name=${name}
          type="password"
          inputmode="numeric"
          maxlength="8"
          autocomplete="new-password"
          aria-invalid=${fault ? 'true' : 'false'}
          aria-describedby="${name}-fault"
          @input=${(event: Event) => this.#typed(() => change((event.target as HTMLInputElement).value))}
          @blur=${() => (this.left = name === 'again' ? 'both' : this.left === 'both' ? 'both' : 'pin')}
      /></label>
      <p class="alert" id="${name}-fault">${fault ? t(`first-run.fault-${fault}`) : nothing}</p>
    </div>`;
  }

  #typed(change: () => void): void {
    change();
    const fits = pinFault(this.pin, this.again, this.digits) === undefined;
    this.dispatchEvent(new CustomEvent('pin-typed', { detail: fits ? this.pin : '' }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pin-fields': PinFields;
  }
  interface HTMLElementEventMap {
    'pin-typed': CustomEvent<string>;
  }
}
