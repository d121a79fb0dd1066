// One printer as it is typed in: its name, its address, its model, and who stands in for it. Fires `printer-kept` with the
// printer, and `close` when nothing is to be kept.

import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { printerProfileNames } from '@foyer/contracts/printer-profile-names.ts';
import type { PrinterSetUp } from '@foyer/contracts/printers-set-up.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { typedAddress } from '../../data/printers-draft.ts';
import { valueOf } from '../../input/value-of.ts';
import { t } from '../../strings/strings.ts';

@customElement('printer-fields')
export class PrinterFields extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
        padding: 16px;
        border: 2px solid var(--text);
        border-radius: var(--r2);
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
        gap: 16px;
      }
      .address {
        direction: ltr;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 12px;
      }
    `,
  ];

  /** As it is; a new one has no name and no address yet. */
  @property({ attribute: false }) printer!: PrinterSetUp;
  @property({ attribute: false }) others: readonly PrinterSetUp[] = [];
  @property({ type: Boolean }) sending = false;
  @state() private draft: PrinterSetUp | undefined;

  override render() {
    const draft = this.draft ?? this.printer;
    const { name, address, profile, backup } = draft;
    const ready = name.trim() !== '' && address.trim() !== '' && !this.sending;
    return html`<div class="fields">
        <label class="field"
          ><span>${t('printers.name')}</span>
          <input
            maxlength="60"
            autocomplete="off"
            placeholder=${t('printers.name-example')}
            .value=${name}
            @input=${(event: Event) => (this.draft = { ...draft, name: valueOf(event) })}
        /></label>
        <label class="field"
          ><span>${t('printers.address')}</span>
          <input
            class="address"
            maxlength="140"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            placeholder="192.168.1.50"
            aria-describedby="address-what"
            .value=${address}
            @input=${(event: Event) => (this.draft = { ...draft, address: valueOf(event) })}
        /></label>
        <label class="field"
          ><span>${t('printers.profile')}</span>
          <select @change=${(event: Event) => (this.draft = told(draft, 'profile', valueOf(event)))}>
            <option value="">${t('printers.profile-usual')}</option>
            ${printerProfileNames.map((one) => html`<option value=${one} ?selected=${one === profile}>${one}</option>`)}
          </select></label
        >
        <label class="field"
          ><span>${t('printers.backup')}</span>
          <select @change=${(event: Event) => (this.draft = told(draft, 'backup', valueOf(event)))}>
            <option value="">${t('printers.backup-none')}</option>
            ${this.others.map((other) => html`<option value=${other.id} ?selected=${other.id === backup}>${other.name}</option>`)}
          </select></label
        >
      </div>
      <p class="small muted" id="address-what">${t('printers.address-what')}</p>
      <div class="acts">
        <foyer-button @click=${() => this.dispatchEvent(new CustomEvent('close'))}>${t('common.back')}</foyer-button>
        <foyer-button kind="strong" ?pending=${this.sending} ?disabled=${!ready} @click=${() => this.#keep(draft)}
          >${t('common.save')}</foyer-button
        >
      </div>`;
  }

  #keep({ name, address, ...rest }: PrinterSetUp): void {
    const detail = { ...rest, name: name.trim(), address: typedAddress(address) };
    this.dispatchEvent(new CustomEvent<PrinterSetUp>('printer-kept', { detail }));
  }
}

/** Nothing chosen is nothing said. */
function told(draft: PrinterSetUp, field: 'profile' | 'backup', value: string): PrinterSetUp {
  const { [field]: _before, ...rest } = draft;
  return value === '' ? rest : { ...rest, [field]: value };
}

declare global {
  interface HTMLElementTagNameMap {
    'printer-fields': PrinterFields;
  }
  interface HTMLElementEventMap {
    'printer-kept': CustomEvent<PrinterSetUp>;
  }
}
