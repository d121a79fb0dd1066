// Details as they are by now beside what somebody wants them to be, detail by detail.

import type { DetailField } from '@foyer/contracts/detail-fields.ts';
import type { PatientDetails } from '@foyer/contracts/patient.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { detailDirection, detailWords } from '../../data/detail-words.ts';
import { differing } from '../../data/patient-edit.ts';
import { t } from '../../strings/strings.ts';

@customElement('details-beside')
export class DetailsBeside extends FoyerElement {
  static override styles = [
    shared,
    css`
      dl {
        display: grid;
        gap: 8px;
      }
      div {
        padding-top: 8px;
        border-top: 1px solid var(--hair);
      }
      dt {
        font-weight: 700;
      }
      dt::first-letter {
        text-transform: uppercase;
      }
      dd {
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** As somebody read them, as they are, and as they are wanted. */
  @property({ attribute: false }) read: PatientDetails = {};
  @property({ attribute: false }) now: PatientDetails = {};
  @property({ attribute: false }) wanted: PatientDetails = {};

  override render() {
    const own = differing(this.read, this.wanted);
    const fields = new Set([...differing(this.read, this.now), ...own]);
    return html`<dl>${[...fields].map((field) => this.#detail(field, own.includes(field)))}</dl>`;
  }

  #detail(field: DetailField, isOwn: boolean) {
    const words = (details: PatientDetails) =>
      html`<b><bdi dir=${detailDirection(field)}>${detailWords(field, details)}</bdi></b>`;
    return html`<div>
      <dt>${t(`conflicts.field-${field}`)}</dt>
      <dd>${t('patients.there')} ${words(this.now)}</dd>
      ${isOwn ? html`<dd>${t('patients.mine')} ${words(this.wanted)}</dd>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'details-beside': DetailsBeside;
  }
}
