// What the queue does by itself: when a call that nobody answers is given up, and who is told of a number that nobody
// will call.

import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { NotAnsweredRule, StrandedRule } from '@foyer/contracts/queue-rules.ts';
import { staffRoles, type StaffRole } from '@foyer/contracts/roles.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { t } from '../../strings/strings.ts';
import './number-field.ts';
import { SetUpPart, partStyles } from './set-up-part.ts';

/** With which a rule begins that is switched on. */
const begins = {
  notAnswered: { afterRecalls: 2, afterMinutes: 5, graceMinutes: 30 },
  stranded: { afterMinutes: 15, role: 'reception' },
} as const satisfies { readonly notAnswered: NotAnsweredRule; readonly stranded: StrandedRule };

@customElement('unanswered-part')
export class UnansweredPart extends SetUpPart {
  static override styles = [
    shared,
    staffStyles,
    partStyles,
    css`
      :host {
        display: grid;
        gap: 14px;
      }
      h2 {
        font-size: 1.25rem;
      }
      h2:not(:first-child) {
        margin-top: 14px;
      }
      .choices + .muted {
        max-width: 46rem;
      }
    `,
  ];

  override render() {
    const { notAnswered, stranded } = this.document;
    return html`<h2>${t('set-up.nobody-answers')}</h2>
      <div class="choices">
        <foyer-button
          toggle
          ?on=${notAnswered !== null}
          @click=${() => this.#answer(notAnswered ? null : begins.notAnswered)}
          >${t('set-up.give-up')}</foyer-button
        >
      </div>
      ${notAnswered ? this.#notAnswered(notAnswered) : html`<p class="muted">${t('set-up.give-up-none')}</p>`}
      <h2>${t('set-up.nobody-calls')}</h2>
      <div class="choices">
        <foyer-button toggle ?on=${stranded !== null} @click=${() => this.#strand(stranded ? null : begins.stranded)}
          >${t('set-up.tell')}</foyer-button
        >
      </div>
      ${stranded ? this.#stranded(stranded) : html`<p class="muted">${t('set-up.tell-none')}</p>`}`;
  }

  #notAnswered(rule: NotAnsweredRule) {
    const isNever = rule.afterRecalls === undefined && rule.afterMinutes === undefined;
    const number = (which: keyof NotAnsweredRule, label: string, placeholder: string) =>
      html`<number-field
        label=${label}
        placeholder=${placeholder}
        .value=${rule[which]}
        fault=${this.faultAt(`/notAnswered/${which}`)}
        @number-changed=${({ detail }: CustomEvent<number | null>) => this.#answer(withNumber(rule, which, detail ?? undefined), which)}
      ></number-field>`;
    return html`<p class="muted">${isNever ? t('set-up.give-up-never') : t('set-up.give-up-what')}</p>
      <div class="fields">
        ${number('afterRecalls', t('set-up.give-up-recalls'), t('set-up.never'))}
        ${number('afterMinutes', t('set-up.give-up-minutes'), t('set-up.never'))}
        ${number('graceMinutes', t('set-up.keep-minutes'), t('set-up.all-day'))}
      </div>`;
  }

  #stranded(rule: StrandedRule) {
    return html`<p class="muted">${t('set-up.tell-what')}</p>
      <div class="fields">
        <number-field
          label=${t('set-up.tell-minutes')}
          .value=${rule.afterMinutes}
          fault=${this.faultAt('/stranded/afterMinutes')}
          @number-changed=${({ detail }: CustomEvent<number | null>) => this.#strand({ ...rule, afterMinutes: detail ?? -1 }, 'afterMinutes')}
        ></number-field>
        <label class="field"
          ><span>${t('set-up.tell-role')}</span>
          <select
            @change=${(event: Event) => this.#strand({ ...rule, role: (event.target as HTMLSelectElement).value as StaffRole }, 'role')}
          >
            ${staffRoles.map((role) => html`<option value=${role} ?selected=${role === rule.role}>${t(`role.${role}`)}</option>`)}
          </select></label
        >
        <number-field
          label=${t('set-up.tell-escalate')}
          placeholder="10"
          .value=${rule.escalateAfterMinutes}
          fault=${this.faultAt('/stranded/escalateAfterMinutes')}
          @number-changed=${({ detail }: CustomEvent<number | null>) => this.#strand(withNumber(rule, 'escalateAfterMinutes', detail ?? undefined), 'escalateAfterMinutes')}
        ></number-field>
      </div>`;
  }

  /** What is typed in one field is one step back. */
  #answer(notAnswered: NotAnsweredRule | null, field: keyof NotAnsweredRule | 'all' = 'all'): void {
    this.change({ notAnswered }, `not-answered/${field}/${notAnswered !== null}`);
  }

  #strand(stranded: StrandedRule | null, field: keyof StrandedRule | 'all' = 'all'): void {
    this.change({ stranded }, `stranded/${field}/${stranded !== null}`);
  }
}

function withNumber<T extends object>(rule: T, which: keyof T, value: number | undefined): T {
  const { [which]: _before, ...rest } = rule;
  return (value === undefined ? rest : { ...rest, [which]: value }) as T;
}

declare global {
  interface HTMLElementTagNameMap {
    'unanswered-part': UnansweredPart;
  }
}
