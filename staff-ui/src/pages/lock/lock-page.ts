// Who is there? A tile and a PIN, or a badge; the page opens by itself at the last digit. The room stays open meanwhile: where
// somebody was signed in, what happens in it is shown without names. An emergency can be called either way.

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SessionAnswer, SessionRequest, StaffTiles } from '@foyer/contracts/http-api.ts';
import type { ServicePointId } from '@foyer/contracts/ids.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { FASTER_THAN_A_HAND_MS } from '@foyer/ui-kit/input/burst.ts';
import { readyForHan } from '@foyer/ui-kit/language/han.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-floor.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '../../components/digit-pad.ts';
import '../../components/point-name.ts';
import '../../components/search-field.ts';
import '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { matches } from '../../data/find.ts';
import { needsServicePoint } from '../../data/pages.ts';
import type { Shape } from '../../data/shape.ts';
import { emptyPin, isComplete, typePin, type PinEntry } from '../../data/pin-entry.ts';
import { refusedIn } from '../../data/refusals.ts';
import { sortTiles, type Tile } from '../../data/staff-tiles.ts';
import type { TabletApi } from '../../data/tablet-api.ts';
import type { Heard } from '../../data/tablet-watch.ts';
import { digitOf } from '../../data/typed-digit.ts';
import { BadgeReader } from '../../input/badge-reader.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';
import { lockPageStyles } from './lock-page-styles.ts';
import './lock-room.ts';
import './lock-watch.ts';

export interface SignedIn extends SessionAnswer {
  readonly servicePointId: ServicePointId | undefined;
}

const ASK_AGAIN_MS = 5_000;
/** Tiles that fit without looking for somebody. */
const FEW = 12;

@customElement('lock-page')
export class LockPage extends FoyerElement {
  static override styles = [shared, staffStyles, lockPageStyles];

  @property({ attribute: false }) api!: TabletApi;
  /** What goes on behind the lock, where somebody was signed in. */
  @property({ attribute: false }) frame: Frame | undefined;
  /** What the tablet itself hears, where nobody is signed in. */
  @property({ attribute: false }) heard: Heard | undefined;
  /** The browser plays nothing before a touch: help cannot be heard. */
  @property({ type: Boolean }) mute = false;
  @property() servicePointId: ServicePointId | undefined;
  /** The code of why the tablet locked, when that must be said. */
  @property() because = '';
  @property({ type: Number }) now = 0;
  @property({ reflect: true }) shape: Shape = 'wide';

  @state() private tiles: StaffTiles | undefined;
  @state() private chosen: Tile | undefined;
  @state() private pin: PinEntry = emptyPin();
  @state() private checking = false;
  @state() private refused = '';
  @state() private dialog: 'room' | 'forgot' | undefined;
  @state() private looking: string | undefined;
  #again: ReturnType<typeof setTimeout> | undefined;
  #complete: ReturnType<typeof setTimeout> | undefined;
  readonly #badges = new BadgeReader({
    mostByHand: () => this.pin.length,
    began: () => this.#forgetPin(),
    read: (badge) => void this.#readBadge(badge),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#typed);
    this.#badges.start();
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#typed);
    this.#badges.stop();
    clearTimeout(this.#again);
    this.#forgetPin();
  }

