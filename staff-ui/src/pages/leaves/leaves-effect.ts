// What the choices do to the day, room by room, and the door that applies all of them. Fires `apply`.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ReassignmentProposal } from '@foyer/contracts/reassignment-view.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { effectOf, type Choices, type Effect } from '../../data/leaving.ts';
import { t } from '../../strings/strings.ts';

@customElement('leaves-effect')
export class LeavesEffect extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        gap: 12px;
      }
      h2 {
        font-size: 1.25rem;
      }
      dl {
        margin: 0;
        font-size: 1.0625rem;
      }
      dl > div {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        min-height: 2.5rem;
        padding: 4px 0;
        border-top: 1px solid var(--hair);
      }
      dl > div:first-child {
        border-top: 0;
      }
      dt {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      dd {
        display: flex;
        align-items: center;
        gap: 8px;
        margin: 0;
        white-space: nowrap;
        --icon-size: 1.125rem;
      }
      .staff {
        display: block;
        color: var(--muted);
        font-size: 0.9375rem;
        line-height: 1.3;
      }
      foyer-door {
        min-height: 9rem;
        margin-top: auto;
        --door-padding: 16px 20px 16px 24px;
        --handle-y: 72%;
        --handle: 24px;
      }
      :host(:dir(rtl)) foyer-door {
        --door-padding: 16px 24px 16px 20px;
      }
      .act {
        font-size: clamp(2rem, 3.6vw, 3rem);
        font-weight: 700;
        line-height: 1.2;
        letter-spacing: -0.025em;
      }
      :host(:dir(rtl)) .act {
        letter-spacing: 0;
      }
      .lines {
        display: block;
        margin-top: 4px;
        padding-inline-end: 48px;
        font-size: 1.0625rem;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) proposal!: ReassignmentProposal;
  @property({ attribute: false }) choices: Choices = new Map();

  override render() {
    const effect = effectOf(this.proposal, this.choices);
    return html`<h2>${t('leaves.effect')}</h2>
      <dl>
        ${effect.rooms.map((room) => this.#room(room))} ${this.#count('leaves.stays', effect.stay)}
        ${this.#count('leaves.days', effect.anotherDay)} ${this.#count('leaves.calls', effect.phone)}
      </dl>
      <p class="small">${t('leaves.quiet')}</p>
      ${this.#door(effect)}`;
  }

  #room({ servicePointId, before, after }: Effect['rooms'][number]) {
    const room = this.frame.view.servicePoints[servicePointId];
    if (!room) return nothing;
    const name = localised(room.name);
    return html`<div>
      <dt>
        <bdi>${name}</bdi>${room.staffName === undefined ? nothing : html`<bdi class="staff">${room.staffName}</bdi>`}
      </dt>
      <dd>
        <span class="visually-hidden">${t('leaves.before-after', { room: name, before, after })}</span>
        <span aria-hidden="true">${before}</span>
        <foyer-icon name="forward"></foyer-icon>
        <b aria-hidden="true">${after}</b>
      </dd>
    </div>`;
  }

  #count(key: 'leaves.stays' | 'leaves.days' | 'leaves.calls', count: number) {
    if (count === 0) return nothing;
    return html`<div>
      <dt>${t(key)}</dt>
      <dd><b>${count}</b></dd>
    </div>`;
  }

  #door({ moved }: Effect) {
    const { session } = this.frame;
    const applying = session.isPending('apply-reassignment');
    const ready = session.hasLine && !applying;
    const what = applying ? t('common.not-confirmed') : t('leaves.apply-what');
    const lines = session.hasLine ? what : t('leaves.no-line');
    return html`<foyer-door
      action
      fill
      state=${ready ? 'lit' : 'hollow'}
      ?disabled=${!ready}
      @click=${() => ready && this.dispatchEvent(new CustomEvent('apply'))}
    >
      <span class="act">${moved === 0 ? t('leaves.apply-none') : t('leaves.apply', { count: moved })}</span
      ><span class="lines">${lines}</span>
    </foyer-door>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'leaves-effect': LeavesEffect;
  }
}
