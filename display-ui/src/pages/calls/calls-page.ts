// The wall of a waiting area: the call that is now above the floor, the calls before below it, and a strip in the
// clinic's other languages. Its line to the server is part of it: live is silent, quiet shows a mark, and a screen that
// has stopped turns its light off, breaks its floor and says what to do.

import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import { usualLayout } from '@foyer/contracts/display-layout-limits.ts';
import { inLanguage, type Language } from '@foyer/contracts/languages.ts';
import type { MessageView } from '@foyer/contracts/clinic-view.ts';
import type { DisplayView } from '@foyer/contracts/display-view.ts';
import { Liveness } from '@foyer/ui-kit/connection/liveness.ts';
import { FoyerElement } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-brand.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '@foyer/ui-kit/elements/foyer-mark.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import type { RememberedClinic } from '@foyer/ui-kit/offline/remembered-clinic.ts';
import { delaysToTell, delayText } from '@foyer/ui-kit/strings/delay-text.ts';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { keyed } from 'lit/directives/keyed.js';
import { Announcer } from '../../calls/announcer.ts';
import { listCalls, type DisplayCall } from '../../calls/call-list.ts';
import { MessageEnds, runningMessages } from '../../calls/running-messages.ts';
import { roomNameIn } from '../../calls/room-name.ts';
import { spokenLanguages } from '../../calls/spoken-languages.ts';
import { stripTurns } from '../../calls/strip-turns.ts';
import { waitLine, waitsToTell } from '../../calls/told-waits.ts';
import '../../components/call-rows.ts';
import '../../components/call-stage.ts';
import '../../components/media-panel.ts';
import '../../components/quiet-stage.ts';
import '../../components/wall-clock.ts';
import '../../components/wall-strip.ts';
import { voiceOf } from '../../data/clips.ts';
import { CallSound } from '../../sound/call-sound.ts';
import { loudnessAt } from '../../sound/quiet-hours.ts';
import { strings, t } from '../../strings/strings.ts';
import { callsPageStyles } from './calls-page-styles.ts';

/** More would make the turns of the strip long. */
const MOST_DELAYS = 2;

@customElement('calls-page')
export class CallsPage extends FoyerElement {
  static override styles = callsPageStyles;

  /** As last heard; `liveness` says whether it may be trusted. */
  @property({ attribute: false }) view: DisplayView | undefined;
  @property() liveness: Liveness = Liveness.connecting;
  /** By the server's clock. */
  @property({ type: Number }) heardAt: number | undefined;
  /** When the screen was switched on. */
  @property({ type: Number }) startedAt = Date.now();
  @property({ attribute: false }) serverNow: () => number = () => Date.now();
  @property({ attribute: false }) clinic: RememberedClinic | undefined;
  @property() token = '';

