// A button that is not a door. Kinds: plain (2 px line), strong (4 px ink), alert (4 px alert edge), quiet (no edge).
// `on` = chosen (a toggle: give `toggle` too), `pending` = pressed but not yet confirmed by the server (dashed).
// Size by --button-height (72px) and font-size; `icon` stands before the words.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from './foyer-element.ts';
import type { IconName } from './icons.ts';
import './foyer-icon.ts';

@customElement('foyer-button')
export class FoyerButton extends FoyerElement {
  static override shadowRootOptions = { ...FoyerElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    shared,
    css`
      :host {
        display: inline-grid;
        min-width: 0;
      }
      button {
        display: flex;
        align-items: center;
        justify-content: var(--button-justify, center);
        gap: var(--button-gap, 12px);
        min-width: 0;
        min-height: var(--button-height, 72px);
        padding: var(--button-padding, 4px 20px);
        background: var(--raised);
        border: 2px solid var(--line);
        border-radius: var(--r1);
        color: var(--text);
        line-height: 1.2;
        text-align: var(--button-align, center);
      }
      .strong {
        border: 4px solid var(--text);
        font-weight: 700;
      }
      .alert {
        border: 4px solid var(--alert);
        --icon-colour: var(--alert);
      }
      .quiet {
        border-color: transparent;
        background: transparent;
      }
      foyer-icon {
        color: var(--icon-colour, currentColor);
        --icon-size: var(--button-icon, 1.2em);
      }
      .on {
        background: var(--text);
        color: var(--surface);
        border-color: var(--text);
        font-weight: 700;
      }
      .pending {
        border-style: dashed;
        border-color: var(--text);
      }
      button:active:not(:disabled) {
        transform: translateY(2px);
      }
      button:disabled {
        cursor: default;
        color: var(--muted);
        border-style: dotted;
      }
      .words {
        min-width: 0;
      }
    `,
  ];

  @property() kind: 'plain' | 'strong' | 'alert' | 'quiet' = 'plain';
  @property() icon: IconName | '' = '';
  @property({ type: Number, attribute: 'icon-stroke' }) iconStroke = 2.2;
  @property({ type: Boolean }) toggle = false;
  @property({ type: Boolean, reflect: true }) on = false;
  @property({ type: Boolean, reflect: true }) pending = false;
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Read instead of the words in the slot. */
  @property() label = '';

  override render() {
    return html`<button
      type="button"
      part="button"
      class="${this.kind} ${this.on ? 'on' : ''} ${this.pending ? 'pending' : ''}"
      ?disabled=${this.disabled}
      aria-pressed=${this.toggle ? String(this.on) : nothing}
      aria-busy=${this.pending ? 'true' : nothing}
      aria-label=${this.label || nothing}
    >
      ${this.icon ? html`<foyer-icon name=${this.icon} .stroke=${this.iconStroke}></foyer-icon>` : nothing}
      <span class="words" part="words"><slot></slot></span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'foyer-button': FoyerButton;
  }
}
