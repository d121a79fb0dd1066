// The tablet: letting it in, the lock, and the page that is open. It keeps a line alive behind the lock, that of who was
// signed in or the tablet's own, because help must sound on every tablet, and lets a page see nothing before somebody is
// signed in.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { StaffView, TabletView } from '@foyer/contracts/staff-view.ts';
import { Connection } from '@foyer/ui-kit/connection/connection.ts';
import {
  forgetCredential,
  keepCredential,
  obtainCredential,
  renewAtStart,
  type Credential,
} from '@foyer/ui-kit/connection/credential.ts';
import { Liveness } from '@foyer/ui-kit/connection/liveness.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-brand.ts';
import '@foyer/ui-kit/elements/foyer-enrol.ts';
import '@foyer/ui-kit/elements/foyer-floor.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { isRenewalDue, mayRest } from '@foyer/ui-kit/offline/night.ts';
import { applyAccent } from '@foyer/ui-kit/theme/accent.ts';
import './components/evacuation-banner.ts';
import './components/help-banner.ts';
import './components/staff-settings.ts';
import type { Frame } from './components/staff-page.ts';
import { lastStep } from './data/last-step.ts';
import { soundingHelp } from './data/notices.ts';
import { pageOf, pagesFor, type Page } from './data/pages.ts';
import { overduePauses } from './data/pauses.ts';
import { loadPreferences, savePreferences, type Preferences } from './data/preferences.ts';
import { soundsOfPrinter } from './data/printers.ts';
import { isNewlyReady, readyForMe } from './data/rooms.ts';
import { isNewlyScreened, screenedNow } from './data/screened.ts';
import { isNewlyStranded, strandedHeard, strandedNow } from './data/stranded.ts';
import { shapeOf, type Shape } from './data/shape.ts';
import { StaffSession } from './data/staff-session.ts';
import { TabletApi } from './data/tablet-api.ts';
import { TabletWatch } from './data/tablet-watch.ts';
import './pages/lock/lock-page.ts';
import type { SignedIn } from './pages/lock/lock-page.ts';
import { openPage } from './pages/open-page.ts';
import { Alarm, AlarmKind } from './sound/alarm.ts';
import { t } from './strings/strings.ts';
import { applyPreferences } from './theme/apply-preferences.ts';

/** A line of this tablet, whoever is signed in: the tablet renews itself, says how it does, and does what it is told. */
function openLine(auth: Readonly<Record<string, string>>): Connection<'/staff'> {
  const connection = new Connection({ namespace: '/staff', auth, expired: () => renewAtStart('staff') });
  void import('@foyer/ui-kit/connection/screen-duties.ts').then(({ takeDuties }) => takeDuties(connection));
  return connection;
}

