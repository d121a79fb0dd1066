// The scanner that types into one kiosk as a keyboard does: the sign that it puts before each code, where it puts any.

import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { DeviceView } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { changeClinicNow } from '../../data/change-clinic-now.ts';
import { refusedIn, type Refused } from '../../data/refusals.ts';
import { scannersOf, wedgeBeside, withWedge } from '../../data/scanners-draft.ts';
import { newId } from '../../data/set-up/new-things.ts';
import { valueOf } from '../../input/value-of.ts';
import { hardwareRefusalText } from '../../strings/hardware-refusal-text.ts';
import { t } from '../../strings/strings.ts';

@customElement('wedge-dialog')
export class WedgeDialog extends FoyerElement {
  static override styles = [shared, staffStyles];

  @property({ attribute: false }) frame!: Frame;
  /** The kiosk. */
  @property({ attribute: false }) device!: DeviceView;
  /** Undefined: what counts is not known yet. */
  @state() private sign: string | undefined;
  @state() private sending = false;
  @state() private refused = '';
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override firstUpdated(): void {
    void this.#fetch();
  }

  override render() {
    const { sign } = this;
    return html`<staff-dialog
      heading=${t('wedge.title')}
      what=${this.device.name}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      <p>${t('wedge.what')}</p>
      ${
        sign === undefined
          ? nothing
          : html`<label class="field"
              ><span>${t('scanner.prefix')}</span>
              <input
                dir="ltr"
                maxlength="8"
                autocomplete="off"
                spellcheck="false"
                .value=${sign}
                @input=${(event: Event) => (this.sign = valueOf(event))}
            /></label>`
      }
      <foyer-button slot="acts" @click=${() => this.dialog.leave()}>${t('common.back')}</foyer-button>
      <foyer-button
        slot="acts"
        kind="strong"
        ?pending=${this.sending}
        ?disabled=${this.sending || sign === undefined || !this.frame.session.hasLine}
        @click=${() => void this.#save(sign ?? '')}
        >${t('common.save')}</foyer-button
      >
    </staff-dialog>`;
  }

  async #fetch(): Promise<void> {
    const { api, session } = this.frame;
    const clinic = await api.clinicAsSetUp(session.token);
    if (clinic.ok) this.sign = wedgeBeside(scannersOf(clinic.value), this.device)?.prefix ?? '';
    else this.#say(refusedIn(clinic));
  }

  async #save(sign: string): Promise<void> {
    const id = newId(this.frame.session.now());
    this.sending = true;
    const refused = await changeClinicNow(this.frame, (clinic) => ({
      scanners: withWedge(scannersOf(clinic), this.device, sign, id),
    }));
    this.sending = false;
    this.#say(refused);
    if (refused === undefined) this.dialog.leave();
  }

  #say(refused: Refused | undefined): void {
    this.refused = refused === undefined ? '' : hardwareRefusalText(refused);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wedge-dialog': WedgeDialog;
  }
}