  override render() {
    return html`<header>
        <div class="place">
          <foyer-icon name="room" .stroke=${2}></foyer-icon>
          ${this.#room ? html`<point-name .name=${this.#room.name}></point-name>` : html`<span>${t('lock.no-room')}</span>`}
        </div>
        <foyer-button class="change" @click=${() => (this.dialog = 'room')}
          >${t(this.#room ? 'lock.change-room' : 'lock.choose-room')}</foyer-button
        >
        <lock-room .frame=${this.frame} short></lock-room>
        ${this.mute ? html`<foyer-button class="mute" kind="strong" icon="announce">${t('help.touch-for-sound')}</foyer-button>` : nothing}
        <foyer-button
          class="push bare"
          icon="tablet"
          label=${t('settings.title')}
          @click=${() => this.dispatchEvent(new CustomEvent('staff-settings', { bubbles: true, composed: true }))}
        ></foyer-button>
        <time class="time">${this.#time}</time>
      </header>
      <main>
        <section class="people">
          <div class="title">
            <h1>${t('lock.title')}</h1>
            <p class="muted">${t('lock.what')}</p>
          </div>
          ${this.tiles ? this.#people(this.tiles) : html`<p class="wait" role="status">${this.refused || t('lock.asking')}</p>`}
          <div class="foot">
            ${
              this.frame
                ? html`<lock-room .frame=${this.frame}>${this.#forgot()}</lock-room>`
                : html`<lock-watch .heard=${this.heard}>${this.#forgot()}</lock-watch>`
            }
          </div>
        </section>
        ${this.#door()}
      </main>
      <foyer-floor ?broken=${!(this.frame?.session.hasLine ?? this.heard?.hasLine ?? true)}></foyer-floor>
      ${this.#dialogs()}`;
  }

  #forgot() {
    return html`<foyer-button class="forgot" icon="key" @click=${() => (this.dialog = 'forgot')}
      >${t('lock.forgot')}</foyer-button
    >`;
  }

  #people(tiles: StaffTiles) {
    const all = sortTiles(tiles, this.servicePointId);
    const many = all.length > FEW;
    const shown =
      this.looking === undefined
        ? all.slice(0, many ? FEW - 1 : FEW)
        : all.filter((tile) => matches(this.looking ?? '', { name: tile.name }));
    return html`${
        this.looking === undefined
          ? nothing
          : html`<search-field
              class="look"
              autofocus
              label=${t('lock.look')}
              .value=${this.looking}
              @search=${(event: CustomEvent<string>) => (this.looking = event.detail)}
            ></search-field>`
      }
      <ul class="tiles">
        ${shown.map(
          (tile) =>
            html`<li>
              <button
                type="button"
                aria-pressed=${String(tile.id === this.chosen?.id)}
                @click=${() => this.#choose(tile)}
              >
                <b><bdi>${tile.name}</bdi></b>
                <span class="row small muted"
                  ><span class="cut"
                    >${tile.temporary ? t('lock.temporary', { role: t(`role.${tile.role}`) }) : t(`role.${tile.role}`)}</span
                  ><span class="push cut">${tile.here ? t('lock.here') : tile.place}</span></span
                >
              </button>
            </li>`,
        )}
        ${
          many && this.looking === undefined
            ? html`<li>
                <button type="button" class="other" @click=${() => (this.looking = '')}>
                  <foyer-icon name="search"></foyer-icon>${t('lock.someone-else')}
                </button>
              </li>`
            : nothing
        }
      </ul>`;
  }

  #door() {
    const { chosen, pin } = this;
    const wantsRoom = chosen && needsServicePoint(chosen.roles) && !this.#room;
    const message = this.refused || (this.because && !chosen ? refusalText(this.because, {}) : '');
    return html`<foyer-door class="door" fill state=${chosen ? 'lit' : 'hollow'}>
      <div class="pin">
        <h2>${chosen ? html`<bdi>${chosen.name}</bdi>` : t('lock.nobody')}</h2>
        <p>
          ${chosen ? t(wantsRoom ? 'lock.room-first' : 'lock.opens-at', { role: t(`role.${chosen.role}`), count: pin.length }) : t('lock.touch-name')}
        </p>
        ${
          wantsRoom
            ? html`<foyer-button class="which" kind="strong" icon="room" @click=${() => (this.dialog = 'room')}
                >${t('lock.choose-room')}</foyer-button
              >`
            : html`<p
                  class="dots"
                  role="status"
                  aria-label=${t('lock.typed', { count: pin.digits.length, of: pin.length })}
                >
                  ${Array.from({ length: pin.length }, (_, index) => html`<i class=${index < pin.digits.length ? 'full' : ''}></i>`)}
                </p>
                <digit-pad
                  ?disabled=${!chosen || this.checking}
                  @digit=${(event: CustomEvent<string>) => this.#press(event.detail)}
                  ><i class="handle ${chosen ? 'full' : ''}"></i
                ></digit-pad>`
        }
        <p class="said" role="alert">
          ${message ? html`<foyer-icon name="warning"></foyer-icon><span>${message}</span>` : nothing}
        </p>
        ${message ? nothing : html`<p class="promise">${t('lock.room-stays')}</p>`}
      </div>
    </foyer-door>`;
  }

  #dialogs() {
    const close = () => (this.dialog = undefined);
    if (this.dialog === 'forgot')
      return html`<staff-dialog
        heading=${t('lock.forgot')}
        what=${t('lock.forgot-what')}
        @close=${close}
      ></staff-dialog>`;
    if (this.dialog !== 'room') return nothing;
    return html`<staff-dialog heading=${t('lock.which-room')} what=${t('lock.which-room-what')} @close=${close}>
      <div class="rooms">
        ${(this.tiles?.servicePoints ?? []).map(
          (point) =>
            html`<foyer-button
              toggle
              ?on=${point.id === this.servicePointId}
              @click=${() => this.#chooseRoom(point.id)}
            >
              <point-name .name=${point.name}></point-name><br /><span class="small"
                >${point.staffName ?? t('lock.free')}</span
              >
            </foyer-button>`,
        )}
      </div>
    </staff-dialog>`;
  }

  get #room(): StaffTiles['servicePoints'][number] | undefined {
    return this.tiles?.servicePoints.find((point) => point.id === this.servicePointId);
  }

  get #time(): string {
    return new Intl.DateTimeFormat('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: (this.frame?.view ?? this.heard?.view)?.clinic.zone,
    }).format(this.now || Date.now());
  }

  async #load(): Promise<void> {
    clearTimeout(this.#again);
    const answer = await this.api.staffTiles();
    if (!this.isConnected) return;
    if (answer.ok) {
      this.tiles = answer.value;
      this.pin = emptyPin(answer.value.pinLength);
      this.refused = '';
      answer.value.staff.forEach((person) => readyForHan(person.name));
      return;
    }
    const { code } = refusedIn(answer)!;
    this.refused = refusalText(code, {});
    if (code === 'unauthenticated' || code === 'device-token-needed')
      this.dispatchEvent(new CustomEvent('device-refused'));
    else this.#again = setTimeout(() => void this.#load(), ASK_AGAIN_MS);
  }

  #choose(tile: Tile): void {
    this.chosen = tile;
    this.pin = emptyPin(this.pin.length);
    this.refused = '';
    if (this.shape === 'small')
      void this.updateComplete.then(() => this.renderRoot.querySelector('.door')?.scrollIntoView({ block: 'end' }));
  }

  #chooseRoom(servicePointId: ServicePointId): void {
    this.dialog = undefined;
    this.dispatchEvent(new CustomEvent<ServicePointId>('choose-room', { detail: servicePointId }));
  }

  readonly #typed = (event: KeyboardEvent): void => {
    const inField = event.composedPath().some((target) => target instanceof HTMLInputElement);
    const key = digitOf(event);
    if (key && this.chosen && !this.dialog && !inField) this.#press(key);
  };

