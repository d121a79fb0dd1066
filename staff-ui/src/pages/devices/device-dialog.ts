// One device: what is wrong with it and how to mend that, what it says of itself, and what it can be told from here.
// Fires `set-display`, `set-wedge` and `remove-device` with the device, `change-scanner` and `change-printers` with its id, where those
// are asked for.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ordersFor, type DeviceOrder } from '@foyer/contracts/device-orders.ts';
import type { DeviceView } from '@foyer/contracts/staff-view.ts';
import { runbookPage } from '@foyer/contracts/runbook.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import type { IconName } from '@foyer/ui-kit/elements/icons.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import type { DeviceRow } from '../../data/device-rows.ts';
import { refusedIn } from '../../data/refusals.ts';
import { maySend } from '../../data/ticket-acts.ts';
import { boxFacts, passwordFacts } from '../../strings/box-text.ts';
import { kindText, nameText } from '../../strings/device-text.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';
import { settingText } from '../../strings/thing-text.ts';
import './displays-to-set.ts';
import './scanner-trial.ts';
import './thing-set-up.ts';

const GIVE_UP_MS = 15_000;
const icons: Readonly<Record<DeviceOrder, IconName>> = {
  identify: 'sight',
  restart: 'again',
  'test-page': 'printer',
  'test-scan': 'scanner',
};

