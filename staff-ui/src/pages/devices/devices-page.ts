// Screens and devices: which are well, letting a new screen in by the eight characters it shows, and an old one go.

import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DeviceView } from '@foyer/contracts/views.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import type { IconName } from '@foyer/ui-kit/elements/icons.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-floor.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '../../components/line-card.ts';
import '../../components/notice-strip.ts';
import '../../components/said-line.ts';
import '../../components/staff-header.ts';
import { StaffPage } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import '../../components/unconfirmed-card.ts';
import { deviceKinds, type DeviceKind } from '../../data/devices.ts';
import { maySend } from '../../data/ticket-acts.ts';
import { t } from '../../strings/strings.ts';
import './clips-dialog.ts';
import './devices-add.ts';
import './devices-remove-dialog.ts';
import './display-dialog.ts';
import './people-dialog.ts';

const signs: Readonly<Record<DeviceKind, IconName>> = {
  kiosk: 'printer',
  display: 'display',
  'staff-tablet': 'tablet',
  button: 'bell',
  other: 'box',
};

@customElement('devices-page')
export class DevicesPage extends StaffPage {
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
        grid-template-columns: minmax(0, 1fr) minmax(21rem, 35%);
        min-height: 0;
      }
      section {
        display: flex;
        flex-direction: column;
        gap: 8px;
        min-height: 0;
        padding: 14px 24px 0;
      }
      devices-add {
        border-inline-start: 2px solid var(--text);
      }
      h1 {
        font-size: 1.75rem;
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 8px 16px;
      }
      .list {
        container-type: inline-size;
      }
      .heads,
      li {
        display: grid;
        grid-template-columns: minmax(8rem, 1.4fr) 8rem minmax(6rem, 1fr) 6rem;
        align-items: center;
        gap: 0 12px;
      }
      .heads {
        min-height: 32px;
        border-bottom: 2px solid var(--text);
        color: var(--muted);
        font-size: 0.875rem;
      }
      ul {
        flex: 1;
        min-height: 0;
        overflow-y: auto;
      }
      li {
        min-height: 3.25rem;
        border-bottom: 1px solid var(--hair);
      }
      .name {
        display: flex;
        align-items: center;
        gap: 12px;
        min-width: 0;
        font-weight: 700;
        --icon-size: 1.375rem;
      }
      .state {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .state svg {
        flex: none;
        width: 1em;
        height: 1em;
      }
      :host([removes]) :is(.heads, li) {
        grid-template-columns: minmax(8rem, 1.4fr) 7rem minmax(5rem, 1fr) 5rem 3rem;
      }
      @container (max-width: 34rem) {
        .heads,
        li {
          grid-template-columns: minmax(8rem, 1fr) 7rem 5rem;
        }
        :host([removes]) :is(.heads, li) {
          grid-template-columns: minmax(6rem, 1fr) 7rem 4rem 3rem;
        }
        .role {
          display: none;
        }
      }
      /* A phone: the state below the name, when it was seen beside both. */
      @container (max-width: 26rem) {
        .heads,
        li {
          grid-template-columns: minmax(0, 1fr) minmax(4rem, auto);
        }
        :host([removes]) :is(.heads, li) {
          grid-template-columns: minmax(0, 1fr) minmax(3rem, auto) 3rem;
        }
        .heads span:nth-child(2) {
          display: none;
        }
        li {
          padding-block: 8px;
        }
        .state {
          grid-area: 2 / 1;
        }
        .seen {
          grid-area: 1 / 2 / span 2;
        }
        .remove {
          grid-area: 1 / 3 / span 2;
        }
      }
      :host(:not([shape='wide'])) main {
        display: flex;
        flex-direction: column;
      }
      :host(:not([shape='wide'])) .list {
        flex: 1;
      }
      :host(:not([shape='wide'])) devices-add {
        flex: none;
        border-inline: 0;
        border-top: 2px solid var(--text);
      }
      :host([shape='small']) section {
        padding-inline: 16px;
      }
    `,
  ];

  /** An administrator lets screens go, too. */
  @property({ type: Boolean, reflect: true }) removes = false;
  /** Whoever may say what a display shows. */
  @property({ type: Boolean, reflect: true }) sets = false;
  @state() private going: DeviceView | undefined;
  @state() private people = false;
  /** The display that is being set. */
  @state() private setting: DeviceView | undefined;
  @state() private clips = false;

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.removes = this.view.me.roles.includes('admin');
    this.sets = maySend(this.view.me.roles, 'set-display-layout');
  }

  override render() {
    const { frame, view, session } = this;
    const devices = Object.values(view.devices).toSorted(
      (a, b) => Number(a.connected) - Number(b.connected) || a.name.localeCompare(b.name),
    );
    const down = devices.filter((device) => !device.connected).length;
    return html`<staff-header .frame=${frame}></staff-header>
      <main>
        <section class="list" aria-label=${t('page.devices')}>
          <line-card .frame=${frame}></line-card>
          ${session.hasLine ? html`<notice-strip .frame=${frame}></notice-strip>` : nothing}
          <said-line .said=${session.said} @read=${() => session.read()}></said-line>
          <unconfirmed-card .frame=${frame}></unconfirmed-card>
          <div class="top">
            <h1>
              ${down === 0 ? t('devices.all-well', { count: devices.length }) : t('devices.down', { count: down, of: devices.length })}
            </h1>
            ${
              this.sets
                ? html`<foyer-button icon="announce" @click=${() => (this.clips = true)}
                    >${t('clips.title')}</foyer-button
                  >`
                : nothing
            }
            ${
              maySend(view.me.roles, 'reset-pin')
                ? html`<foyer-button icon="people" @click=${() => (this.people = true)}
                    >${t('people.title')}</foyer-button
                  >`
                : nothing
            }
          </div>
          <div class="heads" aria-hidden="true">
            <span>${t('devices.device')}</span><span>${t('devices.state')}</span
            ><span class="role">${t('devices.role')}</span><span>${t('devices.seen')}</span>
          </div>
          <ul tabindex="0" aria-label=${t('page.devices')}>
            ${devices.map((device) => this.#row(device))}
            ${devices.length === 0 ? html`<li><p>${t('devices.none')}</p></li>` : nothing}
          </ul>
        </section>
        ${this.removes ? html`<devices-add .frame=${frame}></devices-add>` : nothing}
      </main>
      <foyer-floor ?broken=${!session.hasLine}></foyer-floor>
      ${
        this.setting
          ? html`<display-dialog
              .frame=${frame}
              .device=${this.setting}
              @close=${() => (this.setting = undefined)}
            ></display-dialog>`
          : nothing
      }
      ${this.clips ? html`<clips-dialog .frame=${frame} @close=${() => (this.clips = false)}></clips-dialog>` : nothing}
      ${this.people ? html`<people-dialog .frame=${frame} @close=${() => (this.people = false)}></people-dialog>` : nothing}
      ${
        this.going
          ? html`<devices-remove-dialog
              .frame=${frame}
              .device=${this.going}
              @close=${() => (this.going = undefined)}
            ></devices-remove-dialog>`
          : nothing
      }`;
  }

  #row(device: DeviceView) {
    const kind = deviceKinds.find((known) => known === device.role) ?? 'other';
    return html`<li>
      <span class="name"
        ><foyer-icon name=${signs[kind]} .stroke=${2}></foyer-icon>${
          this.sets && kind === 'display'
            ? html`<button
                class="link cut"
                aria-label=${t('display.settings-of', { name: device.name })}
                @click=${() => (this.setting = device)}
              >
                ${device.name}
              </button>`
            : html`<span class="cut">${device.name}</span>`
        }</span
      >
      <span class="state ${device.connected ? '' : 'alert'}">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path
            d=${device.connected ? 'M2 8.500 6 13 14.500 3.500' : 'M8 1 15.500 15H.5z'}
            fill=${device.connected ? 'none' : 'currentColor'}
            stroke="currentColor"
            stroke-width=${device.connected ? 2.5 : 0}
          />
        </svg>
        ${t(device.connected ? 'devices.fine' : 'devices.silent')}</span
      >
      <span class="role">${t(`devices.role-${kind}`)}</span>
      <span class="seen"
        >${device.connected ? t('reception.now') : device.lastSeenAt ? formatTime(device.lastSeenAt, this.view.clinic.zone) : t('devices.never')}</span
      >
      ${
        this.removes
          ? html`<foyer-button
              class="remove bare"
              icon="cross"
              label=${t('devices.remove-name', { name: device.name })}
              @click=${() => (this.going = device)}
            ></foyer-button>`
          : nothing
      }
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'devices-page': DevicesPage;
  }
}
