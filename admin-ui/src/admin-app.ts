// The dashboard of the centre: who is signed in, which clinic and which day. What is shown is in the address.

import type { CentreUser, ClinicDay, ClinicListEntry } from '@foyer/contracts/centre-api.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-brand.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { readyForHan } from '@foyer/ui-kit/language/han.ts';
import { language } from '@foyer/ui-kit/language/language.ts';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import './components/clinic-nav.ts';
import './components/language-choice.ts';
import './components/standby-notice.ts';
import { isOfDay } from './components/view-nav.ts';
import { readPlace, writePlace, type Looked, type Place } from './data/address.ts';
import { fetchClinics, fetchDay, fetchMe, signOut } from './data/centre.ts';
import { DayWatch } from './data/day-watch.ts';
import './pages/clinics/clinics-page.ts';
import './pages/devices/devices-page.ts';
import './pages/letters/letters-page.ts';
import './pages/patients/patients-page.ts';
import './pages/pools/pools-page.ts';
import './pages/sign-in/sign-in-page.ts';
import './pages/statistics/statistics-page.ts';
import './pages/today/today-page.ts';
import { t } from './strings/strings.ts';

const OTHERS_EVERY_MS = 60_000;
/** More clinics than these show no figures in the list: the list is to choose from, not to watch. */
const MOST_WATCHED = 12;

@customElement('foyer-admin')
export class FoyerAdmin extends FoyerElement {
  static override styles = [
    shared,
    css`
      .frame {
        display: grid;
        grid-template-columns: 208px minmax(0, 1fr);
        min-height: 100vh;
      }
      aside {
        display: flex;
        flex-direction: column;
        gap: 20px;
        padding-block: 28px;
        background: var(--floor);
        border-inline-end: 2px solid var(--text);
        position: sticky;
        top: 0;
        height: 100vh;
        overflow-y: auto;
      }
      foyer-brand {
        padding-inline: 24px 12px;
        font-size: 0.9375rem;
        font-weight: 700;
      }
      .foot {
        display: grid;
        gap: 12px;
        margin-top: auto;
        padding-inline: 16px;
        font-size: 0.875rem;
        line-height: 1.43;
      }
      .foot p {
        padding-inline: 8px;
        overflow-wrap: anywhere;
      }
      .foot foyer-button {
        --button-height: 44px;
      }
      .content {
        min-width: 0;
      }
      .empty {
        padding: 32px;
        line-height: 1.5;
      }
      .empty h1 {
        font-size: 2rem;
      }
      @media (max-width: 959px) {
        .frame {
          grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
        }
        aside {
          display: contents;
        }
        .top {
          display: grid;
          gap: 12px;
          padding: 16px 20px;
          background: var(--floor);
          border-bottom: 2px solid var(--text);
        }
        foyer-brand {
          padding: 0;
        }
        .foot {
          order: 1;
          margin: 0;
          padding: 16px 20px 24px;
          background: var(--floor);
        }
      }
      @media (min-width: 960px) {
        .top {
          display: grid;
          gap: 20px;
        }
      }
    `,
  ];

  @state() private me: CentreUser | undefined;
  @state() private sought = false;
  @state() private clinics: readonly ClinicListEntry[] | undefined;
  @state() private place: Place = readPlace(location.search);
  @state() private days: ReadonlyMap<string, ClinicDay> = new Map();

