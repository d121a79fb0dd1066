// The kiosk: its line to the clinic, whose session it is, and the frame that every screen stands in.

import {
  forgetCredential,
  keepCredential,
  obtainCredential,
  renewAtStart,
  type Credential,
} from '@foyer/ui-kit/connection/credential.ts';
import { Connection } from '@foyer/ui-kit/connection/connection.ts';
import { ConnectionController } from '@foyer/ui-kit/connection/connection-controller.ts';
import { Liveness } from '@foyer/ui-kit/connection/liveness.ts';
import { FoyerElement } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-brand.ts';
import '@foyer/ui-kit/elements/foyer-floor.ts';
import '@foyer/ui-kit/elements/foyer-mark.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { readyForHan } from '@foyer/ui-kit/language/han.ts';
import { language, languageCodes, type LanguageCode } from '@foyer/ui-kit/language/language.ts';
import { isRenewalDue, mayRest } from '@foyer/ui-kit/offline/night.ts';
import { rememberClinic, rememberedClinic, type RememberedClinic } from '@foyer/ui-kit/offline/remembered-clinic.ts';
import { applyAccent } from '@foyer/ui-kit/theme/accent.ts';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import './components/kiosk-more.ts';
import './components/kiosk-toolbar.ts';
import type { Tool } from './components/kiosk-toolbar.ts';
import type { KioskPage } from './components/kiosk-page.ts';
import { ClinicLine } from './data/clinic-line.ts';
import { Voice } from './data/voice.ts';
import { frameStyles } from './frame-styles.ts';
import { KeysController } from './keyboard/keys-controller.ts';
import { WedgeKeys } from './keyboard/wedge-keys.ts';
import { LoadingAhead } from './pages/loading-ahead.ts';
import { drawPage, isReady, loadPage } from './pages/pages.ts';
import type { Act, Scan } from './session/acts.ts';
import { Attendant } from './session/attendant.ts';
import { isUnsent } from './session/help-state.ts';
import { idleFace } from './session/idle-face.ts';
import { isClosed, opensAgainAt } from './session/opening.ts';
import { canGoBack, stepOf, type Screen } from './session/screens.ts';
import { SessionTimer } from './session/session-timer.ts';
import { Standing, standingOf } from './session/standing.ts';
import { openingText } from './strings/opening-text.ts';
import { t } from './strings/strings.ts';

const LARGER = [1, 1.4, 2] as const;
/** Untouched for so long, the kiosk has time to fetch what few people need. */
const STILL_MS = 5_000;
/** A line that has said nothing by then may say nothing at all. */
const FIRST_VIEW_MS = 4_000;

@customElement('foyer-kiosk')
export class FoyerKiosk extends FoyerElement {
  static override styles = frameStyles;

  @state() private credential: Credential | undefined;
  @state() private mustEnrol = false;
  @state() private asking = false;
  @state() private low = false;
  @state() private larger = 0;
  @state() private now = 0;
  @state() private remembered: RememberedClinic | undefined = rememberedClinic('kiosk');

