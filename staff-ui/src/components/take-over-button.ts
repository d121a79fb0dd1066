// "I take over": whoever has seen what is open at a room answers for it from now on.

import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { t } from '../strings/strings.ts';
import type { Frame } from './staff-page.ts';

@customElement('take-over-button')
export class TakeOverButton extends FoyerElement {
  @property({ attribute: false }) frame!: Frame;
  @property() servicePointId = '';

  override render() {
    const { session } = this.frame;
    const { servicePointId } = this;
    const pending = session.pending.some(
      ({ command }) => command.type === 'take-over' && command.servicePointId === servicePointId,
    );
    return html`<foyer-button
      kind="strong"
      icon="tick"
      ?pending=${pending}
      ?disabled=${pending}
      @click=${() => void session.act({ type: 'take-over', servicePointId })}
      >${t('handover.take')}</foyer-button
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'take-over-button': TakeOverButton;
  }
}
