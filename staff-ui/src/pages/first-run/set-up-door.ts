// A room, a service or a person as a door on the floor: its sign, what it is for, and the way to change it. Fires
// `change-it`.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { t } from '../../strings/strings.ts';

@customElement('set-up-door')
export class SetUpDoor extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
      }
      foyer-door {
        min-height: 13.75rem;
        --door-padding: 12px 14px 12px;
        --handle: 18px;
        --handle-x: 12px;
        --handle-y: 7.375rem;
      }
      .sign {
        min-height: 1.5rem;
        font-size: 1.125rem;
        line-height: 1.3;
        overflow-wrap: anywhere;
      }
      .large {
        min-height: 4rem;
        font-size: 3.5rem;
        line-height: 4rem;
        font-weight: 700;
      }
      .lines {
        margin-top: auto;
        padding-top: 12px;
        font-size: 0.9375rem;
        line-height: 1.35;
        overflow-wrap: anywhere;
      }
      foyer-button {
        display: grid;
        margin: 8px -6px 0;
        font-size: 0.9375rem;
        --button-height: 2.75rem;
      }
    `,
  ];

  /** Above the large one: "Room". */
  @property() sign = '';
  /** "3"; may be empty. */
  @property() large = '';
  @property() lines = '';
  @property() fault = '';
  /** What it is, for readers: "Room 3". */
  @property() label = '';

  override render() {
    return html`<foyer-door fill state=${this.fault ? 'hollow' : 'open'}>
      <span class="sign"><bdi>${this.sign}</bdi></span>
      <span class="large">${this.large}</span>
      <span class="lines ${this.fault ? 'alert' : 'muted'}" id="lines">${this.fault || this.lines || nothing}</span>
      <foyer-button
        label=${t('first-run.change-name', { name: this.label })}
        @click=${() => this.dispatchEvent(new CustomEvent('change-it'))}
        >${t('first-run.change')}</foyer-button
      >
    </foyer-door>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'set-up-door': SetUpDoor;
  }
  interface HTMLElementEventMap {
    'change-it': CustomEvent;
  }
}