  readonly #watch = new DayWatch(this, () => this.#leave());
  #others: ReturnType<typeof setTimeout> | undefined;
  readonly #gone = () => (this.place = readPlace(location.search));

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.#gone);
    void fetchMe().then((answer) => {
      this.sought = true;
      if (answer.ok) void this.#enter(answer.value);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.#gone);
    clearTimeout(this.#others);
  }

  override willUpdate(): void {
    if (language.code === 'zh') readyForHan();
    const clinic = this.#clinic;
    if (this.me && clinic && isOfDay(this.place))
      this.#watch.watch({ clinicId: clinic, ...(this.place.date ? { date: this.place.date } : {}) });
  }

  override render() {
    if (!this.sought) return nothing;
    if (!this.me) {
      return html`<sign-in-page
        @signed-in=${({ detail }: CustomEvent<CentreUser>) => void this.#enter(detail)}
      ></sign-in-page>`;
    }
    return html`<div class="frame">
      <aside>
        <div class="top">
          <foyer-brand .name=${this.me.networkName || 'Foyer'}></foyer-brand>
          ${
            this.clinics && this.clinics.length > 0
              ? html`<clinic-nav
                    .clinics=${this.clinics}
                    .days=${this.days}
                    current=${this.#clinic ?? ''}
                    @clinic-chosen=${({ detail }: CustomEvent<string>) => this.#goToClinic(detail)}
                  ></clinic-nav>
                  <view-nav
                    .place=${this.#here}
                    ?manages=${this.#isManaging}
                    ?network=${this.me.role === 'network-admin'}
                    @place-chosen=${({ detail }: CustomEvent<Place>) => this.#go(detail)}
                  ></view-nav>`
              : nothing
          }
        </div>
        <div class="foot">
          <language-choice></language-choice>
          <p>${this.me.email.split('@').map((part, index) => (index > 0 ? html`@<wbr />${part}` : part))}</p>
          <foyer-button @click=${() => void this.#signOut()}>${t('sign-out')}</foyer-button>
        </div>
      </aside>
      <div class="content">${this.#isManaging ? html`<standby-notice></standby-notice>` : nothing} ${this.#page()}</div>
    </div>`;
  }

  #page() {
    if (this.clinics?.length === 0) {
      return html`<div class="empty">
        <h1>${t('empty.title')}</h1>
        <p>${t('empty.what')}</p>
      </div>`;
    }
    return (
      this.#allClinics() ??
      this.#pools() ??
      this.#statisticsOf() ??
      this.#devicesOf() ??
      this.#lettersOf() ??
      this.#patientsOf() ??
      html`<today-page
        .day=${this.#watch.day}
        .fault=${this.#watch.fault}
        .answeredAt=${this.#watch.answeredAt}
        @day-chosen=${({ detail }: CustomEvent<string | undefined>) => this.#goToDay(detail)}
        @day-changed=${() => void this.#watch.refresh()}
      ></today-page>`
    );
  }

  /** Whoever runs clinics, and no program. */
  get #isManaging(): boolean {
    return this.me?.role === 'network-admin' || this.me?.role === 'clinic-admin';
  }

  #allClinics() {
    if (!this.place.allClinics) return undefined;
    return html`<clinics-page
      @clinic-chosen=${({ detail: clinicId }: CustomEvent<string>) => this.#go({ clinicId })}
    ></clinics-page>`;
  }

  #pools() {
    const clinic = this.clinics?.find(({ id }) => id === this.#clinic);
    if (!this.place.pools || !clinic) return undefined;
    const { businessDay } = clinic;
    return html`<pools-page
      date=${this.place.date ?? businessDay}
      today=${businessDay}
      @day-chosen=${({ detail: date }: CustomEvent<string | undefined>) =>
        this.#go({ clinicId: clinic.id, pools: true, ...(date ? { date } : {}) })}
    ></pools-page>`;
  }

  /** Undefined: a day is looked at, or a clinic that is not in the list. */
  #statisticsOf() {
    const { statistics } = this.place;
    const clinic = this.clinics?.find(({ id }) => id === this.#clinic);
    if (!statistics || !clinic) return undefined;
    return html`<statistics-page
      .clinic=${clinic}
      .looked=${statistics}
      @look-chosen=${({ detail }: CustomEvent<Looked>) => this.#go({ ...this.#here, statistics: detail })}
    ></statistics-page>`;
  }

  #devicesOf() {
    const clinic = this.clinics?.find(({ id }) => id === this.#clinic);
    if (!this.place.devices || !clinic) return undefined;
    return html`<devices-page .clinic=${clinic} ?gives=${this.#isManaging}></devices-page>`;
  }

  #lettersOf() {
    const clinic = this.clinics?.find(({ id }) => id === this.#clinic);
    return this.place.letters && clinic ? html`<letters-page .clinic=${clinic}></letters-page>` : undefined;
  }

  #patientsOf() {
    const clinic = this.clinics?.find(({ id }) => id === this.#clinic);
    return this.place.patients && clinic ? html`<patients-page .clinic=${clinic}></patients-page>` : undefined;
  }

  get #here(): Place {
    const clinicId = this.#clinic;
    return { ...this.place, ...(clinicId ? { clinicId } : {}) };
  }

  /** The clinic of the address, or the first one. */
  get #clinic(): string | undefined {
    return this.place.clinicId ?? this.clinics?.[0]?.id;
  }

  async #enter(me: CentreUser): Promise<void> {
    const answer = await fetchClinics();
    this.me = me;
    this.clinics = answer.ok ? answer.value.clinics : [];
    void this.#watchOthers();
  }

  /** The other clinics' figures, for the list beside the page. */
  async #watchOthers(): Promise<void> {
    clearTimeout(this.#others);
    const clinics = this.clinics ?? [];
    if (clinics.length < 2 || clinics.length > MOST_WATCHED) return;
    for (const { id } of clinics) {
      const answer = document.hidden ? undefined : await fetchDay(id);
      if (answer?.ok) this.days = new Map([...this.days, [id, answer.value]]);
    }
    this.#others = setTimeout(() => void this.#watchOthers(), OTHERS_EVERY_MS);
  }

  /** Looked at in the same way; its people and services are its own. */
  #goToClinic(clinicId: string): void {
    const { statistics, devices, letters, patients } = this.place;
    if (patients) return this.#go({ clinicId, patients });
    if (letters) return this.#go({ clinicId, letters });
    if (devices) return this.#go({ clinicId, devices });
    if (!statistics) return this.#go({ clinicId });
    const { from, until } = statistics;
    this.#go({ clinicId, statistics: from && until ? { from, until } : {} });
  }

  #goToDay(date: string | undefined): void {
    const clinicId = this.#clinic;
    this.#go({ ...(clinicId ? { clinicId } : {}), ...(date ? { date } : {}) });
  }

  #go(place: Place): void {
    history.pushState(null, '', `${location.pathname}${writePlace(place)}`);
    this.place = place;
  }

  async #signOut(): Promise<void> {
    await signOut();
    this.#leave();
  }

  #leave(): void {
    clearTimeout(this.#others);
    this.me = undefined;
    this.clinics = undefined;
    this.days = new Map();
    this.#watch.stop();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'foyer-admin': FoyerAdmin;
  }
}
