// The clinics that one may see, each with how many wait and how fresh its line is. On a phone it is one list to choose
// from. Fires `clinic-chosen` with the clinic's id.

import type { ClinicDay, ClinicListEntry } from '@foyer/contracts/centre-api.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../strings/strings.ts';
import { writePlace } from '../data/address.ts';

@customElement('clinic-nav')
export class ClinicNav extends FoyerElement {
  static override styles = [
    shared,
    css`
      h2 {
        padding: 0 24px 8px;
        font-size: 0.875rem;
        font-weight: 400;
        color: var(--muted);
      }
      a {
        display: block;
        padding: 8px 24px;
        color: inherit;
        font-size: 1.0625rem;
        line-height: 1.4;
        text-decoration: none;
        overflow-wrap: anywhere;
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
      small {
        display: flex;
        align-items: center;
        gap: 6px;
        color: var(--muted);
        font-size: 0.875rem;
        font-weight: 400;
      }
      small.late {
        color: var(--alert);
      }
      foyer-icon {
        --icon-size: 14px;
      }
      label {
        display: none;
      }
      select {
        width: 100%;
        min-height: 48px;
        padding: 0 12px;
        border: 2px solid var(--line);
        border-radius: var(--r1);
        background: var(--raised);
        color: inherit;
        font: inherit;
        font-weight: 700;
      }
      @media (max-width: 959px) {
        nav {
          display: none;
        }
        label {
          display: block;
        }
      }
    `,
  ];

  @property({ attribute: false }) clinics: readonly ClinicListEntry[] = [];
  @property() current = '';
  /** The latest day that was fetched of each clinic, by its id. */
  @property({ attribute: false }) days: ReadonlyMap<string, ClinicDay> = new Map();

  override render() {
    return html`<nav aria-labelledby="clinics">
        <h2 id="clinics">${t('nav.clinics')}</h2>
        ${repeat(
          this.clinics,
          ({ id }) => id,
          (clinic) => this.#link(clinic),
        )}
      </nav>
      <label>
        <span class="visually-hidden">${t('nav.clinic')}</span>
        <select @change=${({ target }: Event) => this.#choose((target as HTMLSelectElement).value)}>
          ${this.clinics.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.current}>${name}</option>`)}
        </select>
      </label>`;
  }

  #link({ id, name }: ClinicListEntry) {
    const day = this.days.get(id);
    const late = day !== undefined && (day.edge.state !== 'live' || day.edge.quarantined);
    return html`<a
      href=${writePlace({ clinicId: id }) || '/'}
      aria-current=${id === this.current ? 'page' : nothing}
      @click=${(event: MouseEvent) => this.#follow(event, id)}
      >${name}
      ${
        day
          ? html`<small class=${late ? 'late' : ''}
              ><foyer-icon name=${late ? 'offline' : 'tick'} .stroke=${2.6}></foyer-icon
              >${t('nav.waiting', { count: day.waiting })}</small
            >`
          : nothing
      }
    </a>`;
  }

  #follow(event: MouseEvent, id: string): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#choose(id);
  }

  #choose(id: string): void {
    this.dispatchEvent(new CustomEvent<string>('clinic-chosen', { detail: id, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'clinic-nav': ClinicNav;
  }
  interface HTMLElementEventMap {
    'clinic-chosen': CustomEvent<string>;
  }
}
