// One scanner: which kiosk it stands beside, how it is read, and whether it reads. What is chosen counts when it is kept,
// without a restart; then it is tried out.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { scannerFields, scannerLayouts, type ScannerProfileName } from '@foyer/contracts/scanner-profile-names.ts';
import type { FoundScanner, ScannerTrial } from '@foyer/contracts/scanner-view.ts';
import type { ScannerSetUp } from '@foyer/contracts/scanners-set-up.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { changeClinicNow } from '../../data/change-clinic-now.ts';
import { refusedIn, type Refused } from '../../data/refusals.ts';
import { newScanner, profilesBeside, readAs, scannersOf, withScanner } from '../../data/scanners-draft.ts';
import { newId } from '../../data/set-up/new-things.ts';
import { valueOf } from '../../input/value-of.ts';
import { hardwareRefusalText } from '../../strings/hardware-refusal-text.ts';
import { t } from '../../strings/strings.ts';
import './scanner-trial.ts';

const GIVE_UP_MS = 15_000;
const suffixes = { usual: undefined, enter: '\r', tab: '\t', none: '' } as const;

@customElement('scanner-dialog')
export class ScannerDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      .kiosks {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0 0 8px;
        font-weight: 700;
      }
      summary {
        min-height: 2.75rem;
        padding-block: 8px;
        cursor: pointer;
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
        gap: 16px;
      }
      .code {
        direction: ltr;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  /** A new one; absent: `scannerId` is set up already. */
  @property({ attribute: false }) found: FoundScanner | undefined;
  @property() scannerId = '';
  @state() private draft: ScannerSetUp | undefined;
  @state() private trying = false;
  /** The trial that was there before it was asked for: not the one that counts. */
  @state() private trialBefore: number | undefined;
  /** Its trial was seen to begin: once it is gone, it is over. */
  @state() private tried = false;
  @state() private sending = false;
  @state() private refused = '';
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override firstUpdated(): void {
    const { found } = this;
    if (found === undefined) void this.#fetch();
    else this.draft = newScanner(found, newId(this.frame.session.now()), this.#kiosks[0]?.id ?? '');
  }

  override willUpdate(): void {
    if (this.trying && this.#trialNow !== undefined) this.tried = true;
  }

  override render() {
    const { draft } = this;
    return html`<staff-dialog
      heading=${draft?.model ?? t('scanner.title')}
      what=${this.trying ? t('scanner.trial') : ''}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      ${draft === undefined ? nothing : this.trying ? this.#trial(draft) : this.#fields(draft)}
    </staff-dialog>`;
  }

  #fields(draft: ScannerSetUp) {
    const kiosks = this.#kiosks;
    const ready = kiosks.some(({ id, name }) => id === draft.kiosk || name === draft.kiosk) && this.#mayGo;
    return html`<fieldset>
        <legend>${t('scanner.kiosk')}</legend>
        ${kiosks.length === 0 ? html`<p>${t('scanner.no-kiosk')}</p>` : nothing}
        <div class="kiosks">
          ${kiosks.map(
            ({ id, name }) =>
              html`<foyer-button
                icon="person"
                toggle
                ?on=${draft.kiosk === id || draft.kiosk === name}
                @click=${() => this.#edit({ ...draft, kiosk: id })}
                >${name}</foyer-button
              >`,
          )}
        </div>
      </fieldset>
      <label class="field"
        ><span>${t('scanner.profile')}</span>
        <select @change=${(event: Event) => this.#edit(readAs(draft, valueOf(event) as ScannerProfileName))}>
          ${profilesBeside(draft.profile).map((name) => html`<option value=${name} ?selected=${name === draft.profile}>${t(`scanner.profile-${name}`)}</option>`)}
        </select></label
      >
      ${scannerFields[draft.profile].length === 0 ? nothing : this.#more(draft)}
      ${
        this.found === undefined
          ? html`<foyer-button slot="acts" ?disabled=${!this.#mayGo} @click=${() => void this.#remove(draft)}
              >${t('scanner.remove')}</foyer-button
            >`
          : nothing
      }
      <foyer-button
        slot="acts"
        kind="strong"
        ?pending=${this.sending}
        ?disabled=${!ready}
        @click=${() => void this.#save(draft)}
        >${t('common.save')}</foyer-button
      >`;
  }

  #more(draft: ScannerSetUp) {
    const has = (field: (typeof scannerFields)[ScannerProfileName][number]): boolean =>
      scannerFields[draft.profile].includes(field);
    const suffix = Object.entries(suffixes).find(([, signs]) => signs === draft.suffix)?.[0];
    return html`<details>
      <summary>${t('scanner.more')}</summary>
      <div class="fields">
        ${
          has('prefix')
            ? html`<label class="field"
                ><span>${t('scanner.prefix')}</span>
                <input
                  class="code"
                  maxlength="8"
                  autocomplete="off"
                  spellcheck="false"
                  .value=${draft.prefix ?? ''}
                  @input=${(event: Event) => this.#edit(withPrefix(draft, valueOf(event)))}
              /></label>`
            : nothing
        }
        ${
          has('suffix')
            ? html`<label class="field"
                ><span>${t('scanner.suffix')}</span>
                <select
                  @change=${(event: Event) => this.#edit(withSuffix(draft, suffixes[valueOf(event) as keyof typeof suffixes]))}
                >
                  ${(Object.keys(suffixes) as (keyof typeof suffixes)[]).map((name) => html`<option value=${name} ?selected=${name === suffix}>${t(`scanner.suffix-${name}`)}</option>`)}
                </select></label
              >`
            : nothing
        }
        ${
          has('layout')
            ? html`<label class="field"
                ><span>${t('scanner.layout')}</span>
                <select @change=${(event: Event) => this.#edit({ ...draft, layout: valueOf(event) as 'us' | 'de' })}>
                  ${scannerLayouts.map((name) => html`<option value=${name} ?selected=${name === draft.layout}>${t(`scanner.layout-${name}`)}</option>`)}
                </select></label
              >`
            : nothing
        }
        ${
          has('baud')
            ? html`<label class="field"
                ><span>${t('scanner.baud')}</span>
                <input
                  type="number"
                  min="300"
                  max="1000000"
                  .value=${String(draft.baud ?? 9_600)}
                  @change=${(event: Event) => this.#edit({ ...draft, baud: Number(valueOf(event)) })}
              /></label>`
            : nothing
        }
      </div>
    </details>`;
  }

  #trial({ id }: ScannerSetUp) {
    const health = this.frame.view.health?.[id];
    return html`<scanner-trial
        trial=${this.#trialNow ?? (this.tried ? 'over' : 'beginning')}
        ?unplugged=${health?.connected === false}
      ></scanner-trial>
      <foyer-button slot="acts" @click=${() => (this.trying = false)}>${t('scanner.change')}</foyer-button>
      <foyer-button slot="acts" @click=${() => void this.#try(id)}>${t('scanner.again')}</foyer-button>
      <foyer-button slot="acts" kind="strong" @click=${() => this.dialog.leave()}>${t('common.ok')}</foyer-button>`;
  }

  get #kiosks() {
    return Object.values(this.frame.view.devices).filter(({ role }) => role === 'kiosk');
  }

  get #trialNow(): ScannerTrial | undefined {
    const health = this.frame.view.health?.[this.draft?.id ?? ''];
    return health?.trialSince === this.trialBefore ? undefined : health?.trial;
  }

  get #mayGo(): boolean {
    return !this.sending && this.frame.session.hasLine;
  }

  async #fetch(): Promise<void> {
    const { api, session } = this.frame;
    const clinic = await api.clinicAsSetUp(session.token);
    if (clinic.ok) this.draft = scannersOf(clinic.value).find(({ id }) => id === this.scannerId);
    else this.#say(refusedIn(clinic));
  }

  #edit(draft: ScannerSetUp): void {
    this.draft = draft;
    this.refused = '';
  }

  async #save(scanner: ScannerSetUp): Promise<void> {
    this.sending = true;
    const refused = await changeClinicNow(this.frame, (clinic) => ({
      scanners: withScanner(scannersOf(clinic), scanner),
    }));
    this.sending = false;
    this.#say(refused);
    if (refused !== undefined) return;
    if (this.found !== undefined) this.scannerId = scanner.id;
    if (scanner.profile === 'wedge') return this.dialog.leave();
    this.trying = true;
    await this.#try(scanner.id);
  }

  async #try(deviceId: string): Promise<void> {
    const { session } = this.frame;
    this.tried = false;
    this.trialBefore = this.frame.view.health?.[deviceId]?.trialSince;
    const order = { type: 'order-device' as const, deviceId, order: 'test-scan' as const };
    const refused = refusedIn(await session.act(order, { giveUpAfterMs: GIVE_UP_MS }));
    if (refused) session.read();
    this.#say(refused);
  }

  async #remove({ id: gone }: ScannerSetUp): Promise<void> {
    this.sending = true;
    const refused = await changeClinicNow(this.frame, (clinic) => ({
      scanners: scannersOf(clinic).filter(({ id }) => id !== gone),
    }));
    this.sending = false;
    this.#say(refused);
    if (refused === undefined) this.dialog.leave();
  }

  #say(refused: Refused | undefined): void {
    this.refused = refused === undefined ? '' : hardwareRefusalText(refused);
  }
}

/** Nothing put there is nothing said. */
function withPrefix({ prefix: _before, ...draft }: ScannerSetUp, prefix: string): ScannerSetUp {
  return prefix === '' ? draft : { ...draft, prefix };
}

/** Undefined: as its profile has it. */
function withSuffix({ suffix: _before, ...draft }: ScannerSetUp, suffix: string | undefined): ScannerSetUp {
  return suffix === undefined ? draft : { ...draft, suffix };
}

declare global {
  interface HTMLElementTagNameMap {
    'scanner-dialog': ScannerDialog;
  }
}
