// How right the waits were that patients were told, a line for each service: of a hundred waits, how many ended within
// what was said, against the sixty that are aimed for, and to which side the others were off. The words carry the
// meaning, so the drawings are hidden from readers; they turn over in Arabic.

import type { ClinicDay, EstimatesOfService } from '@foyer/contracts/centre-api.ts';
import type { LocalisedText } from '@foyer/contracts/languages.ts';
import { aimedCoverage } from '@foyer/contracts/wait-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { css, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { dayInWords } from '../data/day-words.ts';
import { t } from '../strings/strings.ts';

const BAR = 240;
const BIAS = 120;
const MIDDLE = BIAS / 2;
const HEAD = 8;
/** Minutes that half of the line of the bias stands for. */
const MOST_BIAS = 15;

@customElement('wait-grades')
export class WaitGrades extends FoyerElement {
  static override styles = [
    shared,
    css`
      h2 {
        font-size: 1.25rem;
        line-height: 1.4;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 4px 16px;
        margin-bottom: 8px;
      }
      .head p,
      .none,
      .of {
        color: var(--muted);
      }
      .none {
        max-width: 736px;
        padding-block: 8px;
        font-size: 1.0625rem;
      }
      li {
        display: grid;
        grid-template-columns: minmax(120px, 1fr) repeat(2, minmax(0, 300px));
        align-items: center;
        gap: 4px 40px;
        padding-block: 10px;
        border-top: 1px solid var(--hair);
      }
      .name {
        display: grid;
        font-weight: 700;
      }
      .of {
        font-size: 0.9375rem;
        font-weight: 400;
      }
      .figure {
        display: grid;
        gap: 4px;
        font-size: 0.9375rem;
      }
      svg {
        display: block;
        overflow: visible;
        color: var(--text);
        stroke: currentColor;
        fill: none;
      }
      svg:dir(rtl) {
        transform: scaleX(-1);
      }
      .bar {
        width: 240px;
        height: 24px;
      }
      .bias {
        width: 200px;
        height: 24px;
      }
      .rail {
        stroke: var(--hair);
        stroke-width: 2;
      }
      .share {
        stroke-width: 12;
      }
      .aim {
        stroke-width: 2;
      }
      .below .share {
        stroke: var(--alert);
      }
      .below .words {
        color: var(--alert);
        font-weight: 700;
      }
      .shaft {
        stroke-width: 4;
      }
      .tip {
        fill: currentColor;
        stroke: none;
      }
      @media (max-width: 899px) {
        li {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) estimates: ClinicDay['estimates'];

  override render() {
    const { estimates } = this;
    return html`<div class="head">
        <h2>${t('estimates.title')}</h2>
        ${estimates ? html`<p>${dayInWords(estimates.businessDay)}</p>` : nothing}
      </div>
      ${
        estimates
          ? html`<ul>
              ${estimates.services.map((service) => this.#service(service))}
            </ul>`
          : html`<p class="none">${t('estimates.none')}</p>`
      }`;
  }

  #service({ name, predicted, coverage, biasMinutes, rmseMinutes }: EstimatesOfService) {
    const bias = Math.round(biasMinutes);
    return html`<li>
      <span class="name"
        >${name === undefined ? t('estimates.service.gone') : localised(name as LocalisedText)}
        <span class="of">${t('estimates.waits', { count: predicted })}</span></span
      >
      <span class="figure ${coverage < aimedCoverage - 0.1 ? 'below' : ''}">
        ${coverageBar(coverage)}
        <span class="words"
          >${t('estimates.within', { within: Math.round(coverage * 100), aim: Math.round(aimedCoverage * 100) })}</span
        >
      </span>
      <span class="figure">
        ${biasArrow(biasMinutes)}
        <span>${biasText(bias)}${t('estimates.off', { minutes: Math.round(rmseMinutes) })}</span>
      </span>
    </li>`;
  }
}

function biasText(bias: number): string {
  if (bias === 0) return t('estimates.even');
  return bias > 0 ? t('estimates.long', { minutes: bias }) : t('estimates.short', { minutes: -bias });
}

function coverageBar(coverage: number) {
  return html`<svg class="bar" viewBox="0 0 ${BAR} 24" aria-hidden="true">
    <path class="rail" d="M0 12H${BAR}" />
    <path class="share" d="M0 12H${BAR * coverage}" />
    <path class="aim" d="M${BAR * aimedCoverage} 0v24" />
  </svg>`;
}

/** To the start: said too little; to the end: said too much. */
function biasArrow(biasMinutes: number) {
  const along = (MIDDLE - HEAD) * Math.min(1, Math.abs(biasMinutes) / MOST_BIAS);
  const side = Math.sign(biasMinutes);
  const end = MIDDLE + side * along;
  return html`<svg class="bias" viewBox="0 0 ${BIAS} 24" preserveAspectRatio="xMinYMid" aria-hidden="true">
    <path class="rail" d="M0 12H${BIAS}" />
    <path class="aim" d="M${MIDDLE} 2v20" />
    ${
      Math.round(biasMinutes) === 0
        ? nothing
        : svg`<path class="shaft" d="M${MIDDLE} 12H${end}" />
            <path class="tip" d="M${end} 5L${end + side * HEAD} 12L${end} 19z" />`
    }
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'wait-grades': WaitGrades;
  }
}
