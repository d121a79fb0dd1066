// "Evacuate the building": behind the tablet's settings, and asked once more, so that it is never pressed by accident.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { maySend } from '../data/ticket-acts.ts';
import { t } from '../strings/strings.ts';
import type { Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';

@customElement('evacuate-act')
export class EvacuateAct extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      section {
        display: grid;
        gap: 8px;
        padding: 16px;
        border: 4px solid var(--alert);
        border-radius: var(--r1);
      }
      foyer-button {
        display: grid;
        --button-height: 4rem;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @state() private asking = false;

  override render() {
    const { session, view } = this.frame;
    if (view.evacuation || !maySend(view.me.roles, 'evacuate')) return nothing;
    const sending = session.isPending('evacuate');
    if (!this.asking) {
      return html`<foyer-button
        kind="alert"
        icon="warning"
        ?pending=${sending}
        ?disabled=${sending}
        @click=${() => (this.asking = true)}
        >${t('evacuation.start')}</foyer-button
      >`;
    }
    return html`<section role="alert">
      <h3>${t('evacuation.start-sure')}</h3>
      <p>${t('evacuation.start-what')}</p>
      <foyer-button @click=${() => (this.asking = false)}>${t('common.back')}</foyer-button>
      <foyer-button kind="alert" icon="warning" @click=${() => this.#start()}
        >${t('evacuation.start-yes')}</foyer-button
      >
    </section>`;
  }

  #start(): void {
    this.asking = false;
    void this.frame.session.act({ type: 'evacuate' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'evacuate-act': EvacuateAct;
  }
}
