// A badge is held to the reader twice, so that a wrong one is not enrolled. Its number is never shown. Fires
// `badge-read` with it when both were the same.

import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { BadgeReader } from '../../input/badge-reader.ts';
import { t } from '../../strings/strings.ts';

@customElement('badge-fields')
export class BadgeFields extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      .ask {
        display: flex;
        align-items: center;
        gap: 16px;
        padding: 20px;
        border: 2px dashed var(--text);
        border-radius: var(--r1);
        font-size: 1.25rem;
        --icon-size: 2.5rem;
      }
    `,
  ];

  @state() private first = '';
  @state() private differs = false;

  readonly #reader = new BadgeReader({ read: (badge) => this.#read(badge) });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#reader.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reader.stop();
    this.first = '';
  }

  override render() {
    return html`<p class="ask" role="status">
        <foyer-icon name="key"></foyer-icon><b>${t(this.first === '' ? 'people.badge-first' : 'people.badge-again')}</b>
      </p>
      ${this.differs ? html`<p class="alert" role="alert">${t('people.badge-differs')}</p>` : nothing}`;
  }

  #read(badge: string): void {
    this.differs = this.first !== '' && this.first !== badge;
    const isAgain = this.first === badge;
    this.first = isAgain || this.differs ? '' : badge;
    if (isAgain) this.dispatchEvent(new CustomEvent<string>('badge-read', { detail: badge }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'badge-fields': BadgeFields;
  }
  interface HTMLElementEventMap {
    'badge-read': CustomEvent<string>;
  }
}
