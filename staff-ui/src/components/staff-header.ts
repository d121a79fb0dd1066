// The head of every page: where one is, the other pages, who is signed in, the time, Undo and Lock. The page's own
// button stands in the slot. With the left hand the acts come first.

import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-brand.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { lastStep } from '../data/last-step.ts';
import { Page } from '../data/pages.ts';
import { t } from '../strings/strings.ts';
import { ask, type Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';
import './page-row.ts';
import './point-name.ts';

/** With more of them the head has no room for the clinic's name. */
const manyPages = 4;

@customElement('staff-header')
export class StaffHeader extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        container-type: inline-size;
      }
      header {
        display: flex;
        align-items: center;
        gap: 8px 16px;
        min-height: 66px;
        padding: 8px 24px;
        border-bottom: 2px solid var(--text);
        font-size: 1.125rem;
      }
      :host([hand='left']) header {
        flex-direction: row-reverse;
      }
      :host([hand='left']) .acts {
        flex-direction: row-reverse;
      }
      :host([hand='left']) .push {
        margin-inline: 0 auto;
      }
      .place {
        display: flex;
        align-items: center;
        gap: 12px;
        flex: 0 1 auto;
        min-width: 0;
        font-size: 1.5rem;
        white-space: nowrap;
        --icon-size: 2rem;
      }
      /* The pages give way, and not the room that one is in. */
      .place.room {
        flex: none;
        max-width: 18rem;
      }
      .acts {
        flex: none;
        white-space: nowrap;
      }
      point-name {
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .name {
        flex: 0 1 auto;
      }
      foyer-brand {
        font-size: 1.25rem;
      }
      page-row {
        align-self: stretch;
        margin: -8px 8px -10px;
      }
      /* Five pages and more: the sign alone says where one is, and the pages keep their words. */
      :host([many]) .place {
        flex: none;
        width: 2rem;
        overflow: hidden;
      }
      :host([many]) page-row {
        margin-inline-start: 0;
      }
      /* Where and who in two lines: in one there would be a letter or two left of a name. */
      .lines {
        flex: none;
        max-width: 11rem;
        font-size: 1rem;
        line-height: 1.25;
      }
      .lines > span {
        display: block;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .time {
        font-size: 1.5rem;
        font-weight: 700;
      }
      ::slotted(*) {
        white-space: nowrap;
      }
      .acts {
        display: flex;
        gap: 16px;
        font-size: 1rem;
      }
      @container (max-width: 68.75rem) {
        header,
        .acts {
          gap: 8px;
        }
        .name {
          display: none;
        }
        .time {
          margin-inline-start: auto;
        }
        :host([hand='left']) .time {
          margin-inline: 0 auto;
        }
        .acts {
          --foyer-words: none;
        }
      }
      /* An upright tablet: the pages need the words' room. */
      @container (max-width: 56rem) {
        foyer-button[icon] {
          --button-gap: 0;
        }
        .words {
          display: none;
        }
      }
      @container (max-width: 47.5rem) {
        header {
          flex-wrap: wrap;
          padding: 8px 16px;
        }
        page-row {
          order: 3;
          width: 100%;
          margin: 0 -12px -8px;
          min-height: 3rem;
        }
        .place,
        .place.room {
          flex: 1;
          max-width: none;
          font-size: 1.25rem;
          --icon-size: 1.5rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ reflect: true }) hand: 'left' | 'right' = 'right';
  @property({ type: Boolean, reflect: true }) many = false;

  override render() {
    const { view, page, pages, now, session, preferences } = this.frame;
    this.hand = preferences.hand;
    this.many = pages.length > manyPages && page !== Page.room;
    const { clinic, me } = view;
    const point = me.servicePointId ? view.servicePoints[me.servicePointId] : undefined;
    const step = lastStep(view, me.servicePointId, session.lastTicket);
    const undoing = session.isPending('undo');
    const undo = step
      ? t('common.undo-step', { number: step.number, step: t(`step.${step.type}`) })
      : t('common.nothing-to-undo');
    const inRoom = page === Page.room && point;
    return html`<header>
      <div class="place ${inRoom ? 'room' : ''}">
        ${
          inRoom
            ? html`<foyer-icon name="room" .stroke=${2}></foyer-icon
                ><point-name .name=${localised(point.name)}></point-name>`
            : html`<foyer-brand name=${clinic.name}></foyer-brand>`
        }
      </div>
      ${pages.length > 1 ? html`<page-row .pages=${pages} .page=${page}></page-row>` : nothing}
      ${this.#who(inRoom ? undefined : point)}
      <time class="time ${pages.length > 1 ? '' : 'push'}">${formatTime(now, clinic.zone)}</time>
      <div class="acts">
        <slot></slot>
        <foyer-button
          icon="undo"
          label=${undo}
          ?disabled=${!step || undoing}
          ?pending=${undoing}
          @click=${() => step && ask(this, 'staff-undo')}
          ><span class="words">${t('common.undo')}</span></foyer-button
        >
        <foyer-button
          class="bare"
          icon="tablet"
          label=${t('settings.title')}
          @click=${() => ask(this, 'staff-settings')}
        ></foyer-button>
        <foyer-button icon="lock" label=${t('common.lock')} @click=${() => ask(this, 'staff-lock')}
          ><span class="words">${t('common.lock')}</span></foyer-button
        >
      </div>
    </header>`;
  }

  /** Where and who, or as what. */
  #who(point: StaffView['servicePoints'][string] | undefined) {
    const { view, pages } = this.frame;
    const { name, roles } = view.me;
    const role = t(`role.${roles[0] ?? 'nurse'}`);
    if (pages.length > manyPages)
      return html`<span class="name muted push lines"
        ><span>${point ? localised(point.name) : role}</span> <span>${name}</span></span
      >`;
    return html`<span class="name muted cut ${pages.length > 1 ? 'push' : ''}"
      >${point ? t('common.at', { point: localised(point.name), name }) : t('common.role-name', { role, name })}</span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-header': StaffHeader;
  }
}
