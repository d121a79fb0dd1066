// The patient's own page of an appointment: when and where it is, and on its day the live code to check in with. It works
// over plain HTTP on any phone; without a network the appointment's own code stands in.

import type { LocalisedText } from '@foyer/contracts/languages.ts';
import { AppointmentMode } from '@foyer/contracts/appointment-mode.ts';
import type { AppointmentPageView } from '@foyer/contracts/appointment-page.ts';
import { FoyerElement } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-brand.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-floor.ts';
import '@foyer/ui-kit/elements/foyer-qr.ts';
import { formatDay } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../components/language-strip.ts';
import { t } from '../strings/strings.ts';
import { appointmentAppStyles } from './appointment-app-styles.ts';
import { Face, faceOf, leftOf } from './appointment-face.ts';
import { AppointmentNews } from './appointment-news.ts';

const SECOND_MS = 1_000;
/** Where there is something to come to. */
const COMING: readonly Face[] = [Face.ahead, Face.live, Face.own];

@customElement('foyer-appointment')
export class FoyerAppointment extends FoyerElement {
  static override styles = appointmentAppStyles;

  /** The patient asked for the appointment's own code. */
  @state() private wantsOwn = false;
  @state() private now = Date.now();

  readonly #news = new AppointmentNews(`${location.pathname.replace(/\/$/, '')}/view`, () => this.requestUpdate());
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(this.#look, SECOND_MS);
    document.addEventListener('visibilitychange', this.#look);
    addEventListener('online', this.#look);
    this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#look);
    removeEventListener('online', this.#look);
  }

  /** A page that nobody looks at asks nothing. */
  readonly #look = (): void => {
    this.now = Date.now();
    if (!document.hidden) void this.#news.look(this.now);
  };

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { view, held } = this.#news.known;
    this.style.setProperty('--left', `${held === undefined ? 0 : leftOf(held, this.now) * 100}%`);
    document.title = view?.clinicName ?? 'Foyer';
  }

  override render() {
    const { view } = this.#news.known;
    const face = faceOf(this.#news.known, this.now);
    return html`<header>
        <foyer-brand .name=${view?.clinicName ?? 'Foyer'}></foyer-brand>
        <language-strip></language-strip>
      </header>
      <main>${view === undefined ? nothing : this.#when(view)} ${this.#stage(face, view)}</main>
      <foyer-floor ?broken=${face === Face.own || face === Face.silent}>
        <div class="below">${this.#below(face, view)}</div>
      </foyer-floor>`;
  }

  #when({ date, time, serviceName, address, phone }: AppointmentPageView) {
    const service = serviceName?.en === undefined ? undefined : localised(serviceName as LocalisedText);
    const facts = [service, address, phone].filter((fact) => fact !== undefined);
    return html`<div class="when">
      <h1>${formatDay(Date.parse(`${date}T12:00:00Z`), 'UTC')}</h1>
      <p class="time"><bdi>${time}</bdi></p>
      <ul>
        ${facts.map((fact) => html`<li><bdi>${fact}</bdi></li>`)}
      </ul>
    </div>`;
  }

  #stage(face: Face, view: AppointmentPageView | undefined) {
    const { held } = this.#news.known;
    if (face === Face.starting) return html`<p class="say" role="status">${t('start')}</p>`;
    if (face === Face.live && !this.wantsOwn) return this.#liveCode(held?.code ?? '');
    if (face === Face.live || face === Face.own || (face === Face.ahead && this.wantsOwn))
      return this.#ownCode(face, view?.code ?? '');
    const byPhone = face === Face.remote && view?.mode === AppointmentMode.phone;
    return html`<div class="say" role="status">
      <h2>${t(`appointment.${face}`)}</h2>
      <p>${byPhone ? t('appointment.byPhone') : t(`appointment.${face}What`)}</p>
    </div>`;
  }

  #liveCode(code: string) {
    return html`<foyer-door class="door" state="lit" fill>
      <p class="do">${t('appointment.show')}</p>
      <foyer-qr .text=${code} .label=${t('appointment.code')}></foyer-qr>
      <div class="track" aria-hidden="true"><div class="left"></div></div>
    </foyer-door>`;
  }

  /** Before its day it opens nothing, and the door is not lit. */
  #ownCode(face: Face, code: string) {
    const isAhead = face === Face.ahead;
    return html`<foyer-door class="door" state=${isAhead ? 'open' : 'lit'} fill>
      <p class="do">${isAhead ? t('appointment.onTheDay') : t('appointment.show')}</p>
      <foyer-qr .text=${code} .label=${t('appointment.own')}></foyer-qr>
    </foyer-door>`;
  }

  #below(face: Face, view: AppointmentPageView | undefined) {
    if (view?.code === undefined || !COMING.includes(face)) return nothing;
    if (face === Face.own) return html`<p role="status">${t('appointment.ownWhat')}</p>`;
    const words = this.wantsOwn ? t('appointment.keep') : t('appointment.liveWhat');
    return html`${face === Face.ahead && !this.wantsOwn ? nothing : html`<p role="status">${words}</p>`}
      <foyer-button icon=${this.wantsOwn ? 'back' : 'offline'} @click=${() => (this.wantsOwn = !this.wantsOwn)}
        >${this.wantsOwn ? t('appointment.back') : t('appointment.without')}</foyer-button
      >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'foyer-appointment': FoyerAppointment;
  }
}
