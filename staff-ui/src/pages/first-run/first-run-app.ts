// The first run: from the one-time code on the box's console to open doors, one decision a page. The doors can be opened
// at any moment; what is missing then is asked for. What was typed survives a reload, PINs apart.

import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { FirstRunStatus } from '@foyer/contracts/clinic-set-up.ts';
import { setUpFaults, type SetUpFault } from '@foyer/contracts/set-up-faults.ts';
import { keepCredential, type Credential } from '@foyer/ui-kit/connection/credential.ts';
import { ensureScreenKey, keepScreenKey, newScreenKey, type ScreenKey } from '@foyer/ui-kit/connection/screen-key.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { readyForHan } from '@foyer/ui-kit/language/han.ts';
import { firstSpoken, language, languageCodes, Languages, type LanguageCode } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-brand.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { codeFrom } from '../../data/first-run/clinic-code.ts';
import { forgetDraft, loadDraft, saveDraft } from '../../data/first-run/draft-store.ts';
import { newDraft, setUpOf, type Draft, type Pins } from '../../data/first-run/draft.ts';
import { FirstRunApi } from '../../data/first-run/first-run-api.ts';
import { faultsOf, firstFaulty, nextStep, Step } from '../../data/first-run/steps.ts';
import { loadPreferences, savePreferences } from '../../data/preferences.ts';
import { refusedIn } from '../../data/refusals.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';
import { applyPreferences } from '../../theme/apply-preferences.ts';
import './clinic-step.ts';
import { focusFaulty } from './focus-faulty.ts';
import { firstRunAppStyles } from './first-run-app-styles.ts';
import './first-run-floor.ts';
import './hours-step.ts';
import './open-step.ts';
import './people-step.ts';
import type { PeopleStep, PinSaid } from './people-step.ts';
import './prices-step.ts';
import './rooms-step.ts';
import './services-step.ts';
import './set-up-path.ts';

/** Before the steps: the code, and a box whose clinic comes from elsewhere. */
type Stage = 'code' | 'let-in' | 'steps';

@customElement('first-run-app')
export class FirstRunApp extends FoyerElement {
  static override styles = [shared, staffStyles, firstRunAppStyles];

