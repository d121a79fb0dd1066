// One consent: what it says, before what, and how it is given. What is changed counts at once. Fires `close`.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import type { Consent } from '../../data/set-up/new-things.ts';
import { t } from '../../strings/strings.ts';
import './service-choices.ts';
import { focusFirst } from './focus-first.ts';
import { SetUpPart, partStyles } from './set-up-part.ts';
import './texts-field.ts';

const signatures = ['glass', 'tap'] as const;

@customElement('edit-consent-dialog')
export class EditConsentDialog extends SetUpPart {
  static override styles = [
    shared,
    staffStyles,
    partStyles,
    css`
      staff-dialog {
        --dialog-width: 900px;
      }
    `,
  ];

  @property({ type: Number }) index = 0;
  /** Of a new one, what is missing is said when somebody wants to go on. */
  @property({ type: Boolean }) fresh = false;
  @state() private judged = false;
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override firstUpdated(): void {
    void focusFirst(this);
  }

  override render() {
    const consent = this.document.consents[this.index];
    if (consent === undefined) return nothing;
    const { languages, services } = this.document;
    return html`<staff-dialog heading=${t('set-up.consent')}>
      <texts-field
        label=${t('set-up.form-title')}
        most="80"
        .texts=${consent.title}
        .languages=${languages}
        fault=${this.#fault('title')}
        @texts-changed=${({ detail }: CustomEvent<Consent['title']>) => this.#put({ ...consent, title: detail })}
      ></texts-field>
      <texts-field
        long
        label=${t('set-up.consent-text')}
        most="2000"
        .texts=${consent.text}
        .languages=${languages}
        fault=${this.#fault('text')}
        @texts-changed=${({ detail }: CustomEvent<Consent['text']>) => this.#put({ ...consent, text: detail })}
      ></texts-field>
      <service-choices
        label=${t('set-up.form-services')}
        .services=${services}
        .chosen=${consent.serviceIds}
        fault=${this.#fault('serviceIds')}
        @services-chosen=${({ detail }: CustomEvent<string[]>) => this.#put({ ...consent, serviceIds: detail })}
      ></service-choices>
      <div class="group">
        <b id="signature">${t('set-up.consent-signature')}</b>
        <div class="choices" role="group" aria-labelledby="signature">
          ${signatures.map((signature) => html`<foyer-button toggle ?on=${consent.signature === signature} @click=${() => this.#put({ ...consent, signature })}>${t(`set-up.consent-${signature}`)}</foyer-button>`)}
        </div>
      </div>
      <foyer-button slot="acts" kind="strong" @click=${() => this.#done()}>${t('set-up.done')}</foyer-button>
    </staff-dialog>`;
  }

  #fault(field: keyof Consent): string {
    return this.fresh && !this.judged ? '' : this.faultIn(`/consents/${this.index}/${field}`);
  }

  #put(consent: Consent): void {
    this.change({ consents: this.document.consents.with(this.index, consent) }, `consent/${consent.id}`);
  }

  #done(): void {
    this.judged = true;
    if (this.faultIn(`/consents/${this.index}`) === '') this.dialog.leave();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'edit-consent-dialog': EditConsentDialog;
  }
}
