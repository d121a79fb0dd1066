// How one room calls, or one person wherever they work. Of a new one it is asked first whose it is. What is changed counts
// at once. Fires `profile-changed`, then `close`.

import { css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { CallingFault } from '@foyer/contracts/calling-rules-faults.ts';
import type { Calling } from '@foyer/contracts/calling-rules.ts';
import type { StaffTiles } from '@foyer/contracts/http-api.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import type { Room, Service } from '../../data/set-up/new-things.ts';
import { profileKey, profileName, type Profile } from '../../data/set-up/profiles.ts';
import { t } from '../../strings/strings.ts';
import './calling-fields.ts';
import './service-choices.ts';

@customElement('edit-profile-dialog')
export class EditProfileDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      staff-dialog {
        --dialog-width: 900px;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ];

  /** Undefined: a new one, of nobody yet. */
  @property({ attribute: false }) profile: Profile | undefined;
  @property({ attribute: false }) others: readonly Profile[] = [];
  @property({ attribute: false }) rooms: readonly Room[] = [];
  @property({ attribute: false }) services: readonly Service[] = [];
  @property({ attribute: false }) staff: StaffTiles['staff'] = [];
  /** With paths within the profile. */
  @property({ attribute: false }) faults: readonly CallingFault[] = [];
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override render() {
    const { profile } = this;
    const name = profile ? profileName(profile, this.rooms, this.staff) : '';
    return html`<staff-dialog
      heading=${profile ? t('set-up.profile-of', { name }) : t('set-up.profile-add')}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${profile ? this.#fields(profile) : this.#whose()}
      ${
        profile
          ? html`<foyer-button slot="acts" kind="strong" @click=${() => this.dialog.leave()}
              >${t('set-up.done')}</foyer-button
            >`
          : nothing
      }
    </staff-dialog>`;
  }

  #whose() {
    const has = new Set(this.others.map(profileKey));
    const rooms = this.rooms.filter(({ id }) => !has.has(id));
    const staff = this.staff.filter(({ id }) => !has.has(id));
    const calling = { conditions: [], order: 'by-class' as const };
    const serves = this.services.map(({ id }) => id);
    return html`<b>${t('set-up.part-rooms')}</b>
      <div class="choices">
        ${rooms.map(({ id, name, serviceIds }) => html`<foyer-button @click=${() => this.#fire({ servicePointId: id, serves: serviceIds, ...calling })}>${localised(name)}</foyer-button>`)}
      </div>
      <b>${t('people.title')}</b>
      <div class="choices">
        ${staff.map(({ id, name }) => html`<foyer-button @click=${() => this.#fire({ staffId: id, serves, ...calling })}>${name}</foyer-button>`)}
      </div>`;
  }

  #fields(profile: Profile) {
    const room = this.rooms.find(({ id }) => id === profile.servicePointId);
    const offered = room ? this.services.filter(({ id }) => room.serviceIds.includes(id)) : this.services;
    const fault = this.faults.find(({ path }) => path.startsWith('/serves'));
    return html`<service-choices
        label=${t('set-up.profile-serves')}
        .services=${offered}
        .chosen=${profile.serves}
        fault=${fault ? t(`set-up.calling-${fault.code}`) : ''}
        @services-chosen=${({ detail }: CustomEvent<string[]>) => this.#fire({ ...profile, serves: detail })}
      ></service-choices>
      <calling-fields
        .calling=${callingOf(profile)}
        .services=${offered.filter(({ id }) => profile.serves.includes(id))}
        .faults=${this.faults}
        @calling-changed=${({ detail }: CustomEvent<Calling>) => this.#fire({ ...whoseOf(profile), ...detail })}
      ></calling-fields>`;
  }

  #fire(detail: Profile): void {
    this.dispatchEvent(new CustomEvent<Profile>('profile-changed', { detail }));
  }
}

function callingOf({ conditions, shares, order }: Profile): Calling {
  return { conditions, order, ...(shares === undefined ? {} : { shares }) };
}

function whoseOf({ servicePointId, staffId, serves }: Profile): Pick<Profile, 'servicePointId' | 'staffId' | 'serves'> {
  return {
    serves,
    ...(servicePointId === undefined ? {} : { servicePointId }),
    ...(staffId === undefined ? {} : { staffId }),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'edit-profile-dialog': EditProfileDialog;
  }
  interface HTMLElementEventMap {
    'profile-changed': CustomEvent<Profile>;
  }
}
