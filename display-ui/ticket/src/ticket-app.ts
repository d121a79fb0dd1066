// The patient's own page: the number, what is now, and what the patient may do about it. It works over plain HTTP on any
// phone, promises only what that phone can do, and says when what it shows may no longer be so.

import type { HelpKind, StepOutThreshold } from '@foyer/contracts/ticket-state.ts';
import type { EvacuationView } from '@foyer/contracts/clinic-view.ts';
import type { TicketView } from '@foyer/contracts/ticket-view.ts';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';
import { ConnectionController } from '@foyer/ui-kit/connection/connection-controller.ts';
import { Connection } from '@foyer/ui-kit/connection/connection.ts';
import { Liveness } from '@foyer/ui-kit/connection/liveness.ts';
import { FoyerElement } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-brand.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-floor.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '@foyer/ui-kit/elements/foyer-leave.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import type { LocalisedText } from '@foyer/contracts/languages.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { readyForHan } from '@foyer/ui-kit/language/han.ts';
import { language, languageCodes, localised } from '@foyer/ui-kit/language/language.ts';
import { delaysToTell, delayText } from '@foyer/ui-kit/strings/delay-text.ts';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ticketAddress } from './address.ts';
import {
  ask,
  AskedState,
  isFulfilled,
  patienceEnded,
  replied,
  UNCONFIRMED_AFTER_MS,
  type Asked,
  type Wish,
} from './asked.ts';
import { canShake, shakeForCall, tryShake } from './attention.ts';
import './components/help-box.ts';
import './components/language-strip.ts';
import './components/outside-box.ts';
import './components/ticket-stage.ts';
import './components/ticket-wait.ts';
import './components/visit-path.ts';
import { t } from './strings/strings.ts';
import { ticketAppStyles } from './ticket-app-styles.ts';
import { Face, faceOf, unheardSince, type Known } from './ticket-face.ts';
import { openTicketWire } from './ticket-wire.ts';

/** Where the ticket is over, or unknown, the patient has nothing to hold and no one to call from here. */
const OPEN_FACES: readonly Face[] = [
  Face.waiting,
  Face.outside,
  Face.calledBack,
  Face.called,
  Face.serving,
  Face.held,
  Face.paused,
  Face.preparing,
  Face.missed,
  Face.stale,
];
/** Where the patient has to move now. */
const CALLING_FACES: readonly Face[] = [Face.calledBack, Face.called];
/** Where how long it still lasts is said. */
const WAITING_FACES: readonly Face[] = [Face.waiting, Face.outside];
/** Where nothing is to be done now. */
const CLOSABLE_FACES: readonly Face[] = [Face.waiting, Face.held, Face.paused, Face.preparing];

@customElement('foyer-ticket')
export class FoyerTicket extends FoyerElement {
  static override styles = ticketAppStyles;

  @state() private asked: Asked | undefined;
  @state() private helpAsked: Asked | undefined;
  @state() private shakes = false;
  @state() private unknown = false;

  readonly #address = ticketAddress(location.pathname);
  readonly #line = new ConnectionController<'/ticket'>(this);
  #shown: Face = Face.starting;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#address) return;
    const { publicId, socketPath } = this.#address;
    const openWire = openTicketWire({ socketPath, onUnknown: () => (this.unknown = true) });
    this.#line.use(new Connection({ namespace: '/ticket', auth: { token: publicId }, openWire }));
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const view = this.#view;
    if (view && this.asked && isFulfilled(this.asked, view)) this.asked = undefined;
    if (view && this.helpAsked && isFulfilled(this.helpAsked, view)) this.helpAsked = undefined;
    if (language.code === 'zh') readyForHan();
    const face = this.#face;
    if (CALLING_FACES.includes(face) && this.#shown !== face && this.shakes) shakeForCall();
    this.#shown = face;
    document.title = this.#title(face, view);
  }

