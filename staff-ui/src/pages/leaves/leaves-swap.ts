// Somebody changes rooms with whoever works in another one, or goes to one that nobody works in.

import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { askToAct } from '../../components/act-event.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { t } from '../../strings/strings.ts';

const follows = ['booked', 'everyone'] as const;

@customElement('leaves-swap')
export class LeavesSwap extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 12px;
      }
      h2 {
        font-size: 1.125rem;
      }
      .choices {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
        gap: 12px;
      }
      .choices foyer-button {
        display: grid;
        --button-height: max(72px, 4.5rem);
      }
      .room {
        display: grid;
        line-height: 1.3;
      }
      .room span {
        font-size: 0.9375rem;
        font-weight: 400;
        overflow-wrap: anywhere;
      }
      foyer-door {
        flex: none;
        width: min(26rem, 100%);
        min-height: 8rem;
        margin-top: auto;
        --door-padding: 16px 72px 16px 24px;
      }
      :host(:dir(rtl)) foyer-door {
        --door-padding: 16px 24px 16px 72px;
      }
      .act {
        font-size: 1.75rem;
        font-weight: 700;
      }
      .lines {
        display: block;
        margin-top: 4px;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  /** Where whoever moves works now; empty: in no room. */
  @property() servicePointId = '';
  @state() private to: string | undefined;
  @state() private follow: (typeof follows)[number] = 'booked';

  override render() {
    if (this.servicePointId === '') return html`<p role="status">${t('leaves.no-room')}</p>`;
    const { view, session } = this.frame;
    const others = Object.values(view.servicePoints).filter(({ id }) => id !== this.servicePointId);
    const to = others.find(({ id }) => id === this.to);
    const pending = session.isPending('swap-rooms');
    const ready = to !== undefined && session.hasLine && !pending;
    const what = t(pending ? 'common.not-confirmed' : 'leaves.swap-what');
    return html`<h2 id="to">${t('leaves.other-room')}</h2>
      <div class="choices" role="group" aria-labelledby="to">
        ${others.map(
          ({ id, name, state: now, staffName }) =>
            html`<foyer-button toggle ?on=${id === this.to} @click=${() => (this.to = id)}
              ><span class="room"
                ><bdi>${localised(name)}</bdi
                ><span
                  >${now !== 'closed' && staffName !== undefined ? html`<bdi>${staffName}</bdi>` : t('leaves.empty-room')}</span
                ></span
              ></foyer-button
            >`,
        )}
      </div>
      <h2 id="follow">${t('leaves.follow')}</h2>
      <div class="choices" role="group" aria-labelledby="follow">
        ${follows.map(
          (which) =>
            html`<foyer-button toggle ?on=${which === this.follow} @click=${() => (this.follow = which)}
              >${t(`leaves.follow-${which}`)}</foyer-button
            >`,
        )}
      </div>
      <foyer-door
        action
        fill
        state=${ready ? 'lit' : 'hollow'}
        ?disabled=${!ready}
        @click=${() => ready && this.#swap(to.id)}
      >
        <span class="act">${t('leaves.swap')}</span
        ><span class="lines">${session.hasLine ? what : t('leaves.no-line')}</span>
      </foyer-door>`;
  }

  #swap(withServicePointId: string): void {
    const { servicePointId, follow } = this;
    askToAct(this, { type: 'swap-rooms', servicePointId, withServicePointId, follow });
    this.to = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'leaves-swap': LeavesSwap;
  }
}