  readonly #line = new ConnectionController<'/kiosk'>(this);
  readonly #clinic = new ClinicLine({
    connection: () => this.#line.connection,
    token: () => this.credential?.token,
    knows: (code) => this.#speak(code),
  });
  readonly #attendant = new Attendant(
    this.#clinic,
    () => language.code,
    () => this.#moved(),
  );
  readonly #timer = new SessionTimer({ ask: () => (this.asking = true), wipe: () => this.#wipe() });
  readonly #voice = new Voice(
    () => this.credential?.token,
    () => this.requestUpdate(),
  );
  readonly #keys = new KeysController(
    this,
    {
      say: (text, code) => this.#voice.say(text, code, this.#clinic.view?.voice ?? false),
      hush: () => this.#voice.stop(),
    },
    () => this.#touched(),
  );
  readonly #wedge = new WedgeKeys({
    prefix: () => this.#clinic.view?.wedgePrefix ?? '',
    scanned: (scan) => this.#scanned(scan),
    down: (event) => this.#keys.down(event),
    typed: (key, at) => this.#keys.typed(key, at),
  });
  readonly #ahead = new LoadingAhead({
    isStill: () => this.#attendant.screen.page === 'idle' && this.#stillMs >= STILL_MS,
    loadKeys: () => this.#keys.load(),
  });
  #clock: ReturnType<typeof setInterval> | undefined;
  #drawn: Screen | undefined;
  #usedScan: string | undefined;
  #leaving = false;
  /** On the page's own clock: the clinic's may be put right at any moment. */
  #touchedAt = performance.now();
  #reloadWhenIdle = false;
  #choseLanguage = false;
  #dressedFor: RememberedClinic | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#key, { capture: true });
    addEventListener('resize', this.#fit);
    this.#clock = setInterval(() => this.#tick(), 1_000);
    this.#tick();
    this.#fit();
    if (this.remembered) this.#dress(this.remembered);
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#key, { capture: true });
    removeEventListener('resize', this.#fit);
    clearInterval(this.#clock);
    this.#timer.stop();
    this.#voice.stop();
  }

  /** A newer version of this page waits: it is taken when nobody stands here. */
  renewWhenIdle(): void {
    this.#reloadWhenIdle = true;
    this.#renew();
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#line.connection?.liveness === Liveness.refused) this.#refused();
    this.#lookAtScan();
    this.#takeClinic();
    this.#lookAtEvacuation();
    this.#lookAtFace();
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.style.setProperty('--text-scale', String(this.#larger));
    this.style.setProperty('--display-scale', String(1 + (this.#larger - 1) * 0.25));
  }

  override render() {
    if (this.mustEnrol)
      return html`<foyer-enrol
        @foyer-enrolled=${(event: CustomEvent<Credential>) => this.#enrolled(event.detail)}
      ></foyer-enrol>`;
    const { connection } = this.#line;
    const liveness = connection?.liveness ?? Liveness.connecting;
    const { view } = this.#clinic;
    const clinic = view?.clinic ?? this.remembered;
    const screen = this.#drawn ?? this.#attendant.screen;
    const standing = standingOf(screen, view, liveness);
    const awaitsFace = screen.page === 'idle' && !isReady(idleFace(view));
    if (standing === Standing.starting || (standing === Standing.page && awaitsFace)) return this.#starting();
    const asUsual = standing === Standing.page;
    const step = asUsual ? stepOf(screen) : undefined;
    const shown = asUsual ? screen.page : standing;
    const { guide } = this.#keys;
    return html`<div
      class="kiosk ${this.low && asUsual ? 'low' : ''} ${this.#larger > 1 ? 'larger' : ''} ${shown}"
      @kiosk-act=${(event: CustomEvent<Act>) => this.#act(event.detail)}
      @pointerdown=${() => this.#touched()}
    >
      <header>
        <foyer-brand .name=${clinic?.name ?? 'Foyer'}></foyer-brand>
        ${standing === Standing.stopped ? nothing : html`<foyer-mark .state=${liveness} .heardAt=${connection?.heardAt} .zone=${clinic?.zone}></foyer-mark>`}
        ${guide ? html`<kiosk-guide-mark .silent=${guide.isSilent}></kiosk-guide-mark>` : nothing}
        <bdi class="clock">${formatTime(this.now, clinic?.zone)}</bdi>
      </header>
      ${
        step === undefined
          ? nothing
          : html`<foyer-path
              .steps=${[t('path.who'), t('path.check'), t('path.number')]}
              .current=${step}
              .label=${t('frame.path')}
            ></foyer-path>`
      }
      <main class="stage" ?inert=${this.asking && asUsual} aria-busy=${this.#attendant.busy ? 'true' : 'false'}>
        ${this.#stage(standing, screen)}
        <kiosk-more .screen=${asUsual ? screen : undefined}></kiosk-more>
        ${this.#attendant.busy ? this.#busy() : nothing}
      </main>
      <foyer-floor ?broken=${liveness === Liveness.stale || standing === Standing.stopped}>
        <kiosk-toolbar
          .page=${shown}
          .back=${asUsual && canGoBack(this.#attendant.journey)}
          .languages=${this.#languages()}
          .openUntil=${view?.clinic.openUntil}
          .low=${this.low}
          .larger=${this.#larger}
          .voice=${asUsual && !guide && this.#voice.canSpeak(language.code, view?.voice ?? false)}
          .speaking=${this.#voice.speaking}
          .alarm=${screen.page === 'help' && !isUnsent(screen, this.now)}
          @kiosk-tool=${(event: CustomEvent<Tool>) => void this.#use(event.detail)}
        ></kiosk-toolbar>
      </foyer-floor>
      ${
        this.asking && asUsual
          ? html`<kiosk-still-there
              @kiosk-answer=${(event: CustomEvent<'more' | 'done'>) => (event.detail === 'done' ? this.#wipe() : this.#touched())}
            ></kiosk-still-there>`
          : nothing
      }
      ${asUsual && this.#isNight(screen) ? html`<kiosk-night .now=${this.now} .opens=${this.#opens()}></kiosk-night>` : nothing}
      ${guide?.isDark && asUsual ? html`<kiosk-curtain @kiosk-lift=${() => guide.lift()}></kiosk-curtain>` : nothing}
    </div>`;
  }

  /** What was read of the screen before; the guide ends its own sentences. */
  #hush(): void {
    if (!this.#keys.guide) this.#voice.stop();
  }

  get #isReadTo(): boolean {
    return this.#voice.speaking || this.#keys.guide !== undefined;
  }

  /** Nobody is at the desk either, and nobody has touched anything for a while. */
  #isNight(screen: Screen): boolean {
    const { view } = this.#clinic;
    if (screen.page !== 'idle' || view === undefined || view.deskOpen || !isClosed(view.clinic)) return false;
    return mayRest(view.clinic, { nowMs: this.now, stillSinceMs: this.now - this.#stillMs });
  }

  get #stillMs(): number {
    return performance.now() - this.#touchedAt;
  }

  #opens(): string {
    const clinic = this.#clinic.view?.clinic;
    return openingText('closed', clinic && opensAgainAt(clinic), this.now, clinic?.zone);
  }

  get #larger(): number {
    return LARGER[this.larger] ?? 1;
  }

  #starting() {
    return html`<div class="kiosk starting"><p role="status">${t('offline.starting')}</p></div>`;
  }

  #stage(standing: Standing, screen: Screen) {
    const { view } = this.#clinic;
    if (standing === Standing.leaving)
      return html`<kiosk-leave .view=${view} .screen=${screen} .now=${this.now}></kiosk-leave>`;
    if (standing === Standing.stopped) {
      const zone = (view?.clinic ?? this.remembered)?.zone;
      return html`<kiosk-stopped .zone=${zone} .heardAt=${this.#line.connection?.heardAt}></kiosk-stopped>`;
    }
    const { busy } = this.#attendant;
    const place = this.credential?.name ?? '';
    return keyed(
      screen,
      drawPage(screen, { view, busy, now: this.now, larger: this.#larger, place, told: this.#attendant.journey.told }),
    );
  }

  #busy() {
    const words = this.#attendant.busy === 'number' ? t('busy.number') : t('busy.looking');
    return html`<div class="busy" role="status"><p>${words}</p></div>`;
  }

  async #begin(): Promise<void> {
    const credential = await obtainCredential('kiosk');
    if (!this.isConnected) return;
    if (credential) this.#connect(credential);
    else await this.#enrol();
  }

  #connect(credential: Credential): void {
    this.credential = credential;
    this.mustEnrol = false;
    const connection = new Connection({
      namespace: '/kiosk',
      auth: { token: credential.token },
      expired: () => renewAtStart('kiosk'),
    });
    this.#line.use(connection);
    void import('@foyer/ui-kit/connection/screen-duties.ts').then(({ takeDuties }) => takeDuties(connection));
    // Before it would say so.
    setTimeout(() => this.#ahead.first(), FIRST_VIEW_MS);
    this.#touched();
  }

  async #enrol(): Promise<void> {
    this.#line.use(undefined);
    await import('@foyer/ui-kit/elements/foyer-enrol.ts');
    this.mustEnrol = true;
  }

  #enrolled(credential: Credential): void {
    keepCredential('kiosk', credential);
    this.#connect(credential);
  }

  #refused(): void {
    forgetCredential('kiosk');
    this.credential = undefined;
    void this.#enrol();
  }

  /** Those of the clinic; all of them while no clinic was ever heard of. */
  #languages(): readonly LanguageCode[] {
    const offered: readonly LanguageCode[] = (this.#clinic.view?.clinic ?? this.remembered)?.languages ?? languageCodes;
    return languageCodes.filter((code) => offered.includes(code));
  }

  /** The attendant went somewhere: the page is fetched first, so that the old one stays until the new one can be drawn. */
  #moved(): void {
    const { screen } = this.#attendant;
    this.#tick();
    this.#hush();
    if (screen !== this.#drawn) {
      if (isReady(screen.page)) this.#draw(screen);
      else void loadPage(screen.page).then(() => screen === this.#attendant.screen && this.#draw(screen));
    }
    // An idle screen that is put in order is as still as before.
    if (screen.page === 'idle') this.#timed();
    else this.#touched();
    this.requestUpdate();
  }

  #draw(screen: Screen): void {
    this.#drawn = screen;
    this.renderRoot.querySelector('.stage')?.scrollTo({ top: 0, behavior: 'instant' });
    this.requestUpdate();
    if (screen.page === 'idle') this.#renew();
  }

  #touched(): void {
    this.#touchedAt = performance.now();
    this.#timed();
  }

  /** The time of whoever stands here begins anew. */
  #timed(): void {
    this.asking = false;
    this.requestUpdate();
    if (this.#attendant.busy) this.#timer.stop();
    else if (!this.#leaving) this.#timer.touched(this.#attendant.screen.page, this.#isReadTo);
    else this.#timer.stop();
  }

  /** Nobody is here: nothing of the last person stays in the page, and the next finds it as it always is. */
  #wipe(): void {
    this.asking = false;
    this.low = false;
    this.larger = 0;
    this.#choseLanguage = false;
    // Who is guided is told to leave, too.
    if (!this.#leaving) this.#keys.end();
    this.#hush();
    this.#wedge.forget();
    this.#attendant.wipe();
    const [first = 'en'] = this.remembered?.languages ?? [];
    if (language.code !== first) void language.use(first);
  }

  /** A patient who was found is spoken to in the own language, unless another was chosen at this screen. */
  #speak(code: LanguageCode): void {
    if (this.#choseLanguage || !this.#languages().includes(code)) return;
    void language.use(code);
  }

  #renew(): void {
    if (this.#reloadWhenIdle && this.#attendant.screen.page === 'idle') location.reload();
  }

  #act(act: Act): void {
    if (act.act === 'finish' && act.leaving) this.#wipe();
    else void this.#attendant.handle(act);
  }

  async #use(tool: Tool): Promise<void> {
    switch (tool.tool) {
      case 'move':
        this.low = !this.low;
        return;
      case 'larger':
        this.larger = (this.larger + 1) % LARGER.length;
        return;
      case 'language':
        this.#hush();
        this.#choseLanguage = true;
        if (tool.code === 'zh') readyForHan();
        await language.use(tool.code);
        return;
      case 'listen': {
        if (this.#voice.speaking) return this.#voice.stop();
        const page = this.renderRoot.querySelector('.stage > *') as KioskPage<Screen['page']> | null;
        const speaking = this.#voice.read(page?.spoken() ?? '', language.code, this.#clinic.view?.voice ?? false);
        this.#touched();
        await speaking;
      }
    }
  }

  /** The edge puts into the view what the reader beside this kiosk read; each scan is used once. */
  #lookAtScan(): void {
    const { view } = this.#clinic;
    if (!view) return;
    const { scan } = view;
    const first = this.#usedScan === undefined;
    if (first) this.#usedScan = scan?.id ?? '';
    if (first || !scan || scan.id === this.#usedScan) return;
    this.#usedScan = scan.id;
    queueMicrotask(() => this.#scanned(scan));
  }

  /** Whoever stands here walks out: nothing of them stays on the screen, but a call for help goes on. */
  #lookAtEvacuation(): void {
    const leaving = this.#clinic.view?.evacuation !== undefined;
    if (leaving === this.#leaving) return;
    this.#leaving = leaving;
    if (leaving) void import('./components/kiosk-leave.ts');
    if (this.#attendant.screen.page !== 'help' || !leaving) queueMicrotask(() => this.#wipe());
  }

  /** Nobody is admitted, for whatever reason: what says so is fetched. */
  #lookAtFace(): void {
    const face = idleFace(this.#clinic.view);
    if (!isReady(face)) void loadPage(face).then(() => this.requestUpdate());
  }

  #scanned(scan: Scan): void {
    if (this.#clinic.view?.evacuation) return;
    // The next patient finds the screen as it always is, not as the last one set it up.
    if (this.#attendant.isNextPatient(scan)) this.#wipe();
    void this.#attendant.scanned(scan);
  }

  readonly #key = (event: KeyboardEvent): void => {
    this.#touched();
    this.#wedge.down(event);
  };

  /** Drawn for 1080 x 1920 or 1920 x 1080, and scaled as a whole to the panel that it is on. */
  readonly #fit = (): void => {
    const [short, long] = [Math.min(innerWidth, innerHeight), Math.max(innerWidth, innerHeight)];
    this.style.setProperty('--scale', String(Math.min(short / 1080, long / 1920)));
  };

  #tick(): void {
    this.now = this.#clinic.serverNow();
    const { screen } = this.#attendant;
    if (this.#line.connection?.liveness !== Liveness.live || screen.page !== 'idle') return;
    void this.#ahead.others();
    const upMs = performance.now();
    if (isRenewalDue({ upMs, resting: this.#isNight(screen), stillMs: this.#stillMs })) this.renewWhenIdle();
  }

  #takeClinic(): void {
    const clinic = this.#clinic.view?.clinic;
    if (!clinic || clinic === this.#dressedFor) return;
    this.remembered = clinic;
    rememberClinic('kiosk', clinic);
    if (isClosed(clinic)) {
      void import('./components/kiosk-night.ts');
    }
    this.#dress(clinic);
    void this.updateComplete.then(() => this.#ahead.first());
    this.#tick();
  }

  /** The clinic's colour, and its first language for whoever comes first. */
  #dress(clinic: RememberedClinic): void {
    const isFirst = this.#dressedFor === undefined;
    this.#dressedFor = clinic;
    applyAccent(document.documentElement, clinic.accent);
    const [first = 'en'] = clinic.languages;
    if (isFirst && !this.#choseLanguage && language.code !== first) void language.use(first);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'foyer-kiosk': FoyerKiosk;
  }
}