@customElement('staff-app')
export class StaffApp extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100dvh;
      }
      :host([shape='small']) {
        height: auto;
        min-height: 100dvh;
      }
      help-banner {
        position: sticky;
        top: 0;
        z-index: 2;
      }
      .sound {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 12px;
        min-height: 3rem;
        padding: 4px 24px;
        border: 0;
        border-bottom: 2px solid var(--text);
        background: var(--raised);
        font: inherit;
        font-size: 1.125rem;
        --icon-size: 1.5rem;
      }
      .waiting {
        display: grid;
        flex: 1;
        align-content: center;
        justify-content: center;
        padding: 32px;
        font-size: 1.5rem;
      }
    `,
  ];

  @property({ reflect: true }) shape: Shape = 'wide';
  @state() private credential: Credential | undefined;
  @state() private asked = false;
  @state() private preferences: Preferences = loadPreferences(localStorage);
  @state() private session: StaffSession | undefined;
  /** The tablet's own line, while no session has a view. */
  @state() private watch: TabletWatch | undefined;
  @state() private locked = true;
  @state() private because = '';
  @state() private settings = false;
  @state() private now = Date.now();
  @state() private fragment = location.hash;
  /** Faults of printers that somebody here sees to, and tickets whose paper was put aside. */
  @state() private printersSeen: ReadonlySet<string> = new Set();
  #lastStaffId: string | undefined;

  readonly #alarm = new Alarm(() => this.requestUpdate());
  #api: TabletApi | undefined;
  #leaveWatch: (() => void) | undefined;
  #leaveSession: (() => void) | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #touchedAt = performance.now();
  /** Rooms that were ready for who is signed in, at the last look. */
  #ready: ReturnType<typeof readyForMe> = new Set();
  #screened: ReadonlySet<string> = new Set();
  #stranded: ReadonlySet<string> = new Set();
  /** Rooms that were to go on, at the last look. */
  #due: ReadonlySet<string> = new Set();

  constructor() {
    super();
    this.addEventListener('preferences', (event) => this.#prefer(event.detail));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    applyPreferences(this.preferences);
    void obtainCredential('staff').then((credential) => this.#letIn(credential));
    this.#ticking = setInterval(() => this.#tick(), 1_000);
    this.#alarm.start();
    window.addEventListener('pointerdown', this.#touched);
    // Of a finger, browsers count the end of the touch.
    window.addEventListener('pointerup', this.#touched);
    window.addEventListener('keydown', this.#touched);
    window.addEventListener('hashchange', this.#moved);
    window.addEventListener('resize', this.#reshaped);
    this.#reshaped();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
    window.removeEventListener('pointerdown', this.#touched);
    window.removeEventListener('pointerup', this.#touched);
    window.removeEventListener('keydown', this.#touched);
    window.removeEventListener('hashchange', this.#moved);
    window.removeEventListener('resize', this.#reshaped);
    this.#alarm.stop();
    this.#endSession();
    this.#endWatch();
  }

  override render() {
    if (!this.asked) return nothing;
    if (!this.credential || !this.#api) {
      return html`<foyer-enrol
        @foyer-enrolled=${(event: CustomEvent<Credential>) => this.#enrolled(event.detail)}
      ></foyer-enrol>`;
    }
    const frame = this.#frame(this.#api);
    const view = frame?.view ?? this.watch?.view;
    return html`${view ? html`<help-banner .view=${view} .frame=${frame} ?locked=${this.locked}></help-banner>` : nothing}
    ${view?.storage ? this.#storage(view) : nothing} ${frame?.view.printers ? this.#printers(frame) : nothing}
    ${view?.evacuation ? html`<evacuation-banner .view=${view} .frame=${frame} ?locked=${this.locked}></evacuation-banner>` : nothing}
    ${this.#alarm.armed || this.locked ? nothing : html`<button type="button" class="sound"><foyer-icon name="announce"></foyer-icon>${t('help.touch-for-sound')}</button>`}
    ${this.locked ? this.#lock(this.#api, frame) : frame ? this.#page(frame) : html`<p class="waiting" role="status">${t('common.opening')}</p>`}
    ${
      this.settings
        ? html`<staff-settings
            .preferences=${this.preferences}
            .frame=${frame}
            @close=${() => (this.settings = false)}
          ></staff-settings>`
        : nothing
    }`;
  }

  #storage(view: TabletView) {
    void import('./components/storage-banner.ts');
    return html`<storage-banner .view=${view}></storage-banner>`;
  }

  #printers(frame: Frame) {
    void import('./components/printer-banner.ts');
    return html`<printer-banner
      .frame=${frame}
      .seen=${this.printersSeen}
      ?locked=${this.locked}
      @printer-seen=${({ detail }: CustomEvent<readonly string[]>) => this.#seenTo(detail)}
    ></printer-banner>`;
  }

  #seenTo(keys: readonly string[]): void {
    this.printersSeen = new Set([...this.printersSeen, ...keys]);
    if (this.session?.view) this.#sound(this.session.view);
  }

  #lock(api: TabletApi, frame: Frame | undefined) {
    return html`<lock-page
      .api=${api}
      .frame=${frame}
      .heard=${this.watch?.heard}
      ?mute=${!this.#alarm.armed}
      .now=${this.now}
      shape=${this.shape}
      servicePointId=${this.preferences.servicePointId ?? nothing}
      because=${this.because}
      @signed-in=${(event: CustomEvent<SignedIn>) => this.#signedIn(event.detail)}
      @choose-room=${(event: CustomEvent<string>) => this.#prefer({ ...this.preferences, servicePointId: event.detail })}
      @device-refused=${() => this.#deviceRefused()}
      @staff-settings=${() => (this.settings = true)}
    ></lock-page>`;
  }

  #page(frame: Frame) {
    return openPage(frame, {
      go: (event) => this.#go(event.detail),
      lock: () => (this.locked = true),
      settings: () => (this.settings = true),
      undo: () => this.#undo(),
    });
  }

  #frame(api: TabletApi): Frame | undefined {
    const { session, preferences } = this;
    const view = session?.view;
    if (!session || !view) return undefined;
    const pages = pagesFor(view.me.roles, view.booking);
    const page = pageOf(this.fragment, pages);
    if (!page) return undefined;
    const now = session.now();
    const asOf = session.hasLine ? now : (session.line.heardAt ?? now);
    return { session, view, api, preferences, pages, page, shape: this.shape, now, asOf };
  }

  #letIn(credential: Credential | undefined): void {
    this.credential = credential;
    this.#api = credential && new TabletApi(credential.token);
    this.fragment = location.hash;
    this.asked = true;
    this.#endWatch();
    this.#beginWatch();
  }

  #enrolled(credential: Credential): void {
    keepCredential('staff', credential);
    this.#letIn(credential);
  }

  #deviceRefused(): void {
    forgetCredential('staff');
    this.#letIn(undefined);
  }

  #beginWatch(): void {
    const device = this.credential?.token;
    if (device === undefined || this.watch) return;
    const watch = new TabletWatch(openLine({ token: device }));
    this.#leaveWatch = watch.subscribe(() => this.#heard(watch));
    this.watch = watch;
    watch.start();
  }

  #endWatch(): void {
    this.#leaveWatch?.();
    this.watch?.stop();
    this.watch = undefined;
  }

  #heard(watch: TabletWatch): void {
    if (watch.isRefused) return this.#deviceRefused();
    if (watch.view) this.#sound(watch.view);
    this.requestUpdate();
  }

  #signedIn({ token, staffId, servicePointId }: SignedIn): void {
    this.because = '';
    this.locked = false;
    this.#touchedAt = performance.now();
    // The same person at the same place goes on where they were: what is not confirmed yet is still being sent.
    const before = this.session;
    if (
      before &&
      before.staffId === staffId &&
      before.servicePointId === servicePointId &&
      before.line.liveness !== Liveness.refused
    ) {
      before.renew(token);
      return;
    }
    // Somebody else begins at their own first page, and not at that of the person before.
    if (this.#lastStaffId !== undefined && this.#lastStaffId !== staffId) this.#forgetPage();
    this.#lastStaffId = staffId;
    this.#endSession();
    const auth = { token, device: this.credential?.token ?? '' };
    const session = new StaffSession(openLine(auth), {
      staffId,
      servicePointId,
      token,
    });
    this.#leaveSession = session.subscribe(() => this.#changed());
    this.session = session;
    session.start();
  }

  /** What the person before left unconfirmed is sent on until the edge has answered. */
  #endSession(): void {
    const session = this.session;
    this.#leaveSession?.();
    this.session = undefined;
    if (!session) return;
    if (session.pending.length === 0 || session.line.liveness === Liveness.refused || !this.isConnected)
      return session.stop();
    const leave = session.subscribe(() => {
      if (session.pending.length > 0) return;
      leave();
      session.stop();
    });
  }

  #changed(): void {
    const { session } = this;
    if (!session) return;
    if (session.line.liveness === Liveness.refused) {
      this.because = 'unauthenticated';
      this.locked = true;
      this.#endSession();
      this.#beginWatch();
      return;
    }
    const view = session.view;
    if (view) {
      this.#endWatch();
      this.#sound(view);
      const ready = readyForMe(view);
      if (isNewlyReady(this.#ready, ready) && !session.isPending('set-room-state')) this.#alarm.chime();
      this.#ready = ready;
      const screened = screenedNow(view);
      if (isNewlyScreened(this.#screened, screened)) this.#alarm.chime();
      this.#screened = new Set(screened.map(({ id }) => id));
      const stranded = strandedHeard(strandedNow(view));
      if (isNewlyStranded(this.#stranded, stranded)) this.#alarm.chime();
      this.#stranded = stranded;
    }
    this.requestUpdate();
  }

  #sound(view: TabletView & Pick<StaffView, 'printers'>): void {
    applyAccent(document.documentElement, view.clinic.accent);
    const [first] = soundingHelp(view);
    const other = soundsOfPrinter(view, this.printersSeen) ? AlarmKind.assistance : AlarmKind.silent;
    this.#alarm.sound(first?.kind ?? other);
    this.dataset['alarm'] = this.#alarm.kind;
  }

  #undo(): void {
    const { session } = this;
    const view = session?.view;
    const step = view && lastStep(view, view.me.servicePointId, session.lastTicket);
    if (step) void session.act({ type: 'undo', ticketId: step.ticketId, epoch: step.epoch, seq: step.seq });
  }

  #go(page: Page): void {
    location.hash = page;
  }

  #forgetPage(): void {
    history.replaceState(null, '', location.pathname);
    this.fragment = '';
  }

  #prefer(preferences: Preferences): void {
    this.preferences = preferences;
    savePreferences(localStorage, preferences);
    this.#reshaped();
    applyPreferences(preferences);
  }

  #tick(): void {
    this.now = this.session?.now() ?? this.watch?.now() ?? Date.now();
    if (!this.locked && performance.now() - this.#touchedAt >= this.preferences.lockAfter * minuteMs)
      this.locked = true;
    const due = this.session?.view ? overduePauses(this.session.view, this.now) : [];
    if (due.some(({ id }) => id === this.session?.servicePointId && !this.#due.has(id))) this.#alarm.chime();
    this.#due = new Set(due.map(({ id }) => id));
    if (this.#isRenewalDue()) location.reload();
  }

  /** A locked tablet that nobody needs now draws itself anew: most nights, and within two days in any case. */
  #isRenewalDue(): boolean {
    const view = this.session?.view ?? this.watch?.view;
    const hasLine = this.session?.hasLine ?? this.watch?.heard.hasLine ?? false;
    const isNeeded = (this.session?.pending.length ?? 0) > 0 || this.watch?.isCalling === true;
    if (!this.locked || !hasLine || isNeeded || view === undefined) return false;
    if (view.evacuation !== undefined || Object.keys(view.help).length > 0) return false;
    const stillMs = performance.now() - this.#touchedAt;
    const resting = mayRest(view.clinic, { nowMs: this.now, stillSinceMs: this.now - stillMs });
    return isRenewalDue({ upMs: performance.now(), resting, stillMs });
  }

  readonly #touched = (): void => {
    this.#touchedAt = performance.now();
    void this.#alarm.arm();
  };

  readonly #reshaped = (): void => {
    this.shape = shapeOf(innerWidth, innerHeight, this.preferences.textSize);
  };

  readonly #moved = (): void => {
    this.fragment = location.hash;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-app': StaffApp;
  }
}
