// Whoever is signed in changed rooms: where they are now, and the way to sign in there.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { t } from '../strings/strings.ts';
import { cardStyles } from './card-styles.ts';
import { ask, type Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';

@customElement('moved-card')
export class MovedCard extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    cardStyles,
    css`
      :host {
        display: contents;
      }
      p {
        flex: 1 1 16rem;
      }
      b {
        display: block;
        font-size: 1.25rem;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;

  override render() {
    const { view } = this.frame;
    const point = view.servicePoints[view.movedTo ?? ''];
    if (!point) return nothing;
    const room = localised(point.name);
    return html`<div class="card" role="status">
      <p><b>${t('leaves.moved', { room })}</b>${t('leaves.moved-what')}</p>
      <foyer-button kind="strong" icon="room" @click=${() => this.#go(point.id)}
        >${t('leaves.moved-act', { room })}</foyer-button
      >
    </div>`;
  }

  /** The lock asks for the PIN, and the session that follows is of the other room. */
  #go(servicePointId: string): void {
    const detail = { ...this.frame.preferences, servicePointId };
    this.dispatchEvent(new CustomEvent('preferences', { detail, bubbles: true, composed: true }));
    ask(this, 'staff-lock');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'moved-card': MovedCard;
  }
}
