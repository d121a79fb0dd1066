// Above every page while the second database of the centre is away: since when, what that means for what is done now, and
// where it is written what to do. Goes by itself once it is back.

import type { StandbyLost } from '@foyer/contracts/centre-state.ts';
import { runbookPage } from '@foyer/contracts/runbook.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { formatDay, formatTime } from '@foyer/ui-kit/language/format.ts';
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { fetchCentreState } from '../data/centre.ts';
import { WatchOfAll } from '../data/watch-of-all.ts';
import { t } from '../strings/strings.ts';

const dayMs = 86_400_000;
const EVERY_MS = 10_000;

@customElement('standby-notice')
export class StandbyNotice extends FoyerElement {
  static override styles = [
    shared,
    css`
      section {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 4px 16px;
        padding: 16px 32px;
        border-bottom: 4px solid var(--alert);
        background: var(--raised);
        line-height: 1.5;
      }
      foyer-icon {
        color: var(--alert);
        --icon-size: 28px;
      }
      h2 {
        font-size: 1.125rem;
        line-height: 1.5;
      }
      p {
        max-width: 75ch;
      }
      a {
        display: inline-block;
        min-height: 28px;
        color: inherit;
      }
      @media (max-width: 959px) {
        section {
          padding-inline: 20px;
        }
      }
    `,
  ];

  readonly #watch = new WatchOfAll(this, fetchCentreState, EVERY_MS);
  #wasLost = false;

  override render() {
    const state = this.#watch.found;
    const lost = state?.standbyLost;
    if (lost) this.#wasLost = true;
    return html`<div role="status">
      ${lost ? this.#notice(lost, state.serverTime) : this.#wasLost ? html`<p class="visually-hidden">${t('standby.back')}</p>` : nothing}
    </div>`;
  }

  #notice({ since, policy, localCommits }: StandbyLost, now: number) {
    const time = formatTime(since, undefined);
    return html`<section>
      <foyer-icon name="warning" .stroke=${2.4}></foyer-icon>
      <div>
        <h2>
          ${t('standby.title', { time: now - since < dayMs / 2 ? time : `${formatDay(since, undefined)}, ${time}` })}
        </h2>
        <p>${t(`standby.${policy}`)} ${localCommits > 0 ? t('standby.written', { count: localCommits }) : nothing}</p>
        <p>
          ${t('standby.do')}
          <a href="/runbook/${runbookPage('standby-lost') ?? ''}" target="_blank" rel="noopener" hreflang="en"
            >${t('standby.runbook')}</a
          >
        </p>
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'standby-notice': StandbyNotice;
  }
}
