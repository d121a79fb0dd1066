// "Settled": a person has dealt with it. It cannot be taken back, so it asks once.

import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { t } from '../strings/strings.ts';
import type { Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';

@customElement('settle-button')
export class SettleButton extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host,
      foyer-button {
        display: grid;
      }
      :host {
        gap: 8px;
        margin-top: 8px;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property() workItemId = '';
  @state() private asking = false;

  override render() {
    if (!this.asking) {
      return html`<foyer-button
        icon="tick"
        ?pending=${this.#sending}
        ?disabled=${this.#sending}
        @click=${() => (this.asking = true)}
        >${t('notice.settled')}</foyer-button
      >`;
    }
    return html`<p role="status">${t('notice.settled-sure')}</p>
      <foyer-button kind="strong" icon="tick" @click=${() => this.#settle()}>${t('notice.settled-yes')}</foyer-button>
      <foyer-button @click=${() => (this.asking = false)}>${t('common.back')}</foyer-button>`;
  }

  get #sending(): boolean {
    return this.frame.session.pending.some(
      ({ command }) => command.type === 'resolve-work-item' && command.workItemId === this.workItemId,
    );
  }

  #settle(): void {
    this.asking = false;
    void this.frame.session.act({ type: 'resolve-work-item', workItemId: this.workItemId });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'settle-button': SettleButton;
  }
}
