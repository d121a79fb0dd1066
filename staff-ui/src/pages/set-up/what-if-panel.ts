// A past day with the rules that are being written: each class and each service as it was, as a replay has it under the rules of now, and
// under these. How far the replay of now is from what happened says how far to believe it.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CallingRules } from '@foyer/contracts/calling-rules.ts';
import type { ServiceId } from '@foyer/contracts/ids.ts';
import type { BusinessDay } from '@foyer/contracts/time.ts';
import type { Compared, WaitsOf, WhatIf } from '@foyer/contracts/what-if.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '../../components/class-mark.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { refusedIn } from '../../data/refusals.ts';
import { dayBefore, longestShown, replayIsOffBy } from '../../data/set-up/what-if.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';

const runs = ['recorded', 'inForce', 'changed'] as const;

@customElement('what-if-panel')
export class WhatIfPanel extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 12px;
      }
      h2 {
        font-size: 1.25rem;
      }
      .ask {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 12px;
      }
      label {
        display: grid;
        gap: 4px;
      }
      .scroll {
        overflow-x: auto;
      }
      table {
        width: 100%;
        min-width: 34rem;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 8px 12px 8px 0;
        border-bottom: 1px solid var(--line);
        text-align: start;
        vertical-align: top;
        font-weight: 400;
      }
      thead th {
        width: 27%;
        font-weight: 700;
      }
      thead th:first-child {
        width: auto;
      }
      td b {
        font-size: 1.125rem;
      }
      svg {
        display: block;
        width: 100%;
        height: 14px;
        margin-block: 2px;
        fill: var(--text);
      }
      svg:dir(rtl) {
        transform: scaleX(-1);
      }
      .group {
        padding-top: 20px;
        font-weight: 700;
      }
      .line,
      .most {
        fill: var(--line);
      }
      td > .run {
        display: none;
      }
      @media (max-width: 40rem) {
        table {
          min-width: 0;
        }
        thead {
          position: absolute;
          clip-path: inset(50%);
        }
        tr {
          display: grid;
          gap: 8px;
          padding-block: 12px;
          border-bottom: 1px solid var(--line);
        }
        th,
        td {
          padding: 0;
          border: 0;
        }
        td > .run {
          display: block;
        }
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) rules: CallingRules | null = null;
  @property({ type: Boolean }) faulty = false;
  @state() private day: BusinessDay | undefined;
  @state() private asking = false;
  @state() private told: WhatIf | undefined;
  @state() private refused = '';
  #asked: CallingRules | null = null;

  override render() {
    const today = this.frame.view.clinic.businessDay;
    const told = this.#asked === this.rules ? this.told : undefined;
    return html`<h2>${t('set-up.what-if')}</h2>
      <p class="muted">${t('set-up.what-if-what')}</p>
      <div class="ask">
        <label
          ><span>${t('set-up.what-if-day')}</span>
          <input
            type="date"
            max=${today}
            .value=${this.day ?? dayBefore(today)}
            @change=${(event: Event) => this.#choose((event.target as HTMLInputElement).value)}
        /></label>
        <foyer-button icon="again" ?disabled=${this.faulty || this.asking} @click=${() => this.#try()}
          >${t('set-up.what-if-try')}</foyer-button
        >
      </div>
      ${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      ${this.asking ? html`<p role="status">${t('common.opening')}</p>` : nothing} ${told ? this.#table(told) : nothing}`;
  }

  #table({ all, classes, services }: WhatIf) {
    if (classes.length === 0) return html`<p role="status">${t('set-up.what-if-nobody')}</p>`;
    const most = longestShown([all, ...classes, ...services]);
    const off = replayIsOffBy(all);
    const believed = off === 0 ? t('set-up.what-if-true') : t('set-up.what-if-off', { count: off ?? 0 });
    return html`${off === undefined ? nothing : html`<p role="status">${believed}</p>`}
      <div class="scroll" tabindex="0" role="group" aria-label=${t('set-up.what-if')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t('set-up.what-if-class')}</th>
              ${runs.map((run) => html`<th scope="col">${t(`set-up.what-if-${run}`)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${classes.map((one) => this.#row(html`<class-mark of=${one.priorityClass}></class-mark>`, one, most))}
            ${classes.length > 1 ? this.#row(html`${t('set-up.what-if-all')}`, all, most) : nothing}
          </tbody>
          ${
            services.length > 1
              ? html`<tbody>
                  <tr>
                    <th scope="rowgroup" colspan="4" class="group">${t('set-up.what-if-services')}</th>
                  </tr>
                  ${services.map((one) => this.#row(html`${this.#serviceName(one.serviceId)}`, one, most))}
                </tbody>`
              : nothing
          }
        </table>
      </div>`;
  }

  #serviceName(serviceId: ServiceId): string {
    const name = this.frame.view.services[serviceId]?.name;
    return name === undefined ? t('set-up.what-if-gone') : localised(name);
  }

  #row(name: unknown, compared: Compared, most: number) {
    return html`<tr>
      <th scope="row">${name}</th>
      ${runs.map(
        (run) =>
          html`<td>
            <span class="run small muted" aria-hidden="true">${t(`set-up.what-if-${run}`)}</span
            >${this.#waits(compared[run], most)}
          </td>`,
      )}
    </tr>`;
  }

  #waits({ called, uncalled, median, most: ninth }: WaitsOf, most: number) {
    const share = (minutes: number) => (most === 0 ? 0 : (100 * minutes) / most);
    return html`${
        median === undefined || ninth === undefined
          ? nothing
          : html`<svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
                <rect class="line" y="6.5" width="100" height="1"></rect>
                <rect class="most" y="4" width=${share(ninth)} height="6"></rect>
                <rect width=${share(median)} height="14"></rect></svg
              ><b>${t('set-up.what-if-median', { count: median })}</b><br /><span class="small"
                >${t('set-up.what-if-most', { count: ninth })}</span
              ><br />`
      }<span class="small muted"
        >${t('set-up.what-if-called', { count: called })}${uncalled > 0 ? html`, ${t('set-up.what-if-uncalled', { count: uncalled })}` : nothing}</span
      >`;
  }

  #choose(day: string): void {
    this.day = day === '' ? undefined : day;
    this.told = undefined;
    this.refused = '';
  }

  async #try(): Promise<void> {
    const { api, session, view } = this.frame;
    const { rules } = this;
    const businessDay = this.day ?? dayBefore(view.clinic.businessDay);
    this.asking = true;
    this.refused = '';
    this.told = undefined;
    const answer = await api.whatIf({ businessDay, rules }, session.token);
    this.asking = false;
    this.#asked = rules;
    const refused = refusedIn(answer);
    if (answer.ok) this.told = answer.value;
    if (refused) this.refused = refused.code === 'not-found' ? t('set-up.what-if-none') : refusalText(refused.code, {});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'what-if-panel': WhatIfPanel;
  }
}
