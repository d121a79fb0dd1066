// Below the floor, the same at every step: what the box has found, that everything stays on it, and the short way to open
// doors. Fires `open-now`.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { FirstRunStatus } from '@foyer/contracts/clinic-set-up.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-floor.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { t } from '../../strings/strings.ts';

@customElement('first-run-floor')
export class FirstRunFloor extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      .below {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 15.5rem;
        gap: 12px 28px;
        padding: 16px 40px 20px;
      }
      .found {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
      }
      .found li {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 3.5rem;
        padding: 6px 16px;
        border: 2px solid var(--text);
        border-radius: var(--r1);
        background: var(--raised);
        font-size: 0.9375rem;
        line-height: 1.35;
        --icon-size: 1.625rem;
      }
      .found .missing {
        border-style: dashed;
      }
      h2 {
        margin-bottom: 8px;
        font-size: 1.125rem;
      }
      .safe {
        display: flex;
        align-items: center;
        gap: 12px;
        margin-top: 14px;
        --icon-size: 1.5rem;
      }
      .hurry {
        display: flex;
        flex-direction: column;
        justify-content: space-between;
        gap: 12px;
      }
      .hurry foyer-button {
        display: grid;
      }
      @media (max-width: 56rem) {
        .below {
          grid-template-columns: minmax(0, 1fr);
          padding-inline: 20px;
        }
      }
    `,
  ];

  /** Absent before the code was right. */
  @property({ attribute: false }) status: FirstRunStatus | undefined;
  @property({ attribute: false }) savedAt: number | undefined;
  @property() zone = 'UTC';
  /** Whether the short way is offered. */
  @property({ type: Boolean }) hurry = false;
  @property({ type: Boolean }) sending = false;

  override render() {
    const { status, savedAt } = this;
    const saved = savedAt === undefined ? '' : t('first-run.saved', { time: formatTime(savedAt, this.zone) });
    return html`<foyer-floor>
      <div class="below">
        <section>
          ${status ? this.#found(status) : nothing}
          <p class="safe">
            <foyer-icon name="box" .stroke=${1.8}></foyer-icon><span>${t('first-run.safe')} <b>${saved}</b></span>
          </p>
        </section>
        ${
          this.hurry
            ? html`<section class="hurry">
                <p><b>${t('first-run.hurry')}</b> ${t('first-run.hurry-what')}</p>
                <foyer-button ?disabled=${this.sending} @click=${() => this.dispatchEvent(new CustomEvent('open-now'))}
                  >${t('first-run.open-now')}</foyer-button
                >
              </section>`
            : nothing
        }
      </div>
    </foyer-floor>`;
  }

  #found({ printer, screensWaiting }: FirstRunStatus) {
    return html`<h2>${t('first-run.found')}</h2>
      <ul class="found">
        <li class=${printer === 'ready' ? '' : 'missing'}>
          <foyer-icon name="printer" .stroke=${1.8}></foyer-icon><span>${t(`first-run.printer-${printer}`)}</span>
        </li>
        <li class=${screensWaiting > 0 ? '' : 'missing'}>
          <foyer-icon name="display" .stroke=${1.8}></foyer-icon
          ><span>${t('first-run.screens-waiting', { count: screensWaiting })}</span>
        </li>
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'first-run-floor': FirstRunFloor;
  }
  interface HTMLElementEventMap {
    'open-now': CustomEvent;
  }
}