  override render() {
    const view = this.#view;
    const face = this.#face;
    const open = OPEN_FACES.includes(face);
    if (view?.evacuation) return this.#leave(view, view.evacuation, open);
    return html`<header>
        <foyer-brand .name=${view?.clinicName ?? 'Foyer'}></foyer-brand>
        <language-strip></language-strip>
      </header>
      <main>
        ${view ? html`<foyer-number class="number" fit="220" .value=${view.number}></foyer-number>` : nothing}
        ${view && open ? this.#facts(view) : nothing}
        ${view?.path && open ? html`<visit-path .path=${view.path}></visit-path>` : nothing}
        ${view?.wait && WAITING_FACES.includes(face) ? html`<ticket-wait .view=${view}></ticket-wait>` : nothing}
        <ticket-stage
          face=${face}
          .view=${view}
          .since=${this.#since}
          ?returning=${this.#isAsking('resume', 'back-inside')}
          @back-inside=${() => this.#ask(face === Face.held || face === Face.missed ? 'resume' : 'back-inside')}
        ></ticket-stage>
        <p class="visually-hidden" role="alert">${view ? this.#alert(face, view) : nothing}</p>
      </main>
      <foyer-floor ?broken=${face === Face.stale}>
        <div class="below">${view && open ? this.#acts(view, face) : nothing}</div>
      </foyer-floor>`;
  }

  /** Whatever the page knew of the queue: its place is kept, and help can still be called. */
  #leave(view: TicketView, evacuation: EvacuationView, open: boolean) {
    return html`<header>
        <foyer-brand .name=${view.clinicName}></foyer-brand>
        <language-strip></language-strip>
      </header>
      <main>
        <foyer-leave .evacuation=${evacuation} .languages=${languageCodes}>
          ${open ? html`<div class="leaving">${this.#helpBox(view)}</div>` : nothing}
        </foyer-leave>
      </main>`;
  }

  #helpBox(view: TicketView) {
    return html`<help-box
      .asked=${this.helpAsked?.state}
      .help=${view.help}
      @help-wanted=${({ detail }: CustomEvent<HelpKind>) => this.#callForHelp(detail)}
    ></help-box>`;
  }

  get #view(): TicketView | undefined {
    return this.#line.connection?.view;
  }

  get #known(): Known {
    const liveness = this.#address ? (this.#line.connection?.liveness ?? Liveness.connecting) : Liveness.refused;
    return { view: this.#view, liveness, unknown: this.unknown };
  }

  get #face(): Face {
    return faceOf(this.#known);
  }

  get #since(): number | undefined {
    return unheardSince(this.#known, this.#line.connection?.heardAt);
  }

  #facts(view: TicketView) {
    const service = view.serviceName?.en === undefined ? '' : localised(view.serviceName as LocalisedText);
    return html`<div class="facts">
      <span class="service">${service}</span>
      ${this.#liveness()}
    </div>`;
  }

  #liveness() {
    const connection = this.#line.connection;
    const since = this.#since;
    if (since !== undefined) {
      return html`<span class="late"
        ><foyer-icon name="offline"></foyer-icon>${t('since', { time: formatTime(since, undefined) })}</span
      >`;
    }
    if (connection?.liveness !== Liveness.live) {
      return html`<span class="late"><foyer-icon name="offline"></foyer-icon>${t('quiet')}</span>`;
    }
    const time = formatTime(connection.heardAt ?? connection.serverNow(), undefined);
    return html`<span class="live"><foyer-icon name="tick" .stroke=${2.6}></foyer-icon>${t('live', { time })}</span>`;
  }

  #acts(view: TicketView, face: Face) {
    return html`${face === Face.waiting ? this.#delays(view) : nothing}
    ${face === Face.waiting || face === Face.outside ? this.#promise(view) : nothing} ${this.#answer()}
    ${face === Face.waiting ? html`<div class="row">${this.#outside(view)} ${this.#shakeOffer()}</div>` : nothing}
    ${this.#helpBox(view)} ${CLOSABLE_FACES.includes(face) ? html`<p class="close">${t('close')}</p>` : nothing}`;
  }

  /** The room that whoever waits was sent to, which may be another than before. */
  #awaited(): readonly string[] {
    const names = this.#view?.awaitsServicePointNames;
    if (names?.en === undefined) return [];
    return [t('waiting.sent-to', { room: localised(names as LocalisedText) })];
  }

  #delays({ delays, nextCallAt }: TicketView) {
    const said = delaysToTell(delays).map((delay) => delayText(delay));
    const next = nextCallAt === undefined ? [] : [t('next-call', { time: formatTime(nextCallAt, undefined) })];
    return [...this.#awaited(), ...said, ...next].map((words) => html`<p class="note" role="status">${words}</p>`);
  }

  #promise({ number }: TicketView) {
    return html`<p>${this.shakes ? t('promise.shake', { number }) : t('promise.page', { number })}</p>`;
  }

  #outside({ ahead }: TicketView) {
    return html`<outside-box
      .ahead=${ahead}
      ?asking=${this.#isAsking('hold', 'step-out')}
      @go-outside=${({ detail }: CustomEvent<StepOutThreshold | null>) => this.#goOutside(detail)}
    ></outside-box>`;
  }

  #isAsking(...wishes: readonly Wish[]): boolean {
    const { asked } = this;
    return asked !== undefined && asked.state === AskedState.asking && wishes.includes(asked.wish);
  }

  /** Whoever wants to be called back wants to notice it: the touch lets the phone shake. */
  #goOutside(whenAhead: StepOutThreshold | null): void {
    if (whenAhead === null) return this.#ask('hold');
    this.shakes ||= tryShake();
    this.#ask('step-out', { whenAhead });
  }

