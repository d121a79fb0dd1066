// Who works here: somebody new for a few days, a new PIN or badge, and the end of a temporary stay. It works without
// internet; what was typed as a PIN, or read of a badge, is forgotten with the dialog.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { StaffTiles } from '@foyer/contracts/http-api.ts';
import { temporaryRoles } from '@foyer/contracts/roles.ts';
import { dayMs } from '@foyer/contracts/time.ts';
import type { CommandBody } from '@foyer/ui-kit/connection/commands.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { lastDays, mayGivePin } from '../../data/people.ts';
import { USUAL_PIN_LENGTH } from '../../data/pin-entry.ts';
import { refusedIn } from '../../data/refusals.ts';
import { maySend } from '../../data/ticket-acts.ts';
import { dateText } from '../../strings/dates.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';
import './badge-fields.ts';
import './pin-fields.ts';

type Person = StaffTiles['staff'][number];
type Role = (typeof temporaryRoles)[number];
type Step = { readonly kind: 'list' | 'admit' } | { readonly kind: 'pin' | 'badge' | 'end'; readonly person: Person };

/** Whoever stands there waits no longer for an answer. */
const GIVE_UP_MS = 15_000;

@customElement('people-dialog')
export class PeopleDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      ul,
      .group {
        display: grid;
        gap: 8px;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
        padding-block: 8px;
        border-bottom: 1px solid var(--hair);
      }
      .who {
        flex: 1 1 12rem;
      }
      .who span {
        display: block;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @state() private tiles: StaffTiles | undefined;
  @state() private step: Step = { kind: 'list' };
  @state() private name = '';
  @state() private roles: readonly Role[] = ['nurse'];
  @state() private until = '';
  /** Empty while what was typed does not fit. */
  @state() private pin = '';
  @state() private sending = false;
  @state() private refused = '';
  @state() private done = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  override render() {
    const { step } = this;
    const name = 'person' in step ? step.person.name : '';
    const heading = {
      list: t('people.title'),
      admit: t('people.admit'),
      pin: t('people.new-pin-of', { name }),
      badge: t('people.badge-of', { name }),
      end: t('people.end-of', { name }),
    }[step.kind];
    const what = {
      list: '',
      admit: t('people.admit-what'),
      pin: t('people.new-pin-what', { name }),
      badge: t('people.badge-what', { name }),
      end: t('people.end-what', { name }),
    }[step.kind];
    return html`<staff-dialog
      heading=${heading}
      what=${what}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      ${this.done ? html`<p class="serving" role="status"><b>${this.done}</b></p>` : nothing} ${this.#body()}
    </staff-dialog>`;
  }

  #body() {
    const { step } = this;
    switch (step.kind) {
      case 'list':
        return this.#list();
      case 'admit':
        return html`${this.#admission()} ${this.#pinFields()}
        ${this.#acts(t('people.admit'), this.#canAdmit, () => this.#admit())}`;
      case 'pin':
        return html`${this.#pinFields()}
        ${this.#acts(t('people.new-pin'), this.pin !== '', () => this.#givePin(step.person))}`;
      case 'badge':
        return this.#badge(step.person);
      case 'end':
        return this.#acts(t('people.end'), true, () => this.#end(step.person));
    }
  }

  #list() {
    const { me } = this.frame.view;
    const people = (this.tiles?.staff ?? []).toSorted((a, b) => a.name.localeCompare(b.name));
    return html`${
        maySend(me.roles, 'admit-temporary-staff')
          ? html`<p>
              <foyer-button kind="strong" icon="plus" @click=${() => this.#go({ kind: 'admit' })}
                >${t('people.admit')}</foyer-button
              >
            </p>`
          : nothing
      }
      <ul>
        ${people.map(
          (person) =>
            html`<li>
              <span class="who"
                ><b><bdi>${person.name}</bdi></b
                ><span class="small muted">${person.roles.map((role) => t(`role.${role}`)).join(', ')}</span>
                ${person.temporaryUntil === undefined ? nothing : html`<span class="small">${t('people.temporary', { date: this.#lastDay(person.temporaryUntil) })}</span>`}</span
              >
              ${mayGivePin(me.roles, person.roles) ? html`<foyer-button label=${t('people.new-pin-of', { name: person.name })} @click=${() => this.#go({ kind: 'pin', person })}>${t('people.new-pin')}</foyer-button>` : nothing}
              ${mayGivePin(me.roles, person.roles) ? html`<foyer-button icon=${person.hasBadge ? 'tick' : nothing} label=${t('people.badge-of', { name: person.name })} @click=${() => this.#go({ kind: 'badge', person })}>${t('people.badge')}</foyer-button>` : nothing}
              ${person.temporaryUntil === undefined ? nothing : html`<foyer-button label=${t('people.end-of', { name: person.name })} @click=${() => this.#go({ kind: 'end', person })}>${t('people.end')}</foyer-button>`}
            </li>`,
        )}
      </ul>`;
  }

  #admission() {
    return html`<label class="field"
        ><span>${t('first-run.person-name')}</span>
        <input
          name="name"
          maxlength="120"
          autocomplete="off"
          autocapitalize="words"
          .value=${this.name}
          @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
      /></label>
      <div class="group">
        <b id="roles">${t('first-run.person-roles')}</b>
        <div class="choices" role="group" aria-labelledby="roles">
          ${temporaryRoles.map((role) => html`<foyer-button toggle ?on=${this.roles.includes(role)} @click=${() => this.#toggle(role)}>${t(`role.${role}`)}</foyer-button>`)}
        </div>
      </div>
      <div class="group">
        <b id="until">${t('people.until')}</b>
        <div class="choices" role="group" aria-labelledby="until">
          ${lastDays(this.frame.view.clinic.businessDay).map(
            (day, index) =>
              html`<foyer-button
                toggle
                ?on=${this.until === '' ? index === 0 : this.until === day}
                @click=${() => (this.until = day)}
                >${dateText(day, 'short')}</foyer-button
              >`,
          )}
        </div>
      </div>`;
  }

  #pinFields() {
    return html`<pin-fields
      .digits=${this.tiles?.pinLength ?? USUAL_PIN_LENGTH}
      @pin-typed=${(event: CustomEvent<string>) => (this.pin = event.detail)}
    ></pin-fields>`;
  }

  #badge(person: Person) {
    const { id: staffId, name, hasBadge } = person;
    return html`${hasBadge ? html`<p><b>${t('people.badge-has', { name })}</b></p>` : nothing}
      <badge-fields
        @badge-read=${({ detail: badge }: CustomEvent<string>) => void this.#send({ type: 'enrol-badge', staffId, badge }, t('people.badge-given', { name }))}
      ></badge-fields>
      ${
        hasBadge
          ? this.#acts(
              t('people.badge-remove'),
              true,
              () => void this.#send({ type: 'remove-badge', staffId }, t('people.badge-removed', { name })),
            )
          : html`<div class="choices">
              <foyer-button @click=${() => this.#go({ kind: 'list' })}>${t('common.back')}</foyer-button>
            </div>`
      }`;
  }

  #acts(words: string, ready: boolean, act: () => void) {
    const can = ready && !this.sending && this.frame.session.hasLine;
    return html`<div class="choices">
      <foyer-button @click=${() => this.#go({ kind: 'list' })}>${t('common.back')}</foyer-button>
      <foyer-button kind="strong" ?pending=${this.sending} ?disabled=${!can} @click=${act}>${words}</foyer-button>
    </div>`;
  }

  get #canAdmit(): boolean {
    return this.name.trim() !== '' && this.roles.length > 0 && this.pin !== '';
  }

  #admit(): void {
    const { pin } = this;
    const name = this.name.trim();
    const untilBusinessDay = this.until === '' ? this.frame.view.clinic.businessDay : this.until;
    if (pin === '') return;
    const roles = [...this.roles];
    void this.#send(
      { type: 'admit-temporary-staff', name, roles, untilBusinessDay, pin },
      t('people.admitted', { name }),
    );
  }

  #givePin({ id: staffId, name }: Person): void {
    const { pin } = this;
    if (pin !== '') void this.#send({ type: 'reset-pin', staffId, pin }, t('people.pin-given', { name }));
  }

  #end({ id: staffId, name }: Person): void {
    void this.#send({ type: 'end-temporary-staff', staffId }, t('people.ended', { name }));
  }

  async #send(command: CommandBody, done: string): Promise<void> {
    const { session } = this.frame;
    this.sending = true;
    const refused = refusedIn(await session.act(command, { giveUpAfterMs: GIVE_UP_MS }));
    this.sending = false;
    if (refused) {
      session.read();
      this.refused = refusalText(refused.code, refused.facts);
      return;
    }
    this.#go({ kind: 'list' });
    this.done = done;
    await this.#read();
  }

  #go(step: Step): void {
    this.step = step;
    [this.name, this.roles, this.until, this.pin] = ['', ['nurse'], '', ''];
    [this.refused, this.done] = ['', ''];
  }

  #toggle(role: Role): void {
    this.roles = this.roles.includes(role) ? this.roles.filter((other) => other !== role) : [...this.roles, role];
  }

  async #read(): Promise<void> {
    const answer = await this.frame.api.staffTiles();
    if (answer.ok) this.tiles = answer.value;
    else this.refused = refusalText(refusedIn(answer)?.code ?? 'internal', {});
  }

  /** The stay ends with the business day, which may be early on the next date. */
  #lastDay(endsAt: number): string {
    const date = new Intl.DateTimeFormat('en-CA', { timeZone: this.frame.view.clinic.zone }).format(endsAt - dayMs / 2);
    return dateText(date, 'short');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'people-dialog': PeopleDialog;
  }
}
