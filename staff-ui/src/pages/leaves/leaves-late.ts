// Somebody, or a room, runs late by about so many minutes, which kiosks, walls and phones then say; or is on time again.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { delayText } from '@foyer/ui-kit/strings/delay-text.ts';
import { askToAct } from '../../components/act-event.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { delayMinutes, delaysOf, mayEnd, onTimeAgain } from '../../data/delays.ts';
import type { WhoseWork } from '../../data/leaving.ts';
import { t } from '../../strings/strings.ts';

@customElement('leaves-late')
export class LeavesLate extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
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
      .told {
        font-size: 1.25rem;
        font-weight: 700;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) whose: WhoseWork = {};

  override render() {
    const { view } = this.frame;
    const { staffId, servicePointId } = this.whose;
    const of = staffId === undefined ? { servicePointId: servicePointId ?? '' } : { staffId };
    const delay = delaysOf(view).find((each) =>
      staffId === undefined ? each.servicePointId === servicePointId : each.staffId === staffId,
    );
    return html`<p>${t('late.what')}</p>
      <div role="status">${delay ? html`<p class="told">${delayText(delay)}</p>` : nothing}</div>
      <div class="choices" role="group" aria-label=${t('late.title')}>
        ${delayMinutes.map(
          (minutes) =>
            html`<foyer-button
              ?disabled=${delay?.minutes === minutes}
              @click=${() => askToAct(this, { type: 'announce-delay', ...of, minutes })}
              >${t('late.about', { count: minutes })}</foyer-button
            >`,
        )}
        ${
          delay && mayEnd(delay, view)
            ? html`<foyer-button icon="tick" @click=${() => askToAct(this, onTimeAgain(delay))}
                >${t('late.on-time')}</foyer-button
              >`
            : nothing
        }
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'leaves-late': LeavesLate;
  }
}
