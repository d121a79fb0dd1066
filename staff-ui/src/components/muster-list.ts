// Everyone who may be in the building, to tick off at the meeting point: who needs help to get out stands first.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { MusterPerson } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { t } from '../strings/strings.ts';
import './need-list.ts';
import type { Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';

@customElement('muster-list')
export class MusterList extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      .people > li {
        display: grid;
        grid-template: 'number who acts' auto / 6rem minmax(0, 1fr) auto;
        align-items: center;
        gap: 4px 16px;
        padding: 8px 24px;
        border-top: 1px solid var(--line);
      }
      .number {
        font-size: 1.5rem;
        font-weight: 700;
      }
      .who b {
        font-size: 1.25rem;
        overflow-wrap: anywhere;
      }
      need-list {
        font-weight: 700;
      }
      .acts {
        display: flex;
        gap: 8px;
        --button-height: 3.5rem;
      }
      @media (max-width: 600px) {
        .people > li {
          grid-template: 'number who' auto 'acts acts' auto / 4.5rem minmax(0, 1fr);
          padding-inline: 16px;
        }
        .acts {
          grid-area: acts;
        }
        .acts foyer-button {
          flex: 1;
          display: grid;
        }
      }
    `,
  ];

  @property({ attribute: false }) people: readonly MusterPerson[] = [];
  @property({ attribute: false }) frame!: Frame;

  override render() {
    if (this.people.length === 0) return html`<p class="row">${t('evacuation.nobody')}</p>`;
    return html`<ul class="people">
      ${this.people.map((person) => this.#row(person))}
    </ul>`;
  }

  #row(person: MusterPerson) {
    const { number, name, needs } = person;
    return html`<li>
      <bdi class="number">${number}</bdi>
      <div class="who">
        <b><bdi>${name ?? t('evacuation.no-name')}</bdi></b>
        ${needs.length > 0 ? html`<need-list .needs=${needs} .interpreter=${person.interpreter}></need-list>` : nothing}
        <p>${this.#where(person)}</p>
      </div>
      <div class="acts" role="group" aria-label=${t('evacuation.of', { number, name: name ?? '' }).trim()}>
        ${this.#tick(person, true)} ${this.#tick(person, false)}
      </div>
    </li>`;
  }

  /** Where who stepped out waited before says nothing of where to look. */
  #where({ outside, lastSeen, state }: MusterPerson): string {
    if (outside) return t('outside.outside');
    const stands = t(`state.${state}`);
    return lastSeen === undefined ? stands : t('evacuation.last-seen', { place: localised(lastSeen), state: stands });
  }

  #tick(person: MusterPerson, present: boolean) {
    const { session } = this.frame;
    const sending = session.pending.some(
      ({ command }) => command.type === 'account-for' && command.ticketId === person.id && command.present === present,
    );
    return html`<foyer-button
      toggle
      icon=${present ? 'tick' : 'not-here'}
      ?on=${person.present === present}
      ?pending=${sending}
      @click=${() => session.act({ type: 'account-for', ticketId: person.id, present })}
      >${t(present ? 'evacuation.found' : 'evacuation.missing')}</foyer-button
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'muster-list': MusterList;
  }
}
