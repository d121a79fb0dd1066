// The building is being left: across every page and the lock, until the all clear. Who is signed in ticks off who is
// outside; the all clear asks once.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { TabletView } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { musterCounts, musterInOrder } from '../data/muster.ts';
import { maySend } from '../data/ticket-acts.ts';
import { refusalText } from '../strings/refusal-text.ts';
import { t } from '../strings/strings.ts';
import './muster-list.ts';
import './staff-dialog.ts';
import type { Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';

@customElement('evacuation-banner')
export class EvacuationBanner extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        border-bottom: 4px solid var(--alert);
      }
      .head-line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        padding: 12px 24px;
        background: var(--alert);
        color: var(--on-alert);
        font-size: 1.125rem;
        --icon-size: 2.25rem;
      }
      .what {
        flex: 1 1 16rem;
        min-width: 0;
      }
      .what b {
        display: block;
        font-size: 1.5rem;
        line-height: 1.3;
      }
      .head-line :focus-visible {
        outline-color: var(--on-alert);
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 24px;
        padding: 8px 24px;
        background: var(--raised);
        font-size: 1.125rem;
      }
      .list {
        max-height: 62dvh;
        overflow-y: auto;
        background: var(--surface);
      }
    `,
  ];

  @property({ attribute: false }) view!: TabletView;
  /** Of who is signed in; absent where nobody is. */
  @property({ attribute: false }) frame: Frame | undefined;
  @property({ type: Boolean }) locked = false;
  @state() private isFolded = false;
  @state() private asking = false;

  override render() {
    const { evacuation } = this.view;
    if (!evacuation) return nothing;
    const frame = this.locked ? undefined : this.frame;
    const { startedAt, startedFrom, meetingPoint } = evacuation;
    const time = formatTime(startedAt, this.view.clinic.zone);
    return html`<div class="head-line" role="alert">
        <foyer-icon name="warning" .stroke=${2.4}></foyer-icon>
        <span class="what"
          ><b>${t('evacuation.title')}</b>
          ${startedFrom ? t('evacuation.since-from', { time, place: localised(startedFrom) }) : t('evacuation.since', { time })}
          ${meetingPoint ? t('evacuation.meet', { place: localised(meetingPoint) }) : nothing}</span
        >
        ${frame ? this.#allClear(frame) : html`<b>${t(this.frame ? 'evacuation.unlock' : 'evacuation.sign-in')}</b>`}
      </div>
      ${frame ? this.#muster(frame) : nothing} ${this.asking && frame ? this.#sure(frame) : nothing}`;
  }

  #allClear({ session, view }: Frame) {
    if (!maySend(view.me.roles, 'all-clear')) return nothing;
    const sending = session.isPending('all-clear');
    return html`<foyer-button
      kind="strong"
      ?pending=${sending}
      ?disabled=${sending}
      @click=${() => (this.asking = true)}
      >${t('evacuation.all-clear')}</foyer-button
    >`;
  }

  #muster(frame: Frame) {
    const people = musterInOrder(frame.view.muster ?? {});
    const { found, missing, left } = musterCounts(people);
    return html`<div class="bar">
        <b role="status"
          >${t('evacuation.left', { count: left })} · ${t('evacuation.missing-count', { count: missing })} ·
          ${t('evacuation.found-count', { count: found })}</b
        >
        <foyer-button class="push" @click=${() => (this.isFolded = !this.isFolded)}
          >${t(this.isFolded ? 'evacuation.show-list' : 'evacuation.hide-list')}</foyer-button
        >
        ${this.#print(frame)}
      </div>
      ${this.isFolded ? nothing : html`<div class="list" tabindex="0" role="region" aria-label=${t('evacuation.list')}><muster-list .people=${people} .frame=${frame}></muster-list></div>`}`;
  }

  /** What became of the latest sheet, and another one. */
  #print({ session, view }: Frame) {
    const prints = Object.values(view.prints).filter(({ isMuster }) => isMuster);
    const latest = prints.toSorted((one, other) => (one.jobId < other.jobId ? 1 : -1))[0];
    const sending = session.isPending('print-muster-list') || latest?.state === 'printing';
    return html`${latest?.state === 'failed' || latest?.state === 'unknown' ? html`<span role="status" class="alert">${refusalText(latest.code ?? '', {})}</span>` : nothing}
      <foyer-button
        icon="printer"
        ?pending=${sending}
        ?disabled=${sending}
        @click=${() => session.act({ type: 'print-muster-list' })}
        >${t('evacuation.print-again')}</foyer-button
      >`;
  }

  #sure({ session, view }: Frame) {
    const { missing, left } = musterCounts(musterInOrder(view.muster ?? {}));
    const open = missing + left;
    const yes = () => {
      this.asking = false;
      void session.act({ type: 'all-clear' });
    };
    return html`<staff-dialog
      heading=${t('evacuation.all-clear-sure')}
      what=${open > 0 ? t('evacuation.all-clear-open', { count: open }) : t('evacuation.all-clear-what')}
      @close=${() => (this.asking = false)}
    >
      <foyer-button slot="acts" @click=${() => (this.asking = false)}>${t('common.back')}</foyer-button>
      <foyer-button slot="acts" kind="strong" icon="tick" @click=${yes}>${t('evacuation.all-clear-yes')}</foyer-button>
    </staff-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'evacuation-banner': EvacuationBanner;
  }
}
