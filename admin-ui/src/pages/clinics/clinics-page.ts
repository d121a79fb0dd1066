// All clinics, for who looks after them: what needs somebody first, with the page of the runbook that says what to do, and
// the figures of each one's relay and copies. Fires `clinic-chosen` with a clinic's id.

import type { ClinicHealth, ClinicHealthList, ClinicNeed } from '@foyer/contracts/clinic-health.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { formatNumber, formatTime } from '@foyer/ui-kit/language/format.ts';
import { language } from '@foyer/ui-kit/language/language.ts';
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { listPageStyles } from '../../components/list-page-styles.ts';
import { runbookLink } from '../../components/runbook-link.ts';
import { writePlace } from '../../data/address.ts';
import { ageText, agoText } from '../../data/ago.ts';
import { fetchClinicHealth } from '../../data/centre.ts';
import { WatchOfAll } from '../../data/watch-of-all.ts';
import { t } from '../../strings/strings.ts';

const EVERY_MS = 30_000;

@customElement('clinics-page')
export class ClinicsPage extends FoyerElement {
  static override styles = [
    shared,
    listPageStyles,
    css`
      header p {
        font-size: 1.125rem;
      }
      .fault {
        color: var(--alert);
        font-weight: 700;
      }
      a {
        display: inline-block;
        min-height: 28px;
        color: inherit;
        overflow-wrap: anywhere;
      }
      .needs {
        display: grid;
        gap: 6px;
        min-width: 15rem;
      }
      .needs li,
      .fine {
        display: flex;
        align-items: baseline;
        gap: 8px;
        --icon-size: 16px;
      }
      .needs b {
        display: block;
      }
      .needs li:first-child b,
      .needs li:first-child foyer-icon {
        color: var(--alert);
      }
      .needs small {
        color: var(--muted);
        font-size: 0.875rem;
      }
      .figure {
        white-space: nowrap;
      }
      .long {
        min-width: 8rem;
      }
      .label {
        display: none;
      }
      @media (max-width: 959px) {
        .needs {
          min-width: 0;
        }
        thead,
        .more {
          display: none;
        }
        tr {
          display: grid;
          grid-template-columns: minmax(0, 1fr) auto;
          gap: 4px 16px;
          padding: 12px 0;
          border-bottom: 1px solid var(--hair);
        }
        tr:first-child {
          border-top: 2px solid var(--text);
        }
        th,
        td {
          grid-column: 1 / -1;
          padding: 0;
          border: 0;
        }
        tbody th {
          grid-area: 1 / 1;
        }
        .heard {
          grid-area: 1 / 2;
          text-align: end;
        }
        .label {
          display: block;
          color: var(--muted);
          font-size: 0.875rem;
        }
      }
    `,
  ];

  readonly #watch = new WatchOfAll(this, fetchClinicHealth, EVERY_MS);

  override render() {
    const { found, fault } = this.#watch;
    return html`<header>
        <h1>${t('clinics.title')}</h1>
        ${found ? this.#counts(found) : html`<p role="status">${t(fault ? 'clinics.failed' : 'clinics.reading')}</p>`}
        ${
          found && fault
            ? html`<p class="fault" role="alert">
                ${t('clinics.failed')} ${t('clinics.old', { time: formatTime(found.serverTime, undefined) })}
              </p>`
            : ''
        }
      </header>
      <main>${found && found.clinics.length > 0 ? this.#table(found) : ''}</main>`;
  }

  #counts({ clinics }: ClinicHealthList) {
    const count = clinics.filter(({ needs }) => needs.length > 0).length;
    return html`<p>${t('clinics.counts', { count, of: clinics.length })}</p>`;
  }

  #table({ clinics, serverTime }: ClinicHealthList) {
    return html`<div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">${t('clinics.clinic')}</th>
            <th scope="col">${t('clinics.what')}</th>
            <th scope="col">${t('clinics.heard')}</th>
            <th scope="col" class="more">${t('clinics.rows')}</th>
            <th scope="col" class="more">${t('clinics.feed')}</th>
            <th scope="col" class="more">${t('clinics.letters')}</th>
            <th scope="col" class="more">${t('clinics.backup')}</th>
            <th scope="col" class="more">${t('clinics.log')}</th>
          </tr>
        </thead>
        <tbody>
          ${clinics.map((clinic) => this.#row(clinic, serverTime))}
        </tbody>
      </table>
    </div>`;
  }

  #row(clinic: ClinicHealth, now: number) {
    const { id, name, needs, lastHeardAt, waitingRows, waitingSince, feedItems, feedSince } = clinic;
    const ago = (at: number | undefined) => (at === undefined ? t('clinics.never') : agoText(now - at, language.code));
    return html`<tr>
      <th scope="row">
        <a href=${writePlace({ clinicId: id })} @click=${(event: MouseEvent) => this.#follow(event, id)}>${name}</a>
      </th>
      <td>
        ${needs.length > 0 ? this.#needs(needs) : lastHeardAt === undefined ? t('clinics.unheard') : this.#fine()}
      </td>
      <td class="figure heard"><span class="label">${t('clinics.heard')}</span> ${ago(lastHeardAt)}</td>
      <td class="more long">${waiting(waitingRows, waitingSince, now)}</td>
      <td class="more long">${feedItems === undefined ? t('clinics.unsaid') : waiting(feedItems, feedSince, now)}</td>
      <td class="more">${clinic.deadLetters === 0 ? t('clinics.nothing') : formatNumber(clinic.deadLetters)}</td>
      <td class="more figure">${ago(clinic.backupAt)}</td>
      <td class="more figure"><bdi>${clinic.epoch}.${clinic.seq}</bdi></td>
    </tr>`;
  }

  #fine() {
    return html`<span class="fine"><foyer-icon name="tick" .stroke=${2.4}></foyer-icon>${t('clinics.fine')}</span>`;
  }

  #needs(needs: readonly ClinicNeed[]) {
    return html`<ul class="needs">
      ${needs.map(
        (need) =>
          html`<li>
            <foyer-icon name="warning" .stroke=${2.4}></foyer-icon>
            <span><b>${t(`clinics.need-${need}`)}</b> <small>${runbookLink(need)}</small></span>
          </li>`,
      )}
    </ul>`;
  }

  #follow(event: MouseEvent, id: string): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent<string>('clinic-chosen', { detail: id, bubbles: true, composed: true }));
  }
}

function waiting(count: number, since: number | undefined, now: number): string {
  if (count === 0) return t('clinics.nothing');
  if (since === undefined) return formatNumber(count);
  return t('clinics.age', { count: formatNumber(count), age: ageText(now - since, language.code) });
}

declare global {
  interface HTMLElementTagNameMap {
    'clinics-page': ClinicsPage;
  }
}