  @state() private stage: Stage = 'code';
  @state() private code = '';
  @state() private status: FirstRunStatus | undefined;
  @state() private draft: Draft = newDraft(Date.now(), ownZone(), firstSpoken(navigator.languages));
  @state() private pins: Pins = new Map();
  /** The steps whose faults are said: those that somebody wanted to leave. */
  @state() private judged: ReadonlySet<Step> = new Set();
  @state() private savedAt: number | undefined;
  @state() private sending = false;
  @state() private refused = '';
  @state() private now = Date.now();
  @query('h1') private readonly question!: HTMLElement;
  @query('people-step') private readonly people!: PeopleStep | null;
  #ticking: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    applyPreferences(loadPreferences(localStorage));
    const kept = loadDraft(sessionStorage);
    if (kept) {
      this.draft = kept.draft;
      this.code = kept.code;
      if (kept.code) void this.#enter();
    }
    this.#ticking = setInterval(() => (this.now = Date.now()), 5_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#ticking);
  }

  override render() {
    const { draft, stage } = this;
    const { name, zone } = draft.clinic;
    const begun = stage === 'steps' ? t('first-run.begun', { time: formatTime(draft.begunAt, zone) }) : '';
    return html`<header>
        <foyer-brand name=${name || 'Foyer'}></foyer-brand>
        <span class="muted begun">${begun}</span>
        <time class="push">${formatTime(this.now, stage === 'steps' ? zone : undefined)}</time>
        <label class="language"
          ><foyer-icon name="globe" .stroke=${1.8}></foyer-icon
          ><select
            aria-label=${t('settings.language')}
            @change=${(event: Event) => this.#speak((event.target as HTMLSelectElement).value as LanguageCode)}
          >
            ${languageCodes.map((code) => html`<option value=${code} lang=${code} ?selected=${code === language.code}>${Languages[code].name}</option>`)}
          </select></label
        >
      </header>
      ${stage === 'steps' ? this.#path() : nothing}
      <main>
        <section class="asked">
          <h1 tabindex="-1">${this.#asked}</h1>
          <p class="what">${this.#what}</p>
          ${this.refused ? html`<p class="said" role="alert"><foyer-icon name="warning"></foyer-icon><span>${this.refused}</span></p>` : nothing}
          <div class="answer">${this.#answer()}</div>
        </section>
        ${this.#door()}
      </main>
      <first-run-floor
        .status=${stage === 'steps' ? this.status : undefined}
        .savedAt=${this.savedAt}
        zone=${zone}
        ?hurry=${stage === 'steps' && draft.step !== Step.open}
        ?sending=${this.sending}
        @open-now=${() => void this.#open()}
      ></first-run-floor>`;
  }

  #path() {
    const { draft } = this;
    const faults = this.#faults;
    const missing = draft.seen.filter((step) => this.judged.has(step) && faultsOf(step, faults).length > 0);
    return html`<set-up-path
      current=${draft.step}
      .seen=${draft.seen}
      .missing=${missing}
      .lines=${this.#lines()}
      @go-to-step=${(event: CustomEvent<Step>) => this.#go(event.detail)}
    ></set-up-path>`;
  }

  /** What each step says of itself on the path. */
  #lines(): Readonly<Record<Step, string>> {
    const { clinic, hours, services, rooms, people } = this.draft;
    const priced = services.filter(({ priceMinor }) => priceMinor !== undefined).length;
    return {
      clinic: clinic.name,
      hours: t(`first-run.hours-${hours.choice}`),
      services: t('first-run.so-far', { count: services.length }),
      rooms: t('first-run.so-far', { count: rooms.length }),
      people: t('first-run.so-far', { count: people.length }),
      prices: priced === 0 ? t('first-run.or-later') : t('first-run.so-far', { count: priced }),
      open: '',
    };
  }

  get #asked(): string {
    if (this.stage !== 'steps') return t(`first-run.ask-${this.stage}`, { name: this.status?.clinicName ?? '' });
    return t(`first-run.ask-${this.draft.step}`);
  }

  get #what(): string {
    if (this.stage === 'let-in' && this.status?.clinicName === undefined) return t('first-run.what-from-centre');
    return t(`first-run.what-${this.stage === 'steps' ? this.draft.step : this.stage}`);
  }

  #answer() {
    if (this.stage === 'code') return this.#codeField();
    if (this.stage === 'let-in') return nothing;
    const { draft } = this;
    const faults = this.judged.has(draft.step) ? faultsOf(draft.step, this.#faults) : [];
    const changed = (event: CustomEvent<Draft>) => this.#keep(event.detail);
    switch (draft.step) {
      case Step.clinic:
        return html`<clinic-step .draft=${draft} .faults=${faults} @draft-changed=${changed}></clinic-step>`;
      case Step.hours:
        return html`<hours-step .draft=${draft} .faults=${faults} @draft-changed=${changed}></hours-step>`;
      case Step.services:
        return html`<services-step .draft=${draft} .faults=${faults} @draft-changed=${changed}></services-step>`;
      case Step.rooms:
        return html`<rooms-step .draft=${draft} .faults=${faults} @draft-changed=${changed}></rooms-step>`;
      case Step.people:
        return html`<people-step
          .draft=${draft}
          .faults=${faults}
          .pins=${this.pins}
          @draft-changed=${changed}
          @pin-said=${(event: CustomEvent<PinSaid>) => (this.pins = new Map([...this.pins, [event.detail.key, event.detail.pin]]))}
        ></people-step>`;
      case Step.prices:
        return html`<prices-step .draft=${draft} .faults=${faults} @draft-changed=${changed}></prices-step>`;
      case Step.open:
        return html`<open-step .draft=${draft} .faults=${faults}></open-step>`;
    }
  }

  #codeField() {
    return html`<form class="code" @submit=${(event: Event) => (event.preventDefault(), void this.#enter())}>
      <label class="field"
        ><span>${t('first-run.code')}</span>
        <input
          name="code"
          autofocus
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          maxlength="64"
          .value=${this.code}
          @input=${(event: Event) => (this.code = (event.target as HTMLInputElement).value.trim())}
      /></label>
      <button hidden></button>
    </form>`;
  }

  /** The one lit thing: what comes next. */
  #door() {
    const { stage, draft, sending } = this;
    if (stage !== 'steps') {
      const ready = (stage === 'let-in' || this.code.length >= 16) && !sending;
      return this.#lit(ready, '', t(`first-run.do-${stage}`), t(`first-run.do-${stage}-what`), () =>
        stage === 'code' ? this.#enter() : this.#letIn(),
      );
    }
    if (draft.step === Step.open) {
      return this.#lit(!sending, '', t('first-run.do-open'), t('first-run.do-open-what'), () => this.#open());
    }
    const next = nextStep(draft.step);
    const lines = t(`first-run.then-${next}`, {
      count: next === Step.rooms ? draft.rooms.length : draft.services.length,
    });
    return this.#lit(!sending, t('first-run.next'), t(`first-run.step-${next}`), lines, () => this.#next());
  }

  #lit(ready: boolean, small: string, large: string, lines: string, act: () => void | Promise<void>) {
    return html`<foyer-door
      class="next"
      action
      fill
      state=${ready ? 'lit' : 'hollow'}
      ?disabled=${!ready}
      @click=${() => ready && void act()}
    >
      <span class="small-word">${small}</span><span class="large-word ${large.length > 8 ? 'long' : ''}">${large}</span
      ><span class="lines">${this.sending ? t('first-run.opening') : lines}</span>
    </foyer-door>`;
  }

  get #faults(): readonly SetUpFault[] {
    return setUpFaults(this.#setUp);
  }

  get #setUp() {
    const { clinic } = this.draft;
    return setUpOf(this.draft, this.pins, clinic.code ?? codeFrom(clinic.name));
  }

  /** Asks the box how it stands, with the code. */
  async #enter(): Promise<void> {
    this.sending = true;
    const answer = await new FirstRunApi(this.code).status();
    this.sending = false;
    if (!answer.ok) return this.#say(refusedIn(answer)!.code);
    this.status = answer.value;
    this.refused = '';
    const isElsewhere = answer.value.clinicName !== undefined || answer.value.fromCentre;
    this.stage = isElsewhere ? 'let-in' : 'steps';
    this.#keep(this.draft);
    this.#toQuestion();
  }

  #keep(draft: Draft): void {
    this.draft = draft;
    saveDraft(sessionStorage, { draft, code: this.code });
    this.savedAt = Date.now();
    for (const { name } of [draft.clinic, ...draft.people]) readyForHan(name);
  }

  #go(step: Step): void {
    const seen = [...new Set([...this.draft.seen, this.draft.step, step])];
    this.refused = '';
    this.#keep({ ...this.draft, step, seen });
    void this.#lookAgain();
    this.#toQuestion();
  }

  /** Screens may have come, and the printer been switched on. */
  async #lookAgain(): Promise<void> {
    const answer = await new FirstRunApi(this.code).status();
    if (answer.ok) this.status = answer.value;
  }

  #next(): void {
    const { step } = this.draft;
    this.judged = new Set([...this.judged, step]);
    const faults = faultsOf(step, this.#faults);
    if (faults.length === 0) return this.#go(nextStep(step));
    this.#ask(step);
  }

  /** Everything that is missing is asked for, the first of it now. */
  async #open(): Promise<void> {
    const missing = firstFaulty(this.#faults);
    if (missing !== undefined) {
      this.judged = new Set([...this.judged, missing]);
      if (missing !== this.draft.step) this.#go(missing);
      return this.#ask(missing);
    }
    this.sending = true;
    this.refused = '';
    const { requestId } = this.draft;
    const api = new FirstRunApi(this.code);
    const key = await ensureScreenKey(requestId);
    const tablet = { name: t('first-run.tablet-name'), ...(key && { publicKey: key.publicKey }) };
    const answer = await api.setUp({ requestId, setUp: this.#setUp, tablet });
    this.sending = false;
    if (answer.ok && answer.value.tablet) return this.#done(answer.value.tablet, key);
    this.#say(refusedIn(answer)?.code ?? 'internal');
  }

  async #letIn(): Promise<void> {
    this.sending = true;
    const key = await newScreenKey();
    const answer = await new FirstRunApi(this.code).letIn(t('first-run.tablet-name'), key?.publicKey);
    this.sending = false;
    if (answer.ok) await this.#done(answer.value, key);
    else this.#say(refusedIn(answer)!.code);
  }

  async #done(credential: Credential, key: ScreenKey | undefined): Promise<void> {
    if (key) await keepScreenKey(credential.deviceId, key);
    keepCredential('staff', credential);
    forgetDraft(sessionStorage);
    location.assign('/staff/');
  }

  /** A code that is not good any more is asked for again; what was typed stays. */
  #say(code: string): void {
    this.refused = code === 'unauthenticated' ? t('first-run.code-wrong') : refusalText(code, {});
    if (code !== 'unauthenticated') return;
    this.stage = 'code';
    this.#toQuestion();
  }

  /** Brings the person to what is missing. */
  #ask(step: Step): void {
    this.refused = '';
    void this.updateComplete.then(() => {
      if (step === Step.people && this.draft.people.length === 0) return this.people?.askForAdministrator();
      const page = this.renderRoot.querySelector<FoyerElement>(`${step}-step`);
      if (page) focusFaulty(page);
    });
  }

  /** A reader hears the new question, and a keyboard begins there. */
  #toQuestion(): void {
    void this.updateComplete.then(() => {
      this.question.focus({ preventScroll: true });
      window.scrollTo({ top: 0 });
    });
  }

  #speak(code: LanguageCode): void {
    if (code === 'zh') readyForHan();
    savePreferences(localStorage, { ...loadPreferences(localStorage), language: code });
    void language.use(code);
  }
}

function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

declare global {
  interface HTMLElementTagNameMap {
    'first-run-app': FirstRunApp;
  }
}
