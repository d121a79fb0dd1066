// A picture from this tablet for the top of a ticket. Fires `logo-chosen` with the file.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { t } from '../../strings/strings.ts';

@customElement('paper-logo-choice')
export class PaperLogoChoice extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 14px;
      }
      input {
        display: none;
      }
    `,
  ];

  @property({ type: Boolean }) bringing = false;
  /** Among other things that can be added. */
  @property({ type: Boolean }) short = false;

  override render() {
    return html`<input
        type="file"
        accept="image/png,image/jpeg"
        @change=${(event: Event) => this.#choose(event.target as HTMLInputElement)}
      />
      <foyer-button
        icon=${this.short ? nothing : 'plus'}
        ?pending=${this.bringing}
        ?disabled=${this.bringing}
        @click=${() => this.renderRoot.querySelector<HTMLInputElement>('input')?.click()}
        >${t(this.short ? 'set-up.paper-logo' : 'set-up.paper-logo-choose')}</foyer-button
      >
      ${this.short ? nothing : html`<span class="small muted">${t('set-up.paper-logo-what')}</span>`}`;
  }

  #choose(input: HTMLInputElement): void {
    const [file] = input.files ?? [];
    input.value = '';
    if (!file) return;
    this.dispatchEvent(new CustomEvent<File>('logo-chosen', { detail: file, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-logo-choice': PaperLogoChoice;
  }
  interface HTMLElementEventMap {
    'logo-chosen': CustomEvent<File>;
  }
}
