// Across every page and the lock, while the box cannot keep all that is done: what happened, what still works, and what to
// do. It cannot be put away.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { runbookPage } from '@foyer/contracts/runbook.ts';
import { problemOfStorage } from '@foyer/contracts/storage.ts';
import type { TabletView } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { t } from '../strings/strings.ts';
import { staffStyles } from './staff-styles.ts';

@customElement('storage-banner')
export class StorageBanner extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: block;
        background: var(--raised);
      }
      section {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 4px 16px;
        padding: 6px 24px;
        border-bottom: 2px solid var(--text);
        font-size: 1.0625rem;
        line-height: 1.4;
        --icon-size: 2rem;
      }
      .grave {
        border: 4px solid var(--alert);
      }
      h2 {
        font-size: 1.25rem;
        line-height: 1.3;
      }
      /* While everything works it takes no more of the page than it must. */
      section:not(.grave) {
        align-items: center;
        padding-block: 4px;
        font-size: 1rem;
        line-height: 1.35;
        --icon-size: 1.5rem;
      }
      section:not(.grave) :is(h2, p) {
        display: inline;
        font-size: inherit;
        line-height: inherit;
      }
      .grave h2,
      .grave foyer-icon {
        color: var(--alert);
      }
    `,
  ];

  @property({ attribute: false }) view!: Pick<TabletView, 'clinic' | 'storage'>;

  override render() {
    const { storage, clinic } = this.view;
    if (storage === undefined) return nothing;
    const { state, since } = storage;
    const isGrave = state !== 'nearly-full';
    const page = runbookPage(problemOfStorage[state]) ?? '';
    return html`<section class=${isGrave ? 'grave' : ''} role=${isGrave ? 'alert' : 'status'}>
      <foyer-icon name="warning" .stroke=${2.4}></foyer-icon>
      <div>
        <h2>${t(`storage.${state}-title`)}</h2>
        <p>${t('storage.since', { time: formatTime(since, clinic.zone) })} ${t(`storage.${state}-what`)}</p>
        <p><b>${t(`storage.${state}-do`)}</b> <span class="small">${t('runbook.page', { page })}</span></p>
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'storage-banner': StorageBanner;
  }
}
