// Scanners on the cables of the box that nobody has set up yet. Fires `set-up-scanner` with the one that is meant.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { FoundScanner } from '@foyer/contracts/scanner-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { t } from '../../strings/strings.ts';

@customElement('scanners-found')
export class ScannersFound extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
        padding: 10px 16px;
        border: 2px solid var(--text);
        border-inline-start-width: 8px;
        border-radius: var(--r1);
        background: var(--raised);
        --icon-size: 2rem;
      }
      .what {
        display: grid;
        flex: 1 1 12rem;
        min-width: 0;
      }
      b {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) found: readonly FoundScanner[] = [];

  override render() {
    if (this.found.length === 0) return nothing;
    return html`<ul aria-label=${t('scanner.title')}>
      ${this.found.map(
        (scanner) =>
          html`<li>
            <foyer-icon name="scanner" .stroke=${2}></foyer-icon>
            <span class="what"
              ><b>${t('scanner.found', { model: scanner.model })}</b><span>${t('scanner.found-what')}</span></span
            >
            <foyer-button kind="strong" @click=${() => this.#fire(scanner)}>${t('scanner.set-up')}</foyer-button>
          </li>`,
      )}
    </ul>`;
  }

  #fire(detail: FoundScanner): void {
    this.dispatchEvent(new CustomEvent<FoundScanner>('set-up-scanner', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'scanners-found': ScannersFound;
  }
  interface HTMLElementEventMap {
    'set-up-scanner': CustomEvent<FoundScanner>;
  }
}
