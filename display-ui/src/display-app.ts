// The wall display: lets itself in, follows its view, and shows the calls. Without a server it comes up all the same,
// with what it remembers of its clinic. At night it goes dark, and draws itself anew.

import type { DisplayView } from '@foyer/contracts/display-view.ts';
import { ConnectionController } from '@foyer/ui-kit/connection/connection-controller.ts';
import { Connection } from '@foyer/ui-kit/connection/connection.ts';
import {
  forgetCredential,
  keepCredential,
  obtainCredential,
  renewAtStart,
  type Credential,
} from '@foyer/ui-kit/connection/credential.ts';
import { Liveness } from '@foyer/ui-kit/connection/liveness.ts';
import { FoyerElement } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-enrol.ts';
import { readyForHan } from '@foyer/ui-kit/language/han.ts';
import { firstSpoken, language } from '@foyer/ui-kit/language/language.ts';
import { isRenewalDue, mayRest } from '@foyer/ui-kit/offline/night.ts';
import { rememberClinic, rememberedClinic, type RememberedClinic } from '@foyer/ui-kit/offline/remembered-clinic.ts';
import { strings as sharedWords } from '@foyer/ui-kit/strings/strings.ts';
import { applyAccent } from '@foyer/ui-kit/theme/accent.ts';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { runningMessages } from './calls/running-messages.ts';
import './pages/calls/calls-page.ts';
import './pages/leave/leave-page.ts';
import './pages/night/night-page.ts';
import { strings } from './strings/strings.ts';

const lookEveryMs = 30_000;

@customElement('foyer-display')
export class FoyerDisplay extends FoyerElement {
  static override styles = css`
    :host {
      display: block;
      min-height: 100vh;
    }
  `;

  @state() private credential: Credential | undefined;
  @state() private sought = false;
  @state() private clinic: RememberedClinic | undefined = rememberedClinic('display');

  readonly #startedAt = Date.now();
  readonly #line = new ConnectionController<'/display'>(this);
  readonly #serverNow = () => this.#line.connection?.serverNow() ?? Date.now();
  #drawnFor: DisplayView['clinic'] | undefined;
  #touchedAt = 0;
  #clock: ReturnType<typeof setInterval> | undefined;
  readonly #touched = (): void => {
    this.#touchedAt = this.#serverNow();
    this.requestUpdate();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.#clock = setInterval(() => this.#lookAtNight(), lookEveryMs);
    for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, this.#touched);
    this.#dress(this.clinic);
    void obtainCredential('display').then((credential) => {
      this.sought = true;
      this.#comeIn(credential);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
    for (const touch of ['pointerdown', 'keydown']) removeEventListener(touch, this.#touched);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const connection = this.#line.connection;
    if (connection?.liveness === Liveness.refused) {
      forgetCredential('display');
      this.#comeIn(undefined);
    }
    const clinic = connection?.view?.clinic;
    if (!clinic || clinic === this.#drawnFor) return;
    this.#drawnFor = clinic;
    this.clinic = clinic;
    rememberClinic('display', clinic);
    this.#dress(clinic);
  }

  override render() {
    if (!this.sought) return nothing;
    if (!this.credential) {
      return html`<foyer-enrol
        @foyer-enrolled=${({ detail }: CustomEvent<Credential>) => {
          keepCredential('display', detail);
          this.#comeIn(detail);
        }}
      ></foyer-enrol>`;
    }
    const connection = this.#line.connection;
    if (connection?.view?.evacuation) {
      return html`<leave-page
        .view=${connection.view}
        .serverNow=${this.#serverNow}
        .token=${this.credential.token}
      ></leave-page>`;
    }
    if (this.#mayRest()) {
      return html`<night-page .zone=${this.clinic?.zone} .now=${this.#serverNow()}></night-page>`;
    }
    return html`<calls-page
      .view=${connection?.view}
      .liveness=${connection?.liveness ?? Liveness.connecting}
      .heardAt=${connection?.heardAt}
      .startedAt=${this.#startedAt}
      .serverNow=${this.#serverNow}
      .clinic=${this.clinic}
      .token=${this.credential.token}
    ></calls-page>`;
  }

  /** A wall that has lost its line says so, day and night. */
  #mayRest(): boolean {
    const { view, liveness } = this.#line.connection ?? {};
    if (view === undefined || liveness !== Liveness.live) return false;
    if (runningMessages(view, this.#serverNow()).length > 0) return false;
    return mayRest(view.clinic, { nowMs: this.#serverNow(), stillSinceMs: this.#stillSince(view) });
  }

  #stillSince({ calls }: DisplayView): number {
    return Math.max(this.#touchedAt, ...Object.values(calls).map(({ at }) => at));
  }

  #lookAtNight(): void {
    this.requestUpdate();
    const { view, liveness } = this.#line.connection ?? {};
    if (view === undefined || view.evacuation !== undefined || liveness !== Liveness.live) return;
    const upMs = Date.now() - this.#startedAt;
    const stillMs = this.#serverNow() - this.#stillSince(view);
    if (isRenewalDue({ upMs, resting: this.#mayRest(), stillMs })) location.reload();
  }

  #comeIn(credential: Credential | undefined): void {
    this.credential = credential;
    const connection =
      credential &&
      new Connection({
        namespace: '/display',
        auth: { token: credential.token },
        redials: true,
        expired: () => renewAtStart('display'),
      });
    this.#line.use(connection);
    if (connection)
      void import('@foyer/ui-kit/connection/screen-duties.ts').then((duties) => duties.takeDuties(connection));
  }

  /** The clinic's languages and colour; the first language is the wall's own. */
  #dress(clinic: RememberedClinic | undefined): void {
    applyAccent(document.documentElement, clinic?.accent);
    const spoken = clinic?.languages ?? [];
    if (spoken.includes('zh')) readyForHan();
    // The strip's languages first: the change of the page's own language then draws all of them.
    // Those of the message that must not wait come along.
    void Promise.all(spoken.flatMap((code) => [strings.load(code), sharedWords.load(code)]))
      .then(() => language.use(spoken[0] ?? firstSpoken(navigator.languages)))
      .catch((cause: unknown) => console.warn('language-not-loaded', cause));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'foyer-display': FoyerDisplay;
  }
}