@customElement('device-dialog')
export class DeviceDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        --dialog-width: 760px;
      }
      .wrong {
        display: grid;
        gap: 2px;
        padding: 12px 16px;
        border: 2px solid var(--text);
        border-inline-start-width: 8px;
        border-radius: var(--r1);
        background: var(--raised);
      }
      .down {
        border-color: var(--alert);
      }
      .down b {
        color: var(--alert);
      }
      dl {
        display: grid;
        grid-template-columns: minmax(7rem, auto) 1fr;
        gap: 0 24px;
      }
      dt,
      dd {
        padding-block: 8px;
        border-top: 1px solid var(--hair);
        overflow-wrap: anywhere;
      }
      dt {
        color: var(--muted);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 12px;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) row!: DeviceRow;
  @state() private sending: DeviceOrder | undefined;
  @state() private refused = '';
  @state() private done = '';
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override render() {
    const { health, level, device } = this.row;
    const { roles } = this.frame.view.me;
    return html`<staff-dialog
      heading=${nameText(health)}
      what=${kindText(health.kind)}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      ${this.done ? html`<p class="serving" role="status"><b>${this.done}</b></p>` : nothing}
      ${health.problems.map(
        (problem) =>
          html`<p class="wrong ${level}">
            <b>${t(`devices.problem-${problem}`)}</b><span>${t(`devices.repair-${problem}`)}</span>
            <span class="small">${t('runbook.page', { page: runbookPage(problem) ?? problem })}</span>
          </p>`,
      )}
      <dl tabindex="0">
        ${this.#facts().map(
          ([label, value]) =>
            html`<dt>${label}</dt>
              <dd><bdi>${value}</bdi></dd>`,
        )}
      </dl>
      ${maySend(roles, 'order-device') ? this.#orders() : nothing}
      ${
        device && device.behind === undefined && maySend(roles, 'set-up-thing')
          ? html`<thing-set-up .frame=${this.frame} .device=${device}></thing-set-up>`
          : nothing
      }
      ${
        health.kind === 'scanner' && roles.includes('admin')
          ? html`<foyer-button slot="acts" @click=${() => this.#leaveWith('change-scanner', health.id)}
              >${t('scanner.change')}</foyer-button
            >`
          : nothing
      }
      ${
        device?.role === 'kiosk' && roles.includes('admin')
          ? html`<foyer-button slot="acts" @click=${() => this.#leaveFor('set-wedge', device)}
              >${t('wedge.title')}</foyer-button
            >`
          : nothing
      }
      ${
        health.kind === 'printer' && roles.includes('admin')
          ? html`<foyer-button slot="acts" @click=${() => this.#leaveWith('change-printers', health.id)}
              >${t('printers.set-up-title')}</foyer-button
            >`
          : nothing
      }
      ${
        device?.role === 'display' && maySend(roles, 'set-display-layout')
          ? html`<foyer-button slot="acts" @click=${() => this.#leaveFor('set-display', device)}
              >${t('display.settings-of', { name: device.name })}</foyer-button
            >`
          : nothing
      }
      ${
        device && device.behind === undefined && roles.includes('admin')
          ? html`<foyer-button slot="acts" @click=${() => this.#leaveFor('remove-device', device)}
              >${t('devices.remove')}</foyer-button
            >`
          : nothing
      }
    </staff-dialog>`;
  }

  #facts(): readonly (readonly [string, string])[] {
    const { health, device } = this.row;
    const { zone } = this.frame.view.clinic;
    const at = (time: number) => formatTime(time, zone);
    const {
      lastSeenAt,
      lastReadAt,
      model,
      firmware,
      batteryPercent,
      linkPercent,
      paper,
      drift = [],
      recentTickets = [],
    } = health;
    const seen = health.connected ? t('reception.now') : lastSeenAt ? at(lastSeenAt) : t('devices.never');
    const facts: readonly (readonly [string, string | undefined])[] = [
      [t('devices.seen'), seen],
      [t('devices.model'), model],
      [t('devices.version'), firmware],
      [t('devices.read-at'), lastReadAt === undefined ? undefined : at(lastReadAt)],
      [t('devices.paper'), paper && t(`devices.paper-${paper}`)],
      [t('devices.battery'), batteryPercent === undefined ? undefined : percent(batteryPercent)],
      [t('devices.link'), linkPercent === undefined ? undefined : percent(linkPercent)],
      [t('devices.tickets'), recentTickets.length === 0 ? undefined : recentTickets.join(', ')],
      [t('devices.late'), device?.renewedLateAt === undefined ? undefined : at(device.renewedLateAt)],
      ...drift.map(({ setting, desired, reported }) => {
        const values = { desired: String(desired), reported: String(reported ?? '?') };
        return [settingText(setting), t('devices.drift', values)] as const;
      }),
    ];
    const said = facts.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]));
    return [...said, ...boxFacts(health, zone), ...passwordFacts(health, zone)];
  }

  #orders() {
    const { health } = this.row;
    const orders = ordersFor(health.kind);
    if (orders.length === 0) return nothing;
    const can = this.frame.session.hasLine && this.sending === undefined;
    // A page that is printed may come late; a screen that is away hears nothing.
    const isThere = health.connected || health.kind === 'printer';
    const { trial } = health;
    return html`<div class="acts">
        ${orders.map(
          (order) =>
            html`<foyer-button
              icon=${icons[order]}
              ?pending=${this.sending === order}
              ?disabled=${!can || !isThere}
              @click=${() => void this.#order(order)}
              >${t(`devices.order-${order}`)}</foyer-button
            >`,
        )}
      </div>
      ${trial === undefined ? nothing : html`<scanner-trial trial=${trial}></scanner-trial>`}
      ${isThere ? nothing : html`<p class="muted">${t('devices.order-away')}</p>`}`;
  }

  async #order(order: DeviceOrder): Promise<void> {
    const { session } = this.frame;
    [this.sending, this.refused, this.done] = [order, '', ''];
    const body = { type: 'order-device' as const, deviceId: this.row.health.id, order };
    const refused = refusedIn(await session.act(body, { giveUpAfterMs: GIVE_UP_MS }));
    this.sending = undefined;
    if (refused) {
      session.read();
      this.refused = refusalText(refused.code, refused.facts);
    } else this.done = t(`devices.ordered-${order}`);
  }

  #leaveFor(event: 'set-display' | 'set-wedge' | 'remove-device', device: DeviceView): void {
    this.#leaveWith(event, device);
  }

  #leaveWith<T>(event: string, detail: T): void {
    this.dialog.leave();
    this.dispatchEvent(new CustomEvent<T>(event, { detail }));
  }
}

function percent(value: number): string {
  return `${value} %`;
}

declare global {
  interface HTMLElementTagNameMap {
    'device-dialog': DeviceDialog;
  }
  interface HTMLElementEventMap {
    'remove-device': CustomEvent<DeviceView>;
    'set-wedge': CustomEvent<DeviceView>;
    'change-scanner': CustomEvent<string>;
    'change-printers': CustomEvent<string>;
  }
}
