// A door stands on the floor (no bottom edge) with a round handle. Lit = the one thing to do or the place to go;
// open = solid handle; hollow = shut or in use; closed = dashed, no handle. With `action` it is a button.
// Place the handle with --handle-x (24px from the end edge), --handle-y (50%), --handle (28px).
// Slots: default, and `foot` under an inner rule.

import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { FoyerElement, shared } from './foyer-element.ts';

export type DoorState = 'lit' | 'open' | 'hollow' | 'closed';

@customElement('foyer-door')
export class FoyerDoor extends FoyerElement {
  static override shadowRootOptions = { ...FoyerElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        min-width: 0;
      }
      .door {
        position: relative;
        display: flex;
        flex-direction: column;
        align-items: stretch;
        min-width: 0;
        width: 100%;
        height: 100%;
        padding: var(--door-padding, 36px);
        background: var(--raised);
        border: var(--door-edge, 4px) solid var(--text);
        border-bottom: 0;
        border-radius: var(--r1) var(--r1) 0 0;
        color: var(--text);
        text-align: start;
        transition:
          background-color var(--slow) var(--ease),
          color var(--slow) var(--ease);
      }
      .door::after {
        content: '';
        position: absolute;
        inset-inline-end: var(--handle-x, 24px);
        top: var(--handle-y, 50%);
        width: var(--handle, 28px);
        height: var(--handle, 28px);
        margin-top: calc(var(--handle, 28px) / -2);
        border: calc(var(--handle, 28px) / 7) solid currentColor;
        border-radius: 50%;
      }
      .lit {
        background: var(--accent);
        color: var(--on-accent);
        border-color: var(--lit-edge);
      }
      .lit::after,
      .open::after {
        background: currentColor;
      }
      .closed {
        background: transparent;
        border-style: dashed;
      }
      .closed::after {
        display: none;
      }
      button:not(:disabled):active {
        transform: translateY(3px);
        transition: transform var(--fast) var(--ease);
      }
      button:disabled {
        cursor: default;
        color: var(--muted);
      }
      button:focus-visible {
        outline-offset: -14px;
        outline-color: currentColor;
      }
      .foot {
        display: none;
        margin-top: auto;
        border-top: 4px solid currentColor;
        padding-top: var(--door-foot, 24px);
      }
      .with-foot .foot {
        display: block;
      }
      .with-foot .body {
        padding-bottom: 16px;
      }
      .body {
        min-width: 0;
        overflow-wrap: break-word;
      }
      :host([fill]) .body {
        flex: 1;
        display: flex;
        flex-direction: column;
      }
    `,
  ];

  @property({ reflect: true }) state: DoorState = 'hollow';
  @property({ type: Boolean }) action = false;
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** The body takes the door's whole height, so that its parts can stand at the top and the bottom. */
  @property({ type: Boolean, reflect: true }) fill = false;
  /** Read instead of the words in the slots. */
  @property() label = '';

  @state() private hasFoot = false;

  override render() {
    const classes = `door ${this.state}${this.hasFoot ? ' with-foot' : ''}`;
    const inside = html`<span class="body" part="body"><slot></slot></span>
      <span class="foot" part="foot"><slot name="foot" @slotchange=${this.#footChanged}></slot></span>`;
    if (!this.action) return html`<div class=${classes} part="door">${inside}</div>`;
    return html`<button
      type="button"
      class=${classes}
      part="door"
      ?disabled=${this.disabled}
      .ariaLabel=${this.label || null}
    >
      ${inside}
    </button>`;
  }

  #footChanged(event: Event): void {
    this.hasFoot = (event.target as HTMLSlotElement).assignedElements().length > 0;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'foyer-door': FoyerDoor;
  }
}