  readonly #sound = new CallSound(() => this.requestUpdate());
  readonly #announcer = new Announcer(this, {
    sound: this.#sound,
    now: () => ({ serverMs: this.serverNow(), monotonicMs: performance.now() }),
    languages: (call) => (this.view ? spokenLanguages(call, this.view) : []),
    voice: (call, language) => voiceOf(call, language, this.view?.recorded?.includes(language) ?? false, this.token),
    loudness: () => loudnessAt(formatTime(this.serverNow(), this.clinic?.zone), this.#layout.quietHours),
  });
  readonly #messageEnds = new MessageEnds(this);
  readonly #touched = () => this.#sound.unlock();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sound.start();
    for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, this.#touched);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sound.stop();
    for (const touch of ['pointerdown', 'keydown']) removeEventListener(touch, this.#touched);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (this.#stopped) this.#announcer.forget();
    else if (this.view && (changed.has('view') || changed.has('liveness'))) {
      this.#announcer.take(Object.values(this.view.calls), this.#layout.dwellSeconds * 1000);
    }
  }

  override render() {
    const onStage = this.#announcer.onStage;
    const { media, recentCalls } = this.#layout;
    const messages = runningMessages(this.view, this.serverNow());
    this.#messageEnds.await(messages, this.serverNow());
    const beside = media.length > 0 && !this.#stopped;
    const parts = {
      stopped: this.#stopped,
      beside,
      calling: onStage !== undefined,
      rowless: recentCalls === 0,
      sign: this.#isSign,
      told: messages.length > 0,
    };
    return html`<header>
        <foyer-brand .name=${this.clinic?.name ?? 'Foyer'}></foyer-brand>
        ${
          this.#sound.blocked && this.liveness === Liveness.live && !this.view?.storage
            ? html`<p class="silent"><foyer-icon name="announce"></foyer-icon>${t('calls.silent')}</p>`
            : nothing
        }
        ${this.view?.storage && !this.#stopped ? this.#staffLook() : nothing}
        ${
          this.#stopped
            ? nothing
            : html`<foyer-mark
                .state=${this.liveness}
                .heardAt=${this.heardAt}
                .zone=${this.clinic?.zone}
              ></foyer-mark>`
        }
        <wall-clock .zone=${this.clinic?.zone} .now=${this.serverNow}></wall-clock>
      </header>
      <main class=${classMap(parts)}>
        ${this.#stage(onStage)}
        <div class="floor"></div>
        ${this.#rows(onStage, messages.length > 0)}
        ${
          beside
            ? html`<media-panel
                .items=${media}
                .token=${this.token}
                newest=${onStage ? `${onStage.id} ${onStage.at}` : ''}
              ></media-panel>`
            : nothing
        }
      </main>
      <wall-strip role="contentinfo" ?large=${messages.length > 0} .turns=${this.#strip(messages)}></wall-strip>
      <p class="visually-hidden" role="status">${onStage ? this.#spokenForReaders(onStage) : nothing}</p>`;
  }

  get #stopped(): boolean {
    return this.liveness === Liveness.stale || this.liveness === Liveness.refused;
  }

  get #languages(): readonly Language[] {
    return this.clinic?.languages ?? ['en'];
  }

  get #language(): Language {
    return this.#languages[0] ?? 'en';
  }

  /** The sign of one room, with nothing but the call. */
  get #isSign(): boolean {
    const { recentCalls, media } = this.#layout;
    return recentCalls === 0 && media.length === 0 && !this.#stopped;
  }

  get #layout(): DisplayLayout {
    return this.view?.layout ?? usualLayout;
  }

  /** Nothing that a patient has to know: the calls go on. */
  #staffLook() {
    return html`<p class="silent staff-look"><foyer-icon name="warning"></foyer-icon>${t('calls.staff-look')}</p>`;
  }

  #stage(onStage: DisplayCall | undefined) {
    const zone = this.clinic?.zone;
    if (this.#stopped) {
      const since = this.heardAt === undefined ? t('calls.stopped.never') : t('calls.stopped.since');
      return html`<quiet-stage
        role="alert"
        headline=${t('calls.stopped.title')}
        advice=${t('calls.stopped.body')}
        sign="offline"
        since=${since}
        time=${formatTime(this.heardAt ?? this.startedAt, zone)}
      ></quiet-stage>`;
    }
    if (onStage) {
      return keyed(
        `${onStage.id} ${onStage.at}`,
        html`<call-stage .call=${onStage} language=${this.#language} ?alone=${this.#isSign}></call-stage>`,
      );
    }
    if (!this.view) return html`<quiet-stage headline=${t('calls.start')}></quiet-stage>`;
    const { openUntil } = this.view.clinic;
    return html`<quiet-stage
      ?alone=${this.#isSign}
      headline=${t('calls.rest.title')}
      advice=${t('calls.rest.body')}
      since=${openUntil ? t('calls.open') : ''}
      time=${openUntil ?? ''}
    ></quiet-stage>`;
  }

  #rows(onStage: DisplayCall | undefined, told: boolean) {
    const { recentCalls, media } = this.#layout;
    const calls = listCalls(Object.values(this.view?.calls ?? {}), onStage, recentCalls);
    return html`<call-rows
      .calls=${calls}
      language=${this.#language}
      ?narrow=${media.length > 0 && onStage !== undefined}
      ?dense=${this.#stopped || told}
      ?stale=${this.#stopped}
    ></call-rows>`;
  }

  #strip(messages: readonly MessageView[]) {
    const spoken = this.#stopped ? this.#languages.slice(1) : this.#languages;
    // One whose words have not come would say the English ones again, beside them.
    const come = spoken.filter((code) => strings.holds(code));
    const languages = come.length > 0 ? come : spoken;
    const inEach = (words: (language: Language) => string) =>
      languages.map((language) => ({ language, words: words(language) }));
    const atOnce = matchMedia('(orientation: portrait)').matches ? 1 : 2;
    const loud = messages.flatMap(({ text }) =>
      this.#languages.map((language) => ({ language, words: inLanguage(text, language), loud: true as const })),
    );
    if (this.#stopped) {
      return stripTurns([inEach((language) => strings.in(language, 'calls.stopped.line'))], atOnce, loud);
    }
    const delays = delaysToTell(this.view?.delays).slice(0, MOST_DELAYS);
    const late = delays.map((delay) => inEach((language) => delayText(delay, language)));
    const waits = waitsToTell(this.view).map(({ name, wait }) =>
      inEach((language) => waitLine(inLanguage(name, language), wait, language)),
    );
    const told = this.#layout.ticker.map((text) => inEach((language) => inLanguage(text, language)));
    const worse = inEach((language) => strings.in(language, 'calls.worse'));
    return stripTurns([...late, ...waits, ...told, worse], atOnce, loud);
  }

  #spokenForReaders(call: DisplayCall): string {
    return t('calls.announced', { number: call.number, room: roomNameIn(call, this.#language) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'calls-page': CallsPage;
  }
}
