// The call buttons that stand on desks in the rooms, each with its battery: pressed once, twice or for long.

import '@foyer/ui-kit/elements/foyer-button.ts';

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';

import type { BenchView, ThingsView } from '../../../bench-view.ts';
import type { PressKind } from '../data/bench.ts';
import { t } from '../strings/strings.ts';

type CallButton = BenchView['buttons'][number];
export interface ButtonPress {
  readonly button: CallButton;
  readonly press: PressKind;
}
export interface BatteryChange {
  readonly button: CallButton;
  readonly percent: number;
}

const full = 100;

@customElement('call-buttons')
export class CallButtons extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 12px 28px;
      }
      h2 {
        font-size: 20px;
        font-weight: 700;
      }
      .one {
        display: grid;
        grid-template-columns: auto auto;
        align-items: center;
        gap: 4px 12px;
      }
      .knob {
        grid-row: 1 / span 3;
        width: 64px;
        height: 64px;
        padding: 0;
        border: 4px solid var(--text);
        border-radius: 50%;
        background: var(--raised);
        box-shadow:
          inset 0 0 0 10px var(--raised),
          inset 0 0 0 13px var(--text);
      }
      .knob:active {
        background: var(--text);
        transform: translateY(2px);
      }
      .name {
        font-size: 15px;
        font-weight: 700;
        line-height: 1.2;
      }
      .name small {
        display: block;
        font-weight: 400;
        color: var(--muted);
      }
      .ways {
        display: flex;
        gap: 6px;
        font-size: 14px;
        --button-height: 44px;
        --button-padding: 2px 12px;
      }
      label {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 28px;
        font-size: 14px;
        font-variant-numeric: tabular-nums;
      }
      input {
        width: 84px;
        accent-color: var(--text);
      }
    `,
  ];

  @property({ attribute: false }) buttons: readonly CallButton[] = [];
  @property({ attribute: false }) batteries: ThingsView['batteries'] = {};

  override render() {
    return html`<h2>${t('buttons.title')}</h2>
      ${
        this.buttons.length === 0
          ? html`<p class="muted">${t('buttons.none')}</p>`
          : this.buttons.map((one) => this.#button(one))
      }`;
  }

  #button(button: CallButton) {
    const { name, behind } = button;
    const percent = this.batteries[button.deviceId] ?? full;
    const way = (press: PressKind) =>
      html`<foyer-button label="${name}: ${t(`press.${press}`)}" @click=${() => this.#press(button, press)}>
        ${t(`press.${press}`)}
      </foyer-button>`;
    return html`<div class="one">
      <button class="knob" type="button" aria-label=${name} @click=${() => this.#press(button, 'single')}></button>
      <span class="name"
        >${name}${behind === undefined ? nothing : html`<small>${t('buttons.behind', { behind })}</small>`}</span
      >
      <span class="ways">${way('double')}${way('long')}</span>
      <label
        >${t('buttons.battery')}
        <input
          type="range"
          min="0"
          max="100"
          step="5"
          aria-label=${t('buttons.battery-of', { button: name })}
          .value=${String(percent)}
          @change=${(event: Event) => this.#charge(button, Number((event.target as HTMLInputElement).value))}
        />${percent} %</label
      >
    </div>`;
  }

  #press(button: CallButton, press: PressKind): void {
    this.dispatchEvent(new CustomEvent<ButtonPress>('button-pressed', { detail: { button, press } }));
  }

  #charge(button: CallButton, percent: number): void {
    this.dispatchEvent(new CustomEvent<BatteryChange>('battery-changed', { detail: { button, percent } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-buttons': CallButtons;
  }
}
