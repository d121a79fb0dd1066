// The printers of the clinic and who prints where. Each change counts at once, without a restart; until the first one,
// what the machine was started with counts, and it can be made to count again.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ClinicAsSetUp } from '@foyer/contracts/clinic-document.ts';
import type { PrintersSetUp, PrinterSetUp } from '@foyer/contracts/printers-set-up.ts';
import type { DeviceView } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { changeClinicNow } from '../../data/change-clinic-now.ts';
import { placeOf, printersOf, withoutPrinter, withPlace, withPrinter } from '../../data/printers-draft.ts';
import { refusedIn, type Refused } from '../../data/refusals.ts';
import { newId } from '../../data/set-up/new-things.ts';
import { valueOf } from '../../input/value-of.ts';
import { hardwareRefusalText } from '../../strings/hardware-refusal-text.ts';
import { t } from '../../strings/strings.ts';
import './printer-fields.ts';

const GIVE_UP_MS = 15_000;

@customElement('printers-dialog')
export class PrintersDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      staff-dialog {
        --dialog-width: 820px;
      }
      .note {
        padding: 8px 14px;
        border-inline-start: 4px solid var(--text);
        background: var(--raised);
      }
      ul {
        border-top: 2px solid var(--text);
      }
      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: 4px 14px;
        min-height: 4rem;
        padding-block: 8px;
        border-bottom: 1px solid var(--line);
        --icon-size: 1.75rem;
      }
      li b,
      li bdi {
        overflow-wrap: anywhere;
      }
      .who {
        display: grid;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      h3 {
        font-size: 1.25rem;
      }
      .places {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
        gap: 16px;
      }
      .add {
        justify-self: start;
      }
      @media (max-width: 40rem) {
        .acts {
          grid-column: 1 / -1;
          justify-content: flex-end;
        }
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @state() private clinic: ClinicAsSetUp | undefined;
  /** The one that is typed in. */
  @state() private open: PrinterSetUp | undefined;
  @state() private sending = false;
  @state() private refused = '';
  @state() private done = '';

  override firstUpdated(): void {
    void this.#fetch();
  }

  override render() {
    const { clinic } = this;
    return html`<staff-dialog
      heading=${t('printers.set-up-title')}
      what=${t('printers.what')}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      ${this.done ? html`<p class="serving" role="status"><b>${this.done}</b></p>` : nothing}
      ${clinic === undefined ? html`<p role="status">${t('common.opening')}</p>` : this.#all(clinic)}
    </staff-dialog>`;
  }

  #all(clinic: ClinicAsSetUp) {
    const set = printersOf(clinic, t('devices.role-printer'));
    const { printers } = set;
    const { open } = this;
    const isOwn = clinic.document.printers !== null;
    return html`${
        isOwn || printers.length > 0
          ? html`<p class="note">${t(isOwn ? 'printers.own' : 'printers.started')}</p>`
          : nothing
      }
      ${printers.length === 0 ? html`<p>${t('printers.none')}</p>` : nothing}
      <ul ?hidden=${printers.length === 0} aria-label=${t('printers.set-up-title')}>
        ${printers.map((printer) => this.#row(printer))}
      </ul>
      ${
        open === undefined
          ? html`<foyer-button class="add" icon="plus" @click=${() => this.#add()}>${t('printers.add')}</foyer-button>`
          : html`<printer-fields
              .printer=${open}
              .others=${printers.filter(({ id }) => id !== open.id)}
              ?sending=${this.sending}
              @printer-kept=${({ detail }: CustomEvent<PrinterSetUp>) => void this.#keep(detail)}
              @close=${() => (this.open = undefined)}
            ></printer-fields>`
      }
      ${printers.length === 0 ? nothing : this.#places(set)}
      ${
        isOwn
          ? html`<foyer-button slot="acts" ?disabled=${this.sending} @click=${() => void this.#change(() => null)}
              >${t('printers.reset')}</foyer-button
            >`
          : nothing
      }`;
  }

  #row({ id, name, address, ...rest }: PrinterSetUp) {
    return html`<li>
      <foyer-icon name="printer" .stroke=${2}></foyer-icon>
      <span class="who"><b>${name}</b><bdi class="small muted">${address}</bdi></span>
      <span class="acts">
        <foyer-button ?disabled=${this.sending} @click=${() => void this.#test(id)}
          >${t('devices.order-test-page')}</foyer-button
        >
        <foyer-button
          label=${t('printers.change', { name })}
          @click=${() => (this.open = { id, name, address, ...rest })}
          >${t('first-run.change')}</foyer-button
        >
        <foyer-button
          class="bare"
          icon="cross"
          label=${t('printers.remove', { name })}
          ?disabled=${this.sending}
          @click=${() => void this.#change((set) => withoutPrinter(set, id))}
        ></foyer-button>
      </span>
    </li>`;
  }

  #places(set: PrintersSetUp) {
    const { printers } = set;
    const kiosks = Object.values(this.frame.view.devices).filter(({ role }) => role === 'kiosk');
    const choice = (
      label: string,
      chosen: string,
      none: string | undefined,
      place: (typeof kiosks)[number] | undefined,
    ) =>
      html`<label class="field"
        ><span>${label}</span>
        <select ?disabled=${this.sending} @change=${(event: Event) => this.#place(place, valueOf(event))}>
          ${none === undefined ? nothing : html`<option value="" ?selected=${chosen === ''}>${none}</option>`}
          ${printers.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`)}
        </select></label
      >`;
    return html`<h3>${t('printers.places')}</h3>
      <div class="places">
        ${choice(t('printers.desk'), set.desk ?? printers[0]?.id ?? '', undefined, undefined)}
        ${kiosks.map((kiosk) => choice(kiosk.name, placeOf(set, kiosk), t('printers.as-desk'), kiosk))}
      </div>`;
  }

  #place(kiosk: DeviceView | undefined, printerId: string): void {
    void this.#change((before) => withPlace(before, kiosk, printerId));
  }

  #add(): void {
    this.open = { id: newId(this.frame.session.now()), name: '', address: '' };
  }

  async #fetch(): Promise<void> {
    const { api, session } = this.frame;
    const clinic = await api.clinicAsSetUp(session.token);
    if (clinic.ok) this.clinic = clinic.value;
    else this.#say(refusedIn(clinic));
  }

  async #keep(printer: PrinterSetUp): Promise<void> {
    await this.#change((set) => withPrinter(set, printer));
    if (this.refused === '') this.open = undefined;
  }

  /** Null: as the machine was started. */
  async #change(change: (set: PrintersSetUp) => PrintersSetUp | null): Promise<void> {
    this.sending = true;
    this.done = '';
    const nameless = t('devices.role-printer');
    const refused = await changeClinicNow(this.frame, (clinic) => ({ printers: change(printersOf(clinic, nameless)) }));
    this.#say(refused);
    await this.#fetch();
    this.sending = false;
  }

  async #test(deviceId: string): Promise<void> {
    const { session } = this.frame;
    this.done = '';
    const order = { type: 'order-device' as const, deviceId, order: 'test-page' as const };
    const refused = refusedIn(await session.act(order, { giveUpAfterMs: GIVE_UP_MS }));
    if (refused) session.read();
    else this.done = t('devices.ordered-test-page');
    this.#say(refused);
  }

  #say(refused: Refused | undefined): void {
    this.refused = refused === undefined ? '' : hardwareRefusalText(refused);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'printers-dialog': PrintersDialog;
  }
}
