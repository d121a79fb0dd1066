// The ways to look at a clinic: its day, its statistics, its devices, its patients, and what it sent that was not applied; and
// all clinics at a glance, with what they share.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { writePlace, type Place } from '../data/address.ts';
import { t } from '../strings/strings.ts';

@customElement('view-nav')
export class ViewNav extends FoyerElement {
  static override styles = [
    shared,
    css`
      nav {
        display: grid;
      }
      a {
        display: flex;
        align-items: center;
        min-height: 44px;
        padding: 4px 24px;
        color: inherit;
        font-size: 1.0625rem;
        text-decoration: none;
      }
      a:focus-visible {
        outline-offset: -4px;
      }
      [aria-current] {
        box-shadow: inset 6px 0 0 var(--text);
        font-weight: 700;
      }
      [aria-current]:dir(rtl) {
        box-shadow: inset -6px 0 0 var(--text);
      }
      @media (max-width: 959px) {
        nav {
          display: flex;
          flex-wrap: wrap;
          column-gap: 10px;
        }
        a {
          justify-content: center;
          padding-inline: 4px;
          font-size: 1rem;
          text-align: center;
        }
        [aria-current],
        [aria-current]:dir(rtl) {
          box-shadow: inset 0 -6px 0 var(--text);
        }
      }
    `,
  ];

  @property({ attribute: false }) place: Place = {};
  /** Runs clinics, and is no program. */
  @property({ type: Boolean }) manages = false;
  /** Looks after the whole network. */
  @property({ type: Boolean }) network = false;

  override render() {
    const { clinicId } = this.place;
    const of = clinicId ? { clinicId } : {};
    return html`<nav aria-label=${t('nav.views')}>
      ${this.#link(t('nav.day'), of, isOfDay(this.place))}
      ${this.#link(t('nav.statistics'), { ...of, statistics: {} }, Boolean(this.place.statistics))}
      ${this.#link(t('nav.devices'), { ...of, devices: true }, Boolean(this.place.devices))}
      ${this.manages ? this.#link(t('nav.patients'), { ...of, patients: true }, Boolean(this.place.patients)) : nothing}
      ${this.#link(t('nav.letters'), { ...of, letters: true }, Boolean(this.place.letters))}
      ${this.#link(t('nav.all-clinics'), { ...of, allClinics: true }, Boolean(this.place.allClinics))}
      ${this.network ? this.#link(t('nav.pools'), { ...of, pools: true }, Boolean(this.place.pools)) : nothing}
    </nav>`;
  }

  #link(name: string, place: Place, isCurrent: boolean) {
    return html`<a
      href=${writePlace(place) || '/'}
      aria-current=${isCurrent ? 'page' : nothing}
      @click=${(event: MouseEvent) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.dispatchEvent(new CustomEvent<Place>('place-chosen', { detail: place, bubbles: true, composed: true }));
      }}
      >${name}</a
    >`;
  }
}

/** No other view is named. */
export function isOfDay({ statistics, devices, letters, allClinics, pools, patients }: Place): boolean {
  return !statistics && !devices && !letters && !allClinics && !pools && !patients;
}

declare global {
  interface HTMLElementTagNameMap {
    'view-nav': ViewNav;
  }
  interface HTMLElementEventMap {
    'place-chosen': CustomEvent<Place>;
  }
}
