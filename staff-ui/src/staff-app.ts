// The tablet: letting it in, the lock, and the page that is open. It keeps the line alive behind the lock, because help
// must sound on every tablet, and lets a page see nothing before somebody is signed in.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { minuteMs } from '@foyer/contracts/time.ts';
import { Connection } from '@foyer/ui-kit/connection/connection.ts';
import {
  forgetCredential,
  keepCredential,
  obtainCredential,
  type Credential,
} from '@foyer/ui-kit/connection/credential.ts';
import { Liveness } from '@foyer/ui-kit/connection/liveness.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-brand.ts';
import '@foyer/ui-kit/elements/foyer-enrol.ts';
import '@foyer/ui-kit/elements/foyer-floor.ts';
import { readyForHan } from '@foyer/ui-kit/language/han.ts';
import { applyAccent } from '@foyer/ui-kit/theme/accent.ts';
import './components/help-banner.ts';
import './components/staff-settings.ts';
import type { Frame } from './components/staff-page.ts';
import { lastStep } from './data/last-step.ts';
import { soundingHelp } from './data/notices.ts';
import { Page, pageOf, pagesFor } from './data/pages.ts';
import { loadPreferences, savePreferences, type Preferences } from './data/preferences.ts';
import { shapeOf, type Shape } from './data/shape.ts';
import { StaffSession } from './data/staff-session.ts';
import { TabletApi } from './data/tablet-api.ts';
import './pages/lock/lock-page.ts';
import type { SignedIn } from './pages/lock/lock-page.ts';
import { Alarm, AlarmKind } from './sound/alarm.ts';
import { t } from './strings/strings.ts';
import { applyPreferences } from './theme/apply-preferences.ts';

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
  @state() private locked = true;
  @state() private because = '';
  @state() private settings = false;
  @state() private now = Date.now();
  @state() private fragment = location.hash;

  readonly #alarm = new Alarm();
  #api: TabletApi | undefined;
  #leaveSession: (() => void) | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #touchedAt = performance.now();

  constructor() {
    super();
    this.addEventListener('preferences', (event) => this.#prefer(event.detail));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    applyPreferences(this.preferences);
    void obtainCredential('staff').then((credential) => this.#letIn(credential));
    this.#ticking = setInterval(() => this.#tick(), 1_000);
    window.addEventListener('pointerdown', this.#touched);
    window.addEventListener('keydown', this.#touched);
    window.addEventListener('hashchange', this.#moved);
    window.addEventListener('resize', this.#reshaped);
    this.#reshaped();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
    window.removeEventListener('pointerdown', this.#touched);
    window.removeEventListener('keydown', this.#touched);
    window.removeEventListener('hashchange', this.#moved);
    window.removeEventListener('resize', this.#reshaped);
    this.#alarm.stop();
    this.#endSession();
  }

  override render() {
    if (!this.asked) return nothing;
    if (!this.credential || !this.#api) {
      return html`<foyer-enrol
        @foyer-enrolled=${(event: CustomEvent<Credential>) => this.#enrolled(event.detail)}
      ></foyer-enrol>`;
    }
    const frame = this.#frame(this.#api);
    return html`${frame ? html`<help-banner .frame=${frame} ?locked=${this.locked}></help-banner>` : nothing}
    ${this.locked ? this.#lock(this.#api, frame) : frame ? this.#page(frame) : html`<p class="waiting" role="status">${t('common.opening')}</p>`}
    ${
      this.settings
        ? html`<staff-settings
            .preferences=${this.preferences}
            @close=${() => (this.settings = false)}
          ></staff-settings>`
        : nothing
    }`;
  }

  #lock(api: TabletApi, frame: Frame | undefined) {
    return html`<lock-page
      .api=${api}
      .frame=${frame}
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
    const requests = {
      go: (event: CustomEvent<Page>) => this.#go(event.detail),
      lock: () => (this.locked = true),
      settings: () => (this.settings = true),
      undo: () => this.#undo(),
    };
    switch (frame.page) {
      case Page.room:
        void import('./pages/room/room-page.ts');
        return html`<room-page
          .frame=${frame}
          @staff-go=${requests.go}
          @staff-lock=${requests.lock}
          @staff-settings=${requests.settings}
          @staff-undo=${requests.undo}
        ></room-page>`;
      case Page.reception:
        void import('./pages/reception/reception-page.ts');
        return html`<reception-page
          .frame=${frame}
          @staff-go=${requests.go}
          @staff-lock=${requests.lock}
          @staff-settings=${requests.settings}
          @staff-undo=${requests.undo}
        ></reception-page>`;
      case Page.till:
        void import('./pages/till/till-page.ts');
        return html`<till-page
          .frame=${frame}
          @staff-go=${requests.go}
          @staff-lock=${requests.lock}
          @staff-settings=${requests.settings}
          @staff-undo=${requests.undo}
        ></till-page>`;
      case Page.devices:
        void import('./pages/devices/devices-page.ts');
        return html`<devices-page
          .frame=${frame}
          @staff-go=${requests.go}
          @staff-lock=${requests.lock}
          @staff-settings=${requests.settings}
          @staff-undo=${requests.undo}
        ></devices-page>`;
    }
  }

  #frame(api: TabletApi): Frame | undefined {
    const { session, preferences } = this;
    const view = session?.view;
    if (!session || !view) return undefined;
    const pages = pagesFor(view.me.roles);
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
  }

  #enrolled(credential: Credential): void {
    keepCredential('staff', credential);
    this.#letIn(credential);
  }

  #deviceRefused(): void {
    forgetCredential('staff');
    this.#letIn(undefined);
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
    )
      return;
    this.#endSession();
    const auth = { token, device: this.credential?.token ?? '' };
    const session = new StaffSession(new Connection({ namespace: '/staff', auth }), {
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
      this.#alarm.sound(AlarmKind.silent);
      return;
    }
    const view = session.view;
    if (view) {
      applyAccent(document.documentElement, view.clinic.accent);
      if (Object.values(view.patients).some((patient) => /\p{Script=Han}/u.test(patient.displayName))) readyForHan();
      const [first] = soundingHelp(view);
      this.#alarm.sound(
        first === undefined
          ? AlarmKind.silent
          : first.kind === 'emergency'
            ? AlarmKind.emergency
            : AlarmKind.assistance,
      );
    }
    this.dataset['alarm'] = this.#alarm.kind;
    this.requestUpdate();
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

  #prefer(preferences: Preferences): void {
    this.preferences = preferences;
    savePreferences(localStorage, preferences);
    this.#reshaped();
    applyPreferences(preferences);
  }

  #tick(): void {
    this.now = this.session?.now() ?? Date.now();
    if (!this.locked && performance.now() - this.#touchedAt >= this.preferences.lockAfter * minuteMs)
      this.locked = true;
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
