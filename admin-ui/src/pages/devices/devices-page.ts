// The devices of a clinic as its edge said last: what does not work first, when it was seen, what it runs and holds.

import type { ClinicDevices, ReportedDevice } from '@foyer/contracts/device-report.ts';
import type { ClinicListEntry } from '@foyer/contracts/centre-api.ts';
import { runbookPage } from '@foyer/contracts/runbook.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { listPageStyles } from '../../components/list-page-styles.ts';
import { fetchDevices } from '../../data/centre.ts';
import { knownProblem, levelOf, worstFirst } from '../../data/device-order.ts';
import { WatchOfOne } from '../../data/watch-of-one.ts';
import { t } from '../../strings/strings.ts';
import './box-card.ts';

const kinds = ['kiosk', 'display', 'staff-tablet', 'button', 'sign', 'gateway', 'printer', 'scanner', 'box'] as const;
/** An edge says at least every ten minutes how its devices are. */
const oldAfterMs = 15 * 60_000;
const EVERY_MS = 30_000;

@customElement('devices-page')
export class DevicesPage extends FoyerElement {
  static override styles = [
    shared,
    listPageStyles,
    css`
      header p {
        font-size: 1.125rem;
      }
      .old {
        color: var(--alert);
        font-weight: 700;
      }
      tbody th {
        overflow-wrap: anywhere;
      }
      .state {
        display: flex;
        align-items: baseline;
        gap: 8px;
        --icon-size: 16px;
      }
      .down {
        color: var(--alert);
        font-weight: 700;
      }
      small {
        color: var(--muted);
        font-size: 0.875rem;
      }
      .soon {
        font-weight: 700;
      }
      @media (max-width: 959px) {
        .more {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) clinic!: ClinicListEntry;
  /** Who may give out a restore code. */
  @property({ type: Boolean }) gives = false;
  readonly #watch = new WatchOfOne(this, fetchDevices, EVERY_MS);

  override willUpdate(): void {
    this.#watch.watch(this.clinic.id);
  }

  override render() {
    const { found, fault } = this.#watch;
    return html`<header>
        <h1>${t('devices.title')}</h1>
        ${found ? this.#said(found) : html`<p role="status">${t(fault ? 'devices.failed' : 'devices.reading')}</p>`}
      </header>
      <main>
        ${found && found.devices.length > 0 ? this.#table(found) : nothing}
        ${found ? html`<box-card .clinicId=${this.clinic.id} .found=${found} ?gives=${this.gives}></box-card>` : nothing}
      </main>`;
  }

  #said({ heardAt, zone, devices }: ClinicDevices) {
    if (heardAt === null) return html`<p>${t('devices.never-said')}</p>`;
    const time = formatTime(heardAt, zone);
    const down = devices.filter((device) => levelOf(device) === 'down').length;
    const soon = devices.filter((device) => levelOf(device) === 'soon').length;
    const isWell = down === 0 && soon === 0;
    const count = devices.length;
    return html`<p>${isWell ? t('devices.all-well', { count }) : t('devices.counts', { down, soon, of: count })}</p>
      <p class=${Date.now() - heardAt > oldAfterMs ? 'old' : ''}>${t('devices.as-of', { time })}</p>`;
  }

  #table({ devices, zone }: ClinicDevices) {
    return html`<div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">${t('devices.device')}</th>
            <th scope="col">${t('devices.state')}</th>
            <th scope="col">${t('devices.kind')}</th>
            <th scope="col">${t('devices.seen')}</th>
            <th scope="col" class="more">${t('devices.battery')}</th>
            <th scope="col" class="more">${t('devices.version')}</th>
            <th scope="col" class="more">${t('devices.tickets')}</th>
          </tr>
        </thead>
        <tbody>
          ${worstFirst(devices).map((device) => this.#row(device, zone))}
        </tbody>
      </table>
    </div>`;
  }

  #pages(problems: readonly string[]) {
    const page = pagesOf(problems);
    return page === '' ? nothing : html`<small>${t('clinics.page', { page })}</small>`;
  }

  #row(device: ReportedDevice, zone: string) {
    const level = levelOf(device);
    const kind = kinds.find((known) => known === device.kind);
    const what = kind ? t(`devices.kind-${kind}`) : device.kind;
    const { lastSeenAt, batteryPercent, firmware, recentTickets = [] } = device;
    return html`<tr>
      <th scope="row"><bdi>${device.name || what}</bdi></th>
      <td>
        <span class="state ${level}"
          ><foyer-icon name=${level === 'fine' ? 'tick' : 'warning'} .stroke=${2.4}></foyer-icon
          ><span>${level === 'fine' ? t('devices.fine') : device.problems.map(problemText).join(', ')}</span></span
        >${this.#pages(device.problems)}
      </td>
      <td>${what}</td>
      <td>
        ${device.connected ? t('devices.now') : lastSeenAt === undefined ? t('devices.not-seen') : formatTime(lastSeenAt, zone)}
      </td>
      <td class="more">${batteryPercent === undefined ? '' : `${batteryPercent} %`}</td>
      <td class="more"><bdi>${firmware ?? ''}</bdi></td>
      <td class="more"><bdi>${recentTickets.join(', ')}</bdi></td>
    </tr>`;
  }
}

function pagesOf(problems: readonly string[]): string {
  const pages = problems.flatMap((problem) => runbookPage(problem) ?? []);
  return pages.length === 0 ? '' : `\u2068${pages.join(', ')}\u2069`;
}

function problemText(problem: string): string {
  const known = knownProblem(problem);
  return known === undefined ? problem : t(`devices.problem-${known}`);
}

declare global {
  interface HTMLElementTagNameMap {
    'devices-page': DevicesPage;
  }
}