  #shakeOffer() {
    if (!canShake() || this.shakes) return nothing;
    return html`<foyer-button icon="phone" @click=${() => (this.shakes = tryShake())}
      >${t('shake.offer')}</foyer-button
    >`;
  }

  /** What came of the last wish, while it still says something. */
  #answer() {
    switch (this.asked?.state) {
      case AskedState.asking:
        return html`<p class="note" role="status"><b>${t('asking')}</b> ${t('asking.what')}</p>`;
      case AskedState.unconfirmed: {
        const isBack = this.asked.wish === 'resume' || this.asked.wish === 'back-inside';
        const what = isBack ? t('unconfirmed.back') : t('unconfirmed.what');
        return html`<p class="note alert" role="alert"><b>${t('unconfirmed')}</b> ${what}</p>`;
      }
      case AskedState.refused:
        return html`<p class="note" role="status">${t('refused')}</p>`;
      case AskedState.done:
      case undefined:
        return nothing;
    }
  }

  #ask(wish: 'step-out', more: { readonly whenAhead: StepOutThreshold }): void;
  #ask(wish: 'hold' | 'resume' | 'back-inside'): void;
  #ask(wish: 'hold' | 'resume' | 'step-out' | 'back-inside', more = {}): void {
    const { connection } = this.#line;
    const view = this.#view;
    if (!connection || !view || this.asked?.state === AskedState.asking) return;
    this.asked = ask(wish);
    this.#follow(
      connection.send({ type: wish, ticketId: view.id, ...more } as CommandBody, {
        giveUpAfterMs: UNCONFIRMED_AFTER_MS,
      }),
      () => this.asked,
      (asked) => (this.asked = asked),
    );
  }

  #callForHelp(kind: HelpKind): void {
    const { connection } = this.#line;
    const view = this.#view;
    if (!connection || !view) return;
    this.helpAsked = ask('request-help');
    const sent = connection.send({ type: 'request-help', kind, ticketId: view.id });
    this.#follow(
      sent,
      () => this.helpAsked,
      (asked) => (this.helpAsked = asked),
    );
  }

  /** The page stops believing in what is not confirmed after 15 s. A call for help is sent until it is answered all the
   *  same; what says where the patient is would be untrue by then, and is given up. */
  #follow(
    sent: ReturnType<Connection<'/ticket'>['send']>,
    get: () => Asked | undefined,
    set: (asked: Asked) => void,
  ): void {
    const mine = get();
    const wish = mine?.wish;
    const update = (change: (asked: Asked) => Asked) => {
      const asked = get();
      if (asked && asked.wish === wish) set(change(asked));
    };
    setTimeout(() => get() === mine && update(patienceEnded), UNCONFIRMED_AFTER_MS);
    void sent.then((answer) => {
      if (answer.ok)
        update((asked) => replied(asked, 'pending' in answer ? { ok: true, pending: true } : { ok: true }));
      else update((asked) => replied(asked, 'unanswered' in answer ? { ok: false, unanswered: true } : { ok: false }));
    });
  }

  #alert(face: Face, view: TicketView): string {
    if (face === Face.calledBack) return t('back.title');
    if (face !== Face.called) return '';
    return t('called.alert', { number: view.number, room: this.#room(view) });
  }

  #room({ servicePointNames, servicePointName = '' }: TicketView): string {
    return servicePointNames?.en === undefined ? servicePointName : localised(servicePointNames as LocalisedText);
  }

  #title(face: Face, view: TicketView | undefined): string {
    if (!view) return 'Foyer';
    if (face === Face.calledBack) return `${view.number}: ${t('back.title')}`;
    return face === Face.called ? `${view.number}: ${this.#room(view)}` : view.number;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'foyer-ticket': FoyerTicket;
  }
}
