// What one thing without a screen does: a button's presses, a sign's rooms, what stands behind a gateway; and the
// settings that it should have. Kept by a button of its own, in place of what was set up before.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { GatewayProfile } from '@foyer/contracts/gateway-profile.ts';
import { gatewayProfileNames, type GatewayProfileName } from '@foyer/contracts/gateway-profiles.ts';
import { pressActs, presses, usualPressActs, type PressAct } from '@foyer/contracts/thing-presses.ts';
import { thingFaultCodes, type ThingFault } from '@foyer/contracts/thing-faults.ts';
import type { GatewaySetUp, ThingSetUp } from '@foyer/contracts/thing-set-up.ts';
import { thingSettings, type ThingSetting } from '@foyer/contracts/thing-settings.ts';
import type { DeviceView } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { ownProfile } from '../../data/gateway-profile-draft.ts';
import { refusedIn } from '../../data/refusals.ts';
import { newId } from '../../data/set-up/new-things.ts';
import {
  isComplete,
  thingDraft,
  thingRoleOf,
  withAct,
  withKeptPassword,
  withRoom,
  withSetting,
  withThing,
} from '../../data/thing-draft.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';
import { settingText } from '../../strings/thing-text.ts';
import './gateway-profile-fields.ts';

const GIVE_UP_MS = 15_000;

