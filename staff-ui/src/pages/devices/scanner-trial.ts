// Whether a scanner reads: a code is held before it, and that it was read is shown, never what.

import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ScannerTrial } from '@foyer/contracts/scanner-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { t } from '../../strings/strings.ts';

@customElement('scanner-trial')
export class ScannerTrialPicture extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: 12px;
        padding: 24px 16px;
        border: 2px solid var(--line);
        border-radius: var(--r2);
        background: var(--raised);
        text-align: center;
        --icon-size: 6rem;
      }
      :host([trial='read']) {
        border-color: var(--serving);
        color: var(--serving);
      }
      :host([trial='unreadable']) {
        border-color: var(--alert);
        color: var(--alert);
      }
      p {
        max-width: 28rem;
        font-size: 1.25rem;
        font-weight: 700;
      }
    `,
  ];

  /** `beginning`: what is scanned now is still somebody's at the kiosk. `over`: nobody scanned in time. */
  @property({ reflect: true }) trial: ScannerTrial | 'beginning' | 'over' = 'beginning';
  @property({ type: Boolean }) unplugged = false;

  override render() {
    const isToCome = this.trial === 'beginning' || this.trial === 'waiting';
    const said = isToCome && this.unplugged ? 'unplugged' : this.trial;
    const icon = said === 'read' ? 'tick' : said === 'waiting' || said === 'beginning' ? 'scanner' : 'warning';
    return html`<foyer-icon name=${icon} .stroke=${1.5}></foyer-icon>
      <p role="status">${t(`scanner.trial-${said}`)}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'scanner-trial': ScannerTrialPicture;
  }
}
