// "Walk to the patient": somebody is called who may not hear it, see it, or be inside. It stays until somebody says that
// they go; nothing that this page shows counts as that.

import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { WalkView } from '@foyer/contracts/clinic-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { walkReasonsText } from '../strings/outside-text.ts';
import { t } from '../strings/strings.ts';
import { cardStyles } from './card-styles.ts';
import type { Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';

@customElement('walk-card')
export class WalkCard extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    cardStyles,
    css`
      :host {
        display: block;
        margin-bottom: 12px;
        --card-edge: var(--alert);
      }
      div {
        flex: 1 1 14rem;
      }
      h3 {
        color: var(--alert);
        font-size: 1.125rem;
      }
      p {
        font-size: 1rem;
      }
      foyer-button {
        --button-height: max(56px, 3.5rem);
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) walk!: WalkView;

  override render() {
    const { session, view } = this.frame;
    const { id: ticketId, number, calledBackAt } = this.walk;
    const going = session.isPending('acknowledge-walk', ticketId);
    return html`<section class="card" role="alert">
      <div>
        <h3>${t('walk.title', { number })}</h3>
        <p>
          <b>${walkReasonsText(this.walk)}.</b>
          ${calledBackAt === undefined ? t('walk.what') : t('walk.called-back', { time: formatTime(calledBackAt, view.clinic.zone) })}
        </p>
      </div>
      <foyer-button
        kind="strong"
        ?pending=${going}
        ?disabled=${going}
        @click=${() => void session.act({ type: 'acknowledge-walk', ticketId })}
        >${t('walk.go')}</foyer-button
      >
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'walk-card': WalkCard;
  }
}
