// Whoever comes to a room that somebody left sees first what is open there. "I take over" is a fact; who only looks in
// leaves the question, and it is asked again.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '../../components/open-things.ts';
import '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import '../../components/take-over-button.ts';
import { leftText } from '../../strings/left-text.ts';
import { t } from '../../strings/strings.ts';

@customElement('take-over-dialog')
export class TakeOverDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      take-over-button {
        display: grid;
        --button-height: max(60px, 3.75rem);
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property() servicePointId = '';

  override render() {
    const { view } = this.frame;
    const point = view.servicePoints[this.servicePointId];
    if (!point?.handOver) return nothing;
    return html`<staff-dialog
      heading=${t('handover.title-take', { room: localised(point.name) })}
      what=${leftText(point.handOver, view.clinic.zone)}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      <open-things .frame=${this.frame} servicePointId=${this.servicePointId}></open-things>
      <take-over-button slot="acts" .frame=${this.frame} servicePointId=${this.servicePointId}></take-over-button>
    </staff-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'take-over-dialog': TakeOverDialog;
  }
}