  #press(key: string): void {
    if (this.checking || !this.chosen || (needsServicePoint(this.chosen.roles) && !this.#room)) return;
    this.refused = '';
    this.pin = typePin(this.pin, key);
    // A badge may begin like a PIN: its next character would be here by then.
    clearTimeout(this.#complete);
    if (isComplete(this.pin)) this.#complete = setTimeout(() => this.#opens(), FASTER_THAN_A_HAND_MS);
  }

  #opens(): void {
    if (this.chosen && !this.checking && isComplete(this.pin)) void this.#signIn(this.chosen, this.pin.digits);
  }

  #forgetPin(): void {
    clearTimeout(this.#complete);
    this.pin = emptyPin(this.pin.length);
  }

  #signIn(tile: Tile, digits: string): Promise<void> {
    const at = needsServicePoint(tile.roles) ? this.#atRoom : {};
    return this.#ask({ staffId: tile.id, pin: digits, ...at });
  }

  /** Whose it is, the edge says. */
  async #readBadge(badge: string): Promise<void> {
    if (this.checking) return;
    this.chosen = undefined;
    await this.#ask({ badge, ...this.#atRoom });
  }

  get #atRoom(): { readonly servicePointId?: ServicePointId } {
    return this.servicePointId ? { servicePointId: this.servicePointId } : {};
  }

  async #ask(request: SessionRequest): Promise<void> {
    this.checking = true;
    const answer = await this.api.signIn(request);
    this.checking = false;
    this.pin = emptyPin(this.pin.length);
    if (answer.ok)
      this.dispatchEvent(
        new CustomEvent<SignedIn>('signed-in', {
          detail: {
            ...answer.value,
            servicePointId: needsServicePoint(answer.value.roles) ? this.servicePointId : undefined,
          },
        }),
      );
    else this.refused = refusalText(refusedIn(answer)!.code, {});
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'lock-page': LockPage;
  }
  interface HTMLElementEventMap {
    'signed-in': CustomEvent<SignedIn>;
    'choose-room': CustomEvent<ServicePointId>;
    'device-refused': CustomEvent;
  }
}
