// Screens and devices: which are well, letting a new screen in by the eight characters it shows, and an old one go.

import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FoundScanner } from '@foyer/contracts/scanner-view.ts';
import type { DeviceView } from '@foyer/contracts/staff-view.ts';
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
import { countOf, deviceRows, type DeviceRow } from '../../data/device-rows.ts';
import { deviceKinds, type DeviceKind } from '../../data/devices.ts';
import { maySend } from '../../data/ticket-acts.ts';
import { nameText } from '../../strings/device-text.ts';
import { t } from '../../strings/strings.ts';
import './box-settings-dialog.ts';
import './clips-dialog.ts';
import './device-dialog.ts';
import './devices-add.ts';
import './devices-remove-dialog.ts';
import './display-dialog.ts';
import './displays-to-set.ts';
import './people-dialog.ts';
import './printers-dialog.ts';
import './scanner-dialog.ts';
import './scanners-found.ts';
import './wedge-dialog.ts';

const signs: Readonly<Record<DeviceKind, IconName>> = {
  kiosk: 'person',
  display: 'display',
  'staff-tablet': 'tablet',
  button: 'bell',
  sign: 'number-sign',
  gateway: 'globe',
  printer: 'printer',
  scanner: 'scanner',
  box: 'box',
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
      .top,
      .acts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
      }
      .top h1 {
        flex: 1 1 auto;
      }
      .list {
        container-type: inline-size;
      }
      .heads,
      li {
        display: grid;
        grid-template-columns: minmax(8rem, 2fr) minmax(8rem, 1fr) minmax(7rem, 0.8fr) 4.5rem 5rem;
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
      .state {
        min-width: 0;
      }
      .down {
        color: var(--alert);
        font-weight: 700;
      }
      .soon {
        font-weight: 700;
      }
      .name button {
        min-width: 0;
        text-align: start;
        overflow-wrap: anywhere;
      }
      h1 small {
        font-size: 1.125rem;
        font-weight: 400;
        color: var(--muted);
      }
      .state svg {
        flex: none;
        width: 1em;
        height: 1em;
      }
      :host([removes]) :is(.heads, li) {
        grid-template-columns: minmax(7rem, 2fr) minmax(8rem, 1fr) minmax(7rem, 0.8fr) 4rem 4.5rem 3rem;
      }
      @container (max-width: 42rem) {
        .heads,
        li {
          grid-template-columns: minmax(8rem, 1.3fr) minmax(8rem, 1fr) 4rem 4.5rem;
        }
        :host([removes]) :is(.heads, li) {
          grid-template-columns: minmax(7rem, 1.2fr) minmax(8rem, 1fr) 4rem 4.5rem 3rem;
        }
        .role {
          display: none;
        }
      }
      @container (max-width: 34rem) {
        .heads,
        li {
          grid-template-columns: minmax(8rem, 1fr) 7rem 5rem;
        }
        :host([removes]) :is(.heads, li) {
          grid-template-columns: minmax(6rem, 1fr) 7rem 4rem 3rem;
        }
        .power {
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
  /** The id of the device that is looked at. */
  @state() private about = '';
  @state() private box = false;
  @state() private printers = false;
  /** The scanner that is being set up: one that was found, or the id of one that is set up. */
  @state() private scanner: FoundScanner | string | undefined;
  /** The kiosk whose scanner that types is being set. */
  @state() private typedInto: DeviceView | undefined;

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.removes = this.view.me.roles.includes('admin');
    this.sets = maySend(this.view.me.roles, 'set-display-layout');
  }

  override render() {
    const { frame, view, session } = this;
    const rows = deviceRows(view);
    const [down, soon] = [countOf(rows, 'down'), countOf(rows, 'soon')];
    const about = rows.find(({ health }) => health.id === this.about);
    return html`<staff-header .frame=${frame}></staff-header>
      <main>
        <section class="list" aria-label=${t('page.devices')}>
          <line-card .frame=${frame}></line-card>
          ${session.hasLine ? html`<notice-strip .frame=${frame}></notice-strip>` : nothing}
          <said-line .said=${session.said} @read=${() => session.read()}></said-line>
          <unconfirmed-card .frame=${frame}></unconfirmed-card>
          <div class="top">
            <h1>
              ${down === 0 ? t('devices.all-well', { count: rows.length }) : t('devices.down', { count: down, of: rows.length })}
              ${soon === 0 ? nothing : html`<small>${t('devices.soon', { count: soon })}</small>`}
            </h1>
            <div class="acts">
              ${
                view.settings
                  ? html`<foyer-button icon="clock" @click=${() => (this.box = true)}>${t('box.title')}</foyer-button>`
                  : nothing
              }
              ${
                this.sets
                  ? html`<foyer-button icon="announce" @click=${() => (this.clips = true)}
                      >${t('clips.title')}</foyer-button
                    >`
                  : nothing
              }
              ${
                this.removes
                  ? html`<foyer-button icon="printer" @click=${() => (this.printers = true)}
                      >${t('printers.set-up-title')}</foyer-button
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
          </div>
          <scanners-found
            .found=${Object.values(view.foundScanners ?? {})}
            @set-up-scanner=${({ detail }: CustomEvent<FoundScanner>) => (this.scanner = detail)}
          ></scanners-found>
          <displays-to-set
            .view=${view}
            ?sets=${this.sets}
            @set-display=${({ detail }: CustomEvent<DeviceView>) => (this.setting = detail)}
          ></displays-to-set>
          <div class="heads" aria-hidden="true">
            <span>${t('devices.device')}</span><span>${t('devices.state')}</span
            ><span class="role">${t('devices.role')}</span><span class="power">${t('devices.battery')}</span
            ><span>${t('devices.seen')}</span>
          </div>
          <ul tabindex="0" aria-label=${t('page.devices')}>
            ${rows.map((row) => this.#row(row))}
            ${rows.length === 0 ? html`<li><p>${t('devices.none')}</p></li>` : nothing}
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
        about
          ? html`<device-dialog
              .frame=${frame}
              .row=${about}
              @set-display=${({ detail }: CustomEvent<DeviceView>) => (this.setting = detail)}
              @remove-device=${({ detail }: CustomEvent<DeviceView>) => (this.going = detail)}
              @set-wedge=${({ detail }: CustomEvent<DeviceView>) => (this.typedInto = detail)}
              @change-scanner=${({ detail }: CustomEvent<string>) => (this.scanner = detail)}
              @change-printers=${() => (this.printers = true)}
              @close=${() => (this.about = '')}
            ></device-dialog>`
          : nothing
      }
      ${
        this.printers
          ? html`<printers-dialog .frame=${frame} @close=${() => (this.printers = false)}></printers-dialog>`
          : nothing
      }
      ${
        this.scanner === undefined
          ? nothing
          : html`<scanner-dialog
              .frame=${frame}
              .found=${typeof this.scanner === 'string' ? undefined : this.scanner}
              scannerId=${typeof this.scanner === 'string' ? this.scanner : ''}
              @close=${() => (this.scanner = undefined)}
            ></scanner-dialog>`
      }
      ${
        this.typedInto
          ? html`<wedge-dialog
              .frame=${frame}
              .device=${this.typedInto}
              @close=${() => (this.typedInto = undefined)}
            ></wedge-dialog>`
          : nothing
      }
      ${
        this.box
          ? html`<box-settings-dialog .frame=${frame} @close=${() => (this.box = false)}></box-settings-dialog>`
          : nothing
      }
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

  #row({ level, problem, health, device }: DeviceRow) {
    const kind = deviceKinds.find((known) => known === health.kind) ?? 'other';
    const { batteryPercent, connected, lastSeenAt } = health;
    const name = nameText(health);
    return html`<li>
      <span class="name"
        ><foyer-icon name=${signs[kind]} .stroke=${2}></foyer-icon
        ><button class="link" aria-label=${t('devices.about', { name })} @click=${() => (this.about = health.id)}>
          <bdi>${name}</bdi>
        </button></span
      >
      <span class="state ${level}">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path
            d=${level === 'fine' ? 'M2 8.500 6 13 14.500 3.500' : 'M8 1.500 15 14.500H1z'}
            fill=${level === 'down' ? 'currentColor' : 'none'}
            stroke="currentColor"
            stroke-width=${level === 'fine' ? 2.5 : level === 'soon' ? 2 : 0}
          />
        </svg>
        <span class="cut">${problem === undefined ? t('devices.fine') : t(`devices.problem-${problem}`)}</span></span
      >
      <span class="role">${t(`devices.role-${kind}`)}</span>
      <span class="power">${batteryPercent === undefined ? '' : `${batteryPercent} %`}</span>
      <span class="seen"
        >${connected ? t('reception.now') : lastSeenAt ? formatTime(lastSeenAt, this.view.clinic.zone) : t('devices.never')}</span
      >
      ${
        this.removes && device && device.behind === undefined
          ? html`<foyer-button
              class="remove bare"
              icon="cross"
              label=${t('devices.remove-name', { name })}
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
