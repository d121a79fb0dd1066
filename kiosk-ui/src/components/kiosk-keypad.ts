// Digits, Delete, and the way on at the bottom end: Next is a door, unlit and hollow until what is typed is whole.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../strings/strings.ts';
import { tight } from './panel.ts';

@customElement('kiosk-keypad')
export class KioskKeypad extends FoyerElement {
  static override styles = [
    shared,
    css`
      .pad {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 16px;
        direction: ltr;
      }
      .key {
        height: var(--key-height, 120px);
        background: var(--raised);
        border: 2px solid var(--line);
        border-radius: var(--r1);
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 16px;
        color: var(--text);
        font-size: min(calc(64px * var(--text-scale)), calc(var(--key-height, 120px) * 0.55 * var(--text-scale)));
        font-weight: 700;
        line-height: 1;
      }
      .key:active {
        background: var(--text);
        color: var(--surface);
      }
      .word {
        font-size: calc(36px * var(--text-scale));
        font-weight: 400;
      }
      .last {
        margin-bottom: 16px;
      }
      foyer-icon {
        --icon-size: 40px;
      }
      foyer-door {
        height: calc(var(--key-height, 120px) + 16px);
        --door-padding: 0 40px;
        font-size: calc(56px * var(--text-scale));
        font-weight: 700;
        letter-spacing: -0.02em;
      }
      foyer-door span {
        display: block;
        line-height: calc(var(--key-height, 120px) + 4px);
        white-space: nowrap;
      }
      :host(:lang(ar)) foyer-door,
      :host(:lang(es)) foyer-door {
        font-size: calc(50px * var(--text-scale));
        letter-spacing: 0;
      }
      @container ${tight} {
        .last {
          margin-bottom: 0;
        }
        .word foyer-icon {
          display: none;
        }
        foyer-door {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  @property({ type: Boolean }) ready = false;

  override render() {
    const digit = (value: string, classes = 'key') =>
      html`<button type="button" class=${classes} @click=${() => this.#fire('kiosk-digit', value)}>${value}</button>`;
    return html`<div class="pad">
      ${['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((value) => digit(value))}
      <button type="button" class="key word last" @click=${() => this.#fire('kiosk-delete', '')}>
        <foyer-icon name="delete" stroke="2"></foyer-icon>${t('key.delete')}
      </button>
      ${digit('0', 'key last')}
      <foyer-door
        .state=${this.ready ? 'lit' : 'hollow'}
        action
        ?disabled=${!this.ready}
        @click=${() => this.ready && this.#fire('kiosk-next', '')}
        ><span>${t('key.next')}</span></foyer-door
      >
    </div>`;
  }

  #fire(name: 'kiosk-digit' | 'kiosk-delete' | 'kiosk-next', detail: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-keypad': KioskKeypad;
  }
  interface HTMLElementEventMap {
    'kiosk-digit': CustomEvent<string>;
    'kiosk-delete': CustomEvent<string>;
    'kiosk-next': CustomEvent<string>;
  }
}
