// The box of a clinic from afar: how its last update ended, where its backups are, and the code by which a new box fetches
// the newest one from here.

import type { RestoreCode } from '@foyer/contracts/backup-protocol.ts';
import type { ClinicDevices, ReportedDevice } from '@foyer/contracts/device-report.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatDay, formatNumber, formatTime } from '@foyer/ui-kit/language/format.ts';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { giveRestoreCode } from '../../data/centre.ts';
import { t } from '../../strings/strings.ts';

const ends = ['kept', 'rolled-back', 'refused', 'stuck'] as const;
/** As on the tablets of the clinic. */
const oldAfterMs = 2 * dayMs;
const megabyte = 1_000_000;

@customElement('box-card')
export class BoxCard extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 8px;
        justify-items: start;
        margin-top: 32px;
        max-width: 44rem;
      }
      h2 {
        font-size: 1.25rem;
      }
      .stale {
        color: var(--alert);
        font-weight: 700;
      }
      .code {
        font-size: 2rem;
        font-weight: 700;
        letter-spacing: 0.06em;
        direction: ltr;
        user-select: all;
      }
      foyer-button {
        margin-top: 8px;
        --button-height: 48px;
      }
    `,
  ];

  @property({ attribute: false }) clinicId = '';
  @property({ attribute: false }) found!: ClinicDevices;
  /** An administrator gives out codes. */
  @property({ type: Boolean }) gives = false;
  @state() private code: RestoreCode | undefined;
  @state() private failed = false;
  @state() private asking = false;

  override render() {
    const box = this.found.devices.find(({ kind }) => kind === 'box')?.box;
    return html`<h2>${t('devices.kind-box')}</h2>
      ${box ? this.#updated(box) : nothing} ${box ? this.#onStick(box) : nothing} ${this.#here()}
      ${this.gives && this.found.backup ? this.#restore() : nothing}`;
  }

  #updated({ update }: NonNullable<ReportedDevice['box']>) {
    const end = ends.find((known) => known === update?.end);
    if (update === undefined || end === undefined) return nothing;
    const time = update.at === undefined ? '?' : this.#moment(update.at);
    return html`<p class=${end === 'stuck' ? 'stale' : ''}>
      ${t(`devices.update-${end}`, { version: update.version ?? '', time })}
    </p>`;
  }

  #onStick({ backups }: NonNullable<ReportedDevice['box']>) {
    const at = backups['stick'];
    return at === undefined ? nothing : html`<p>${t('devices.backup-stick', { time: this.#moment(at) })}</p>`;
  }

  #here() {
    const { backup } = this.found;
    if (backup === null) return html`<p>${t('devices.backup-none')}</p>`;
    const size = `${formatNumber(Math.max(1, Math.round(backup.bytes / megabyte)))} MB`;
    return html`<p>${t('devices.backup-here', { time: this.#moment(backup.takenAt), size })}</p>
      ${Date.now() - backup.takenAt > oldAfterMs ? html`<p class="stale">${t('devices.backup-stale')}</p>` : nothing}`;
  }

  #restore() {
    const { code } = this;
    if (code)
      return html`<p>${t('restore.code')}</p>
        <p class="code" role="status"><bdi>${code.code}</bdi></p>
        <p>${t('restore.until', { time: formatTime(code.expiresAt, undefined) })}</p>`;
    return html`<p>${t('restore.what')}</p>
      ${this.failed ? html`<p class="stale" role="alert">${t('restore.failed')}</p>` : nothing}
      <foyer-button ?pending=${this.asking} @click=${() => void this.#give()}>${t('restore.give')}</foyer-button>`;
  }

  async #give(): Promise<void> {
    if (this.asking) return;
    const { clinicId } = this;
    this.asking = true;
    const answer = await giveRestoreCode(clinicId);
    this.asking = false;
    this.failed = !answer.ok;
    if (answer.ok && clinicId === this.clinicId) this.code = answer.value;
  }

  /** A code is of one clinic. */
  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('clinicId')) return;
    this.code = undefined;
    this.failed = false;
  }

  #moment(at: number): string {
    const { zone } = this.found;
    return `${formatDay(at, zone)}, ${formatTime(at, zone)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'box-card': BoxCard;
  }
}
