// Of whom, and what: somebody leaves until a time or for the day, is late, or changes rooms. Fires `asked`.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ServicePointId, StaffId } from '@foyer/contracts/ids.ts';
import type { EpochMs } from '@foyer/contracts/time.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { halfHours, type Working } from '../../data/leaving.ts';
import { t } from '../../strings/strings.ts';

export const LeavesAct = { leaves: 'leaves', late: 'late', swaps: 'swaps' } as const;
export type LeavesAct = (typeof LeavesAct)[keyof typeof LeavesAct];

export interface Asked {
  readonly act: LeavesAct;
  /** At most one of the two. */
  readonly staffId?: StaffId | undefined;
  readonly servicePointId?: ServicePointId | undefined;
  /** When they leave; absent: now. */
  readonly from?: EpochMs | undefined;
  /** Absent: not back today. */
  readonly until?: EpochMs | undefined;
}

@customElement('leaves-ask')
export class LeavesAsk extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-end;
        gap: 12px 16px;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      select {
        width: 100%;
        text-overflow: ellipsis;
      }
      .who {
        flex: 1 1 12rem;
        max-width: 24rem;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) asked: Asked = { act: LeavesAct.leaves };
  @property({ attribute: false }) people: readonly Working[] = [];
  @property({ attribute: false }) rooms: readonly StaffView['servicePoints'][string][] = [];

  override render() {
    const { act, staffId, servicePointId } = this.asked;
    const isRoom = servicePointId !== undefined;
    const acts = isRoom ? [LeavesAct.leaves, LeavesAct.late] : Object.values(LeavesAct);
    const words = (which: LeavesAct) => t(which === LeavesAct.leaves && isRoom ? 'leaves.shut' : `leaves.${which}`);
    return html`<form @submit=${(event: Event) => event.preventDefault()}>
      <label class="field who"
        ><span>${t('leaves.who')}</span>
        <select .value=${staffId ?? servicePointId ?? ''} @change=${this.#whoChosen}>
          <option value="" ?selected=${staffId === undefined && !isRoom}>${t('leaves.choose')}</option>
          <optgroup label=${t('leaves.people')}>
            ${this.people.map((working) => html`<option value=${working.staffId} ?selected=${working.staffId === staffId}>${this.#where(working)}</option>`)}
          </optgroup>
          <optgroup label=${t('leaves.rooms')}>
            ${this.rooms.map(({ id, name }) => html`<option value=${id} ?selected=${id === servicePointId}>${localised(name)}</option>`)}
          </optgroup>
        </select></label
      >
      <div class="acts" role="group" aria-label=${t('leaves.what')}>
        ${acts.map(
          (which) =>
            html`<foyer-button toggle ?on=${which === act} @click=${() => this.#tell({ ...this.asked, act: which })}
              >${words(which)}</foyer-button
            >`,
        )}
      </div>
      ${act === LeavesAct.leaves ? html`${this.#departure()} ${this.#return()}` : nothing}
    </form>`;
  }

  #departure() {
    const { from } = this.asked;
    const { now, view } = this.frame;
    return html`<label class="field"
      ><span>${t('leaves.from')}</span>
      <select .value=${String(from ?? '')} @change=${this.#departureChosen}>
        <option value="" ?selected=${from === undefined}>${t('leaves.from-now')}</option>
        ${halfHours(now).map(
          (time) =>
            html`<option value=${time} ?selected=${time === from}>
              ${t('leaves.back-at', { time: formatTime(time, view.clinic.zone) })}
            </option>`,
        )}
      </select></label
    >`;
  }

  #return() {
    const { from, until } = this.asked;
    const { now, view } = this.frame;
    return html`<label class="field"
      ><span>${t('leaves.back')}</span>
      <select .value=${String(until ?? '')} @change=${this.#returnChosen}>
        <option value="" ?selected=${until === undefined}>${t('leaves.not-today')}</option>
        ${halfHours(from ?? now).map(
          (time) =>
            html`<option value=${time} ?selected=${time === until}>
              ${t('leaves.back-at', { time: formatTime(time, view.clinic.zone) })}
            </option>`,
        )}
      </select></label
    >`;
  }

  #where({ name, servicePointId }: Working): string {
    const room = this.frame.view.servicePoints[servicePointId ?? ''];
    return room ? t('leaves.at', { name, room: localised(room.name) }) : name;
  }

  #whoChosen(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const isRoom = this.rooms.some(({ id }) => id === value);
    const act = isRoom && this.asked.act === LeavesAct.swaps ? LeavesAct.leaves : this.asked.act;
    const whose = value === '' ? {} : isRoom ? { servicePointId: value } : { staffId: value };
    this.#tell({ act, ...whose });
  }

  /** Nobody is back before they leave. */
  #departureChosen(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const { from: _from, until, ...asked } = this.asked;
    const from = value === '' ? {} : { from: Number(value) };
    this.#tell({ ...asked, ...from, ...(until !== undefined && until > Number(value) ? { until } : {}) });
  }

  #returnChosen(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const { until: _until, ...asked } = this.asked;
    this.#tell(value === '' ? asked : { ...asked, until: Number(value) });
  }

  #tell(asked: Asked): void {
    this.dispatchEvent(new CustomEvent<Asked>('asked', { detail: asked }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'leaves-ask': LeavesAsk;
  }
}