@customElement('thing-set-up')
export class ThingSetUpFields extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
        justify-items: start;
      }
      h3 {
        font-size: 1.25rem;
        font-weight: 700;
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
        gap: 16px;
        width: 100%;
      }
      fieldset {
        width: 100%;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        font-weight: 700;
      }
      .rooms {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        padding-top: 8px;
      }
      .behind {
        display: grid;
        grid-template-columns: 1fr 1.5fr 1fr auto;
        align-items: end;
        gap: 8px 12px;
        padding-block: 8px;
        border-top: 1px solid var(--hair);
      }
      @media (max-width: 40rem) {
        .behind {
          grid-template-columns: 1fr;
        }
        .behind foyer-button {
          justify-self: end;
        }
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) device!: DeviceView;
  @state() private draft: ThingSetUp | undefined;
  @state() private sending = false;
  @state() private refused = '';
  @state() private done = false;

  override render() {
    const role = thingRoleOf(this.device.role);
    if (role === undefined) return nothing;
    const draft = this.draft ?? thingDraft(role, this.frame.view.thingSetUps?.[this.device.id]);
    const ready = this.draft !== undefined && isComplete(draft) && !this.sending && this.frame.session.hasLine;
    return html`<h3>${t('thing.title')}</h3>
      ${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      ${draft.kind === 'button' ? this.#presses(draft) : nothing}
      ${draft.kind === 'sign' ? this.#rooms(draft) : nothing}
      ${draft.kind === 'gateway' ? this.#gateway(draft) : this.#settings(draft)}
      ${this.frame.view.me.roles.includes('admin') ? this.#password(draft) : nothing}
      <foyer-button kind="strong" ?pending=${this.sending} ?disabled=${!ready} @click=${() => void this.#save(draft)}
        >${t('common.save')}</foyer-button
      >
      ${this.done ? html`<p class="serving" role="status"><b>${t('thing.saved')}</b></p>` : nothing}`;
  }

  #presses(draft: Extract<ThingSetUp, { kind: 'button' }>) {
    return html`<div class="fields">
      ${presses.map((press) => {
        const chosen = draft.presses[press] ?? usualPressActs[press];
        return html`<label class="field"
          ><span>${t(`thing.press-${press}`)}</span>
          <select @change=${(event: Event) => this.#edit(withAct(draft, press, valueOf(event) as PressAct))}>
            ${pressActs.map((act) => html`<option value=${act} ?selected=${act === chosen}>${t(`thing.act-${act}`)}</option>`)}
          </select></label
        >`;
      })}
    </div>`;
  }

  #rooms(draft: Extract<ThingSetUp, { kind: 'sign' }>) {
    const chosen = draft.servicePointIds ?? [];
    return html`<fieldset>
      <legend>${t('thing.rooms')}</legend>
      <p class="muted">${t('thing.rooms-what')}</p>
      <div class="rooms">
        ${Object.values(this.frame.view.servicePoints).map(
          ({ id, name }) =>
            html`<foyer-button
              toggle
              ?on=${chosen.includes(id)}
              @click=${() => this.#edit(withRoom(draft, id, !chosen.includes(id)))}
              >${localised(name)}</foyer-button
            >`,
        )}
      </div>
    </fieldset>`;
  }

  #settings(draft: Exclude<ThingSetUp, GatewaySetUp>) {
    const known: Readonly<Record<string, ThingSetting>> = thingSettings[draft.kind];
    return html`<div class="fields">
      ${Object.entries(known).map(([name, { least, most, usual }]) => {
        const change = (event: Event): void => {
          const value = Number(valueOf(event));
          if (Number.isInteger(value) && value >= least && value <= most) this.#edit(withSetting(draft, name, value));
        };
        return html`<label class="field"
          ><span>${settingText(name)}</span>
          <input
            type="number"
            min=${least}
            max=${most}
            .value=${String(draft.settings?.[name] ?? usual)}
            @change=${change}
        /></label>`;
      })}
    </div>`;
  }

  #password(draft: ThingSetUp) {
    const keeps = draft.keepsPassword === true;
    return html`<fieldset>
      <legend>${t('thing.password')}</legend>
      <p class="muted">${t('thing.password-what')}</p>
      <div class="rooms">
        <foyer-button toggle ?on=${keeps} @click=${() => this.#edit(withKeptPassword(draft, !keeps))}
          >${t('thing.keeps-password')}</foyer-button
        >
      </div>
    </fieldset>`;
  }

  #gateway(draft: GatewaySetUp) {
    const own = typeof draft.profile !== 'string';
    return html`<div class="fields">
        <label class="field"
          ><span>${t('thing.profile')}</span>
          <select @change=${(event: Event) => this.#profile(draft, valueOf(event) as GatewayProfileName | 'own')}>
            ${gatewayProfileNames.map((name) => html`<option value=${name} ?selected=${name === draft.profile}>${t(`thing.profile-${name}`)}</option>`)}
            <option value="own" ?selected=${own}>${t('thing.profile-own')}</option>
          </select></label
        >
        <label class="field"
          ><span>${t('thing.branch')}</span>
          <input
            maxlength="60"
            autocomplete="off"
            spellcheck="false"
            .value=${draft.branch}
            @input=${(event: Event) => this.#edit({ ...draft, branch: valueOf(event).trim() })}
        /></label>
      </div>
      ${
        typeof draft.profile === 'string'
          ? nothing
          : html`<h3>${t('gateway.messages')}</h3>
              <gateway-profile-fields
                .profile=${draft.profile}
                @gateway-profile-changed=${({ detail }: CustomEvent<GatewayProfile>) => this.#edit({ ...draft, profile: detail })}
              ></gateway-profile-fields>`
      }
      <fieldset>
        <legend>${t('thing.behind')}</legend>
        ${draft.things.map((_, index) => this.#behind(draft, index))}
        <foyer-button icon="plus" @click=${() => this.#add(draft)}>${t('thing.add')}</foyer-button>
      </fieldset>`;
  }

  #behind(draft: GatewaySetUp, index: number) {
    const { name, title, servicePointId } = draft.things[index]!;
    const text = (label: string, value: string, change: (typed: string) => GatewaySetUp) =>
      html`<label class="field"
        ><span>${label}</span>
        <input
          maxlength="60"
          autocomplete="off"
          .value=${value}
          @input=${(event: Event) => this.#edit(change(valueOf(event).trim()))}
      /></label>`;
    return html`<div class="behind">
      ${text(t('thing.behind-name'), name, (typed) => withThing(draft, index, { name: typed }))}
      ${text(t('thing.behind-title'), title, (typed) => withThing(draft, index, { title: typed }))}
      <label class="field"
        ><span>${t('devices.place')}</span>
        <select @change=${(event: Event) => this.#edit(withThing(draft, index, { servicePointId: valueOf(event) }))}>
          <option value="">${t('devices.no-place')}</option>
          ${Object.values(this.frame.view.servicePoints).map((point) => html`<option value=${point.id} ?selected=${point.id === servicePointId}>${localised(point.name)}</option>`)}
        </select></label
      >
      <foyer-button
        icon="cross"
        label=${t('thing.remove', { name: title || name })}
        @click=${() => this.#edit({ ...draft, things: draft.things.filter((__, place) => place !== index) })}
      ></foyer-button>
    </div>`;
  }

  #profile(draft: GatewaySetUp, chosen: GatewayProfileName | 'own'): void {
    this.#edit({ ...draft, profile: chosen === 'own' ? ownProfile(draft) : chosen });
  }

  #add(draft: GatewaySetUp): void {
    const thing = { id: newId(this.frame.session.now()), name: '', title: '' };
    this.#edit({ ...draft, things: [...draft.things, thing] });
  }

  #edit(draft: ThingSetUp): void {
    this.draft = draft;
    this.refused = '';
    this.done = false;
  }

  async #save(setUp: ThingSetUp): Promise<void> {
    const { session } = this.frame;
    this.sending = true;
    const body = { type: 'set-up-thing' as const, deviceId: this.device.id, setUp };
    const refused = refusedIn(await session.act(body, { giveUpAfterMs: GIVE_UP_MS }));
    this.sending = false;
    if (refused) {
      session.read();
      this.refused = faultText(refused.facts['faults']) ?? refusalText(refused.code, refused.facts);
      return;
    }
    this.draft = undefined;
    this.done = true;
  }
}

/** The first of them: mended, the next is said. */
function faultText(faults: unknown): string | undefined {
  const [first] = Array.isArray(faults) ? (faults as readonly ThingFault[]) : [];
  const code = thingFaultCodes.find((known) => known === first?.code);
  return code === undefined ? undefined : t(`thing.fault-${code}`);
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'thing-set-up': ThingSetUpFields;
  }
}
