// One consent: what it says, before what, and how it is given. What is changed counts at once. Fires `close`.

import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import type { Consent } from '../../data/set-up/new-things.ts';
import { t } from '../../strings/strings.ts';
import './service-choices.ts';
import { EditDialog } from './edit-dialog.ts';
import { partStyles } from './set-up-part.ts';
import './texts-field.ts';

const signatures = ['glass', 'tap'] as const;

@customElement('edit-consent-dialog')
export class EditConsentDialog extends EditDialog {
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

  protected override readonly list = 'consents';

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
        fault=${this.faultOf('title')}
        @texts-changed=${({ detail }: CustomEvent<Consent['title']>) => this.#put({ ...consent, title: detail })}
      ></texts-field>
      <texts-field
        long
        label=${t('set-up.consent-text')}
        most="2000"
        .texts=${consent.text}
        .languages=${languages}
        fault=${this.faultOf('text')}
        @texts-changed=${({ detail }: CustomEvent<Consent['text']>) => this.#put({ ...consent, text: detail })}
      ></texts-field>
      <service-choices
        label=${t('set-up.form-services')}
        .services=${services}
        .chosen=${consent.serviceIds}
        fault=${this.faultOf('serviceIds')}
        @services-chosen=${({ detail }: CustomEvent<string[]>) => this.#put({ ...consent, serviceIds: detail })}
      ></service-choices>
      <div class="group">
        <b id="signature">${t('set-up.consent-signature')}</b>
        <div class="choices" role="group" aria-labelledby="signature">
          ${signatures.map((signature) => html`<foyer-button toggle ?on=${consent.signature === signature} @click=${() => this.#put({ ...consent, signature })}>${t(`set-up.consent-${signature}`)}</foyer-button>`)}
        </div>
      </div>
      ${this.doneAct()}
    </staff-dialog>`;
  }

  #put(consent: Consent): void {
    this.change({ consents: this.document.consents.with(this.index, consent) }, `consent/${consent.id}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'edit-consent-dialog': EditConsentDialog;
  }
}
