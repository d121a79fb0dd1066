// The line to the edge is away: since when, and how old is what is shown. Live is silent.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { t } from '../strings/strings.ts';
import type { Frame } from './staff-page.ts';

@customElement('line-card')
export class LineCard extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: contents;
      }
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 16px;
        min-height: 64px;
        padding: 8px 16px;
        border: 4px solid var(--alert);
        border-radius: var(--r1);
        background: var(--raised);
        font-size: 1.0625rem;
      }
      .since {
        display: flex;
        align-items: center;
        gap: 16px;
        color: var(--alert);
        font-size: 1.25rem;
        font-weight: 700;
        --icon-size: 1.875rem;
      }
      .again {
        margin-inline-start: auto;
        color: var(--muted);
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;

  override render() {
    const { session, now, view } = this.frame;
    if (session.hasLine) return nothing;
    const since = session.line.heardAt;
    const minutes = since === undefined ? 0 : Math.floor((now - since) / minuteMs);
    return html`<p role="status">
      <span class="since"
        ><foyer-icon name="offline"></foyer-icon
        >${since === undefined ? t('line.none') : t('line.since', { time: formatTime(since, view.clinic.zone) })}</span
      >
      <span>${t('line.age', { count: minutes })}</span>
      <span class="again">${t('line.again')}</span>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'line-card': LineCard;
  }
}
