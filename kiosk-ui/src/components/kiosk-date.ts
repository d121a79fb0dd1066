// Three fields and the month in words: what is typed, and what it means, before anything is sent.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { monthName } from '@foyer/ui-kit/language/format.ts';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { readDigits } from '../session/typed-date.ts';
import { t } from '../strings/strings.ts';
import { tight } from './panel.ts';

@customElement('kiosk-date')
export class KioskDate extends FoyerElement {
  static override styles = [
    shared,
    css`
      .fields {
        display: grid;
        grid-template-columns: 236fr 236fr 432fr;
        gap: 24px;
        direction: ltr;
      }
      .label {
        display: block;
        font-size: min(calc(30px * var(--text-scale)), 50px);
        line-height: 1.34;
        margin-bottom: 12px;
      }
      .now .label {
        font-weight: 700;
      }
      .value {
        display: flex;
        align-items: center;
        justify-content: center;
        height: 184px;
        background: var(--raised);
        border: 4px solid var(--text);
        border-radius: var(--r1);
        font-size: min(calc(112px * var(--text-scale)), 128px);
        line-height: 1;
        font-weight: 700;
        letter-spacing: -0.02em;
      }
      .now .value {
        border-width: 8px;
      }
      .rest {
        color: var(--hair);
        font-weight: 400;
      }
      .words {
        margin-top: 32px;
        min-height: 1.3em;
        font-size: calc(44px * var(--text-scale));
        line-height: 1.28;
      }
      @container ${tight} {
        .value {
          height: 144px;
          font-size: 128px;
        }
        .words {
          margin-top: 16px;
        }
      }
      .doubt {
        font-weight: 700;
      }
    `,
  ];

  @property() digits = '';
  /** All eight are there and there is no such birth date. */
  @property({ type: Boolean }) doubtful = false;

  override render() {
    const typed = readDigits(this.digits);
    const field = (name: 'day' | 'month' | 'year', length: number, label: string) =>
      html`<div class=${typed.field === name ? 'now' : ''}>
        <span class="label">${label}</span>
        <span class="value" role="text"
          >${typed[name]}<span class="rest" aria-hidden="true">${'–'.repeat(length - typed[name].length)}</span></span
        >
      </div>`;
    return html`<div class="fields">
        ${field('day', 2, t('birthDate.day'))} ${field('month', 2, t('birthDate.month'))}
        ${field('year', 4, t('birthDate.year'))}
      </div>
      <p class="words" role="status">${this.#words(typed)}</p>`;
  }

  #words({ day, month, year }: { day: string; month: string; year: string }) {
    if (this.doubtful) return html`<span class="doubt">${t('birthDate.check')}</span>`;
    const number = Number(month);
    if (month.length < 2 || number < 1 || number > 12) return '';
    const name = html`<b>${monthName(number)}</b>`;
    return document.documentElement.lang === 'zh'
      ? html`${year}${year ? '年' : ''}${name}${Number(day)}日`
      : html`${Number(day)} ${name} ${year}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-date': KioskDate;
  }
}
