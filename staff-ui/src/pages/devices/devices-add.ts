// Letting a new screen in: the eight characters that it shows, what it is, its name, its place.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { EnrolmentSeen } from '@foyer/contracts/http-api.ts';
import { deviceRoles, type DeviceRole } from '@foyer/contracts/roles.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { language, localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { hasPlace } from '../../data/devices.ts';
import { refusedIn } from '../../data/refusals.ts';
import { enrolmentCode } from '../../data/tablet-api.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';
import './key-words.ts';

@customElement('devices-add')
export class DevicesAdd extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 12px;
        min-height: 0;
        padding: 14px 24px 0;
        overflow-y: auto;
      }
      h2 {
        font-size: 1.5rem;
      }
      .trust {
        display: inline-block;
        padding-block: 4px;
        color: inherit;
        font-weight: 700;
      }
      .code {
        min-height: 3.5rem;
        font-size: 2rem;
        font-weight: 700;
        letter-spacing: 0.08em;
        text-transform: uppercase;
        direction: ltr;
      }
      .roles {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr));
        gap: 8px;
      }
      .roles foyer-button {
        display: grid;
      }
      foyer-door {
        min-height: 8rem;
        margin-top: auto;
        --handle: 24px;
        --handle-y: 68%;
        --door-padding: 16px 28px 20px;
      }
      .act {
        font-size: 2.5rem;
        line-height: 1.2;
        font-weight: 700;
      }
      .lines {
        margin-top: auto;
        padding-inline-end: 44px;
        font-size: 1.125rem;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @state() private typed = '';
  /** Whose code was typed; undefined until it is known. */
  @state() private seen: EnrolmentSeen | undefined;
  @state() private kind: DeviceRole = 'kiosk';
  @state() private name = '';
  @state() private servicePointId = '';
  @state() private sending = false;
  @state() private refused = '';
  @state() private done = '';

  override render() {
    const { view } = this.frame;
    const ready = enrolmentCode(this.typed) !== undefined && this.name.trim() !== '' && !this.sending;
    return html`<h2>${t('devices.add')}</h2>
      <p class="muted">
        ${t('devices.trust')}
        <a class="trust" href="/authority?lang=${language.code}" target="_blank" rel="noopener"
          >${t('devices.trust-how')}</a
        >
      </p>
      <label class="field"
        ><span>${t('devices.code')}</span>
        <input
          class="code"
          maxlength="9"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          placeholder="····-····"
          .value=${this.typed}
          @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
      /></label>
      ${this.seen ? html`<key-words .seen=${this.seen}></key-words>` : nothing}
      <div class="roles" role="group" aria-label=${t('devices.role')}>
        ${deviceRoles.map((role) => html`<foyer-button toggle ?on=${this.kind === role} @click=${() => this.#edit(() => (this.kind = role))}>${t(`devices.role-${role}`)}</foyer-button>`)}
      </div>
      <label class="field"
        ><span>${t('devices.name')}</span>
        <input
          maxlength="120"
          autocomplete="off"
          placeholder=${t('devices.name-example')}
          .value=${this.name}
          @input=${(event: Event) => this.#edit(() => (this.name = (event.target as HTMLInputElement).value))}
      /></label>
      ${
        hasPlace(this.kind)
          ? html`<label class="field"
              ><span>${t('devices.place')}</span>
              <select @change=${(event: Event) => (this.servicePointId = (event.target as HTMLSelectElement).value)}>
                <option value="">${t('devices.no-place')}</option>
                ${Object.values(view.servicePoints).map((point) => html`<option value=${point.id} ?selected=${point.id === this.servicePointId}>${localised(point.name)}</option>`)}
              </select></label
            >`
          : nothing
      }
      ${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      ${this.done ? html`<p class="serving" role="status"><b>${t('devices.let-in', { name: this.done })}</b></p>` : nothing}
      <foyer-door
        action
        fill
        state=${ready ? 'lit' : 'hollow'}
        ?disabled=${!ready}
        @click=${() => void this.#approve()}
      >
        <span class="act">${t('devices.approve')}</span
        ><span class="lines">${t(ready ? 'devices.approve-what' : 'devices.approve-needs')}</span>
      </foyer-door>`;
  }

  #type(typed: string): void {
    this.#edit(() => (this.typed = typed));
    this.seen = undefined;
    const code = enrolmentCode(typed);
    if (code !== undefined) void this.#look(code);
  }

  async #look(code: string): Promise<void> {
    const answer = await this.frame.api.look(code, this.frame.session.token);
    if (enrolmentCode(this.typed) !== code) return;
    if (answer.ok) this.seen = answer.value;
    else {
      const refused = refusedIn(answer);
      this.refused = refused ? refusalText(refused.code, refused.facts) : '';
    }
  }

  #edit(change: () => void): void {
    change();
    this.refused = '';
    this.done = '';
  }

  async #approve(): Promise<void> {
    const code = enrolmentCode(this.typed);
    const name = this.name.trim();
    if (!code || !name || this.sending) return;
    const { kind: role, servicePointId } = this;
    this.sending = true;
    const place = hasPlace(role) && servicePointId ? { servicePointId } : {};
    const answer = await this.frame.api.approve({ code, role, name, ...place }, this.frame.session.token);
    this.sending = false;
    const refused = refusedIn(answer);
    if (refused) {
      this.refused = refusalText(refused.code, refused.facts);
      return;
    }
    this.done = name;
    this.typed = '';
    this.seen = undefined;
    this.name = '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'devices-add': DevicesAdd;
  }
}
