// Paper: what was written while the edge was gone is entered row by row; beside it, numbers are printed ahead for the
// next time.

import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-floor.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import '../../components/line-card.ts';
import '../../components/notice-strip.ts';
import '../../components/said-line.ts';
import '../../components/staff-header.ts';
import { StaffPage } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import '../../components/unconfirmed-card.ts';
import { t } from '../../strings/strings.ts';
import './paper-form.ts';
import type { Entered } from './paper-form.ts';
import './paper-print.ts';

/** How many of the rows that were entered here stay in sight. */
const shown = 20;

@customElement('paper-page')
export class PaperPage extends StaffPage {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-height: 0;
      }
      main {
        display: grid;
        flex: 1;
        grid-template-columns: minmax(0, 1fr) minmax(19rem, 30%);
        min-height: 0;
      }
      section {
        display: grid;
        gap: 12px;
        align-content: start;
        min-width: 0;
        min-height: 0;
        padding: 14px 24px;
        overflow-y: auto;
      }
      section + section {
        border-inline-start: 2px solid var(--text);
      }
      h1 {
        font-size: 1.75rem;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 12px;
        padding: 6px 0;
        border-bottom: 1px solid var(--line);
      }
      :host(:not([shape='wide'])) main {
        display: block;
        overflow-y: auto;
      }
      :host(:not([shape='wide'])) section {
        overflow-y: visible;
      }
      :host(:not([shape='wide'])) section + section {
        border-inline: 0;
        border-top: 2px solid var(--text);
      }
      :host([shape='small']) section {
        padding-inline: 16px;
      }
    `,
  ];

  @state() private entered: readonly Entered[] = [];

  override render() {
    const { frame, session } = this;
    return html`<staff-header .frame=${frame}></staff-header>
      <main>
        <section aria-label=${t('page.paper')} tabindex="0">
          <line-card .frame=${frame}></line-card>
          ${session.hasLine ? html`<notice-strip .frame=${frame}></notice-strip>` : nothing}
          <said-line .said=${session.said} @read=${() => session.read()}></said-line>
          <unconfirmed-card .frame=${frame}></unconfirmed-card>
          <h1>${t('paper.title')}</h1>
          <p>${t('paper.what')}</p>
          <paper-form
            .frame=${frame}
            @entered=${({ detail }: CustomEvent<Entered>) => (this.entered = [detail, ...this.entered].slice(0, shown))}
          ></paper-form>
        </section>
        <section aria-label=${t('paper.entered')} tabindex="0">
          <h2>${t('paper.entered')}</h2>
          <div role="status">
            ${this.entered.length === 0 ? html`<p class="muted">${t('paper.none')}</p>` : this.#list()}
          </div>
          <paper-print .frame=${frame}></paper-print>
        </section>
      </main>
      <foyer-floor ?broken=${!session.hasLine}></foyer-floor>`;
  }

  #list() {
    return html`<ul>
      ${this.entered.map(
        ({ number, outcome, name }) =>
          html`<li>
            <foyer-number value=${number}></foyer-number><span>${t(`paper.outcome-${outcome}`)}</span>
            ${name ? html`<bdi class="muted">${name}</bdi>` : nothing}
          </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-page': PaperPage;
  }
}
