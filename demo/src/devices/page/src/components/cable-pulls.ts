// What everybody wants to pull to see what happens: the internet, and the plug of the box.

import '@foyer/ui-kit/elements/foyer-button.ts';

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';

import { t } from '../strings/strings.ts';

@customElement('cable-pulls')
export class CablePulls extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host,
      [role='group'] {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 24px;
        --button-height: 44px;
        --button-padding: 2px 16px;
      }
      [role='group'] {
        gap: 8px;
      }
      h2 {
        font-size: 20px;
        font-weight: 700;
      }
    `,
  ];

  /** Undefined where it cannot be pulled. */
  @property({ attribute: false }) connected: boolean | undefined;
  @property({ type: Boolean }) plug = false;

  override render() {
    if (this.connected === undefined && !this.plug) return nothing;
    return html`<h2>${t('pulls.title')}</h2>
      ${this.connected === undefined ? nothing : this.#internet(this.connected)} ${this.plug ? this.#box() : nothing}`;
  }

  #internet(connected: boolean) {
    const words = t('pulls.internet');
    const position = (to: boolean, text: string) =>
      html`<foyer-button toggle ?on=${connected === to} label="${words}: ${text}" @click=${() => this.#switch(to)}>
        ${text}
      </foyer-button>`;
    return html`<div role="group" aria-label=${words}>
      <span>${words}</span> ${position(true, t('internet.connected'))} ${position(false, t('internet.cut'))}
    </div>`;
  }

  #box() {
    const words = t('pulls.plug');
    return html`<div role="group" aria-label=${t('pulls.box')}>
      <span>${t('pulls.box')}</span>
      <foyer-button label="${t('pulls.box')}: ${words}" @click=${() => this.#pullPlug()}>${words}</foyer-button>
    </div>`;
  }

  #switch(connected: boolean): void {
    this.dispatchEvent(new CustomEvent<boolean>('internet-switched', { detail: connected }));
  }

  #pullPlug(): void {
    this.dispatchEvent(new CustomEvent('plug-pulled'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cable-pulls': CablePulls;
  }
}
