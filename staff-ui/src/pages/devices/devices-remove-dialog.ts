// Letting a screen go, asked once: its credential ends with it.

import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { DeviceView } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { refusedIn } from '../../data/refusals.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';

@customElement('devices-remove-dialog')
export class DevicesRemoveDialog extends FoyerElement {
  static override styles = [shared, staffStyles];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) device!: DeviceView;
  @state() private sending = false;
  @state() private refused = '';
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override render() {
    return html`<staff-dialog
      heading=${t('devices.remove-name', { name: this.device.name })}
      what=${t('devices.remove-what')}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      <foyer-button slot="acts" @click=${() => this.dialog.leave()}>${t('common.back')}</foyer-button>
      <foyer-button
        slot="acts"
        kind="alert"
        ?pending=${this.sending}
        ?disabled=${this.sending}
        @click=${() => void this.#remove()}
        >${t('devices.remove')}</foyer-button
      >
    </staff-dialog>`;
  }

  async #remove(): Promise<void> {
    const { api, session } = this.frame;
    this.sending = true;
    const refused = refusedIn(await api.remove(this.device.id, session.token));
    this.sending = false;
    if (refused) this.refused = refusalText(refused.code, refused.facts);
    else this.dialog.leave();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'devices-remove-dialog': DevicesRemoveDialog;
  }
}
