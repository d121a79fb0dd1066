// A door that is not there yet: dashed, with a plus. Fires `add-it`.

import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';

@customElement('add-door')
export class AddDoor extends FoyerElement {
  static override shadowRootOptions = { ...FoyerElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
      }
      foyer-door {
        min-height: 13.75rem;
        --door-padding: 12px;
      }
      .inside {
        display: flex;
        flex: 1;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: 12px;
        font-size: 1.125rem;
        font-weight: 700;
        text-align: center;
        --icon-size: 2.75rem;
      }
    `,
  ];

  @property() label = '';

  override render() {
    return html`<foyer-door action fill state="closed" @click=${() => this.dispatchEvent(new CustomEvent('add-it'))}>
      <span class="inside"><foyer-icon name="plus" .stroke=${2.4}></foyer-icon>${this.label}</span>
    </foyer-door>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'add-door': AddDoor;
  }
  interface HTMLElementEventMap {
    'add-it': CustomEvent;
  }
}
