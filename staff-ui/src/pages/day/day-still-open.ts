// What is open besides the queue when the day is closed: rooms, which close with it, and the till and calls for help,
// which do not.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { t } from '../../strings/strings.ts';

@customElement('day-still-open')
export class DayStillOpen extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      h2 {
        font-size: 1.125rem;
      }
      li {
        padding-block: 4px;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;

  override render() {
    const { servicePoints, help, clinic, tillOpenSince } = this.frame.view;
    const rooms = Object.values(servicePoints).filter(({ state }) => state !== 'closed');
    const asked = Object.values(help).filter(({ state }) => state !== 'acknowledged');
    return html`${
        asked.length === 0
          ? nothing
          : html`<div>
              <h2 class="alert">${t('day.help-open', { count: asked.length })}</h2>
              <ul>
                ${asked.map(({ kind, from }) => html`<li>${t(`help.${kind}`, { from: from || t('help.from-staff') })}</li>`)}
              </ul>
            </div>`
      }
      ${
        tillOpenSince === undefined
          ? nothing
          : html`<div>
              <h2>${t('day.till-open', { time: formatTime(tillOpenSince, clinic.zone) })}</h2>
              <p>${t('day.till-open-what')}</p>
            </div>`
      }
      <div>
        <h2>${t('day.rooms-open', { count: rooms.length })}</h2>
        ${
          rooms.length === 0
            ? nothing
            : html`<ul>
                ${rooms.map(({ name, staffName }) => html`<li>${localised(name)}${staffName ? html` <span class="muted">${staffName}</span>` : nothing}</li>`)}
              </ul>`
        }
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'day-still-open': DayStillOpen;
  }
}
