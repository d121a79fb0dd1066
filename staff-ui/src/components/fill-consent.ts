// A consent that staff read out to somebody, who agrees or does not; where it is signed on the glass, they sign on this
// tablet, or agree with a tap when they cannot draw. Fires `said` once the edge has taken it.

import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ConsentForm, Signature, Stroke } from '@foyer/contracts/forms.ts';
import { isDrawn, measureSignature } from '@foyer/contracts/signature-measure.ts';
import type { StaffTicket } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-signature-pad.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { t } from '../strings/strings.ts';
import type { Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';

@customElement('fill-consent')
export class FillConsent extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 12px;
        padding-top: 12px;
        border-top: 1px solid var(--hair);
      }
      h3 {
        font-size: 1.25rem;
      }
      foyer-signature-pad {
        --pad-height: 14rem;
        --pad-border: 4px;
        margin-inline: 0;
      }
      .text {
        white-space: pre-line;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) ticket!: StaffTicket;
  @property({ attribute: false }) form!: ConsentForm;
  @state() private sending = false;
  /** Agreed to, and to be signed; undefined while nothing was said. */
  @state() private strokes: readonly Stroke[] | undefined;

  override render() {
    const { title, text } = this.form;
    return html`<h3>${localised(title)}</h3>
      <p class="text">${localised(text)}</p>
      ${this.strokes === undefined ? this.#choices() : this.#signing(this.strokes)}`;
  }

  #choices() {
    return html`<div class="choices" role="group" aria-label=${localised(this.form.title)}>
      <foyer-button ?disabled=${this.sending} @click=${() => this.#agree()}>${t('forms.agrees')}</foyer-button>
      <foyer-button ?disabled=${this.sending} @click=${() => void this.#send(false)}
        >${t('forms.disagrees')}</foyer-button
      >
    </div>`;
  }

  #signing(strokes: readonly Stroke[]) {
    const isSigned = isDrawn(measureSignature(strokes));
    return html`<p>${t('forms.sign')}</p>
      <foyer-signature-pad
        .strokes=${strokes}
        label=${t('forms.signature')}
        @foyer-drawn=${(event: CustomEvent<readonly Stroke[]>) => (this.strokes = event.detail)}
      ></foyer-signature-pad>
      <div class="choices">
        <foyer-button
          kind="strong"
          ?pending=${this.sending}
          ?disabled=${!isSigned || this.sending}
          @click=${() => void this.#send(true, { by: 'glass', strokes: [...strokes] })}
          >${t('forms.signed')}</foyer-button
        >
        <foyer-button ?disabled=${strokes.length === 0} @click=${() => (this.strokes = [])}
          >${t('common.clear')}</foyer-button
        >
        <foyer-button ?disabled=${this.sending} @click=${() => void this.#send(true, { by: 'tap' })}
          >${t('forms.sign-tap')}</foyer-button
        >
        <foyer-button ?disabled=${this.sending} @click=${() => (this.strokes = undefined)}
          >${t('common.back')}</foyer-button
        >
      </div>`;
  }

  #agree(): void {
    if (this.form.signature === 'glass') this.strokes = [];
    else void this.#send(true, { by: 'tap' });
  }

  async #send(given: boolean, signature?: Signature): Promise<void> {
    const { id: consentId, version } = this.form;
    this.sending = true;
    await this.frame.session.act({
      type: 'record-consent',
      ticketId: this.ticket.id,
      consentId,
      version,
      given,
      ...(signature === undefined ? {} : { signature }),
    });
    this.sending = false;
    this.dispatchEvent(new CustomEvent('said'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fill-consent': FillConsent;
  }
}
