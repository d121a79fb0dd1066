// The list of the next day on paper, printed in the evening, so that the desk has one in the morning whatever happens.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';
import { printNextList } from './reception-printed-list.ts';

@customElement('next-list-button')
export class NextListButton extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: inline-grid;
        gap: 4px;
        justify-items: start;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @state() private asking = false;
  @state() private refused = '';

  override render() {
    return html`<foyer-button
        icon="printer"
        ?pending=${this.asking}
        ?disabled=${this.asking}
        @click=${() => void this.#print()}
        >${t('reception.print-next-list')}</foyer-button
      >
      ${this.refused ? html`<span class="alert" role="alert">${this.refused}</span>` : nothing}`;
  }

  async #print(): Promise<void> {
    this.asking = true;
    const refused = await printNextList(this.frame);
    this.asking = false;
    this.refused = refused ? refusalText(refused.code, refused.facts) : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'next-list-button': NextListButton;
  }
}
