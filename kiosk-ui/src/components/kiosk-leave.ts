// The kiosk while the building is being left: the message and nothing to touch but help, which says in a line what became
// of the call.

import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '@foyer/ui-kit/elements/foyer-leave.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { helpState } from '../session/help-state.ts';
import type { Screen } from '../session/screens.ts';
import { t } from '../strings/strings.ts';

@customElement('kiosk-leave')
export class KioskLeave extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        --u: 0.8px;
        display: grid;
        min-height: 100%;
      }
      @media (orientation: landscape) {
        :host {
          --u: 0.62px;
        }
      }
      .help {
        display: flex;
        align-items: center;
        gap: 16px;
        margin-top: 16px;
        padding: 16px 24px;
        border: 4px solid var(--alert);
        border-radius: var(--r1);
        font-size: 44px;
        line-height: 1.3;
        font-weight: 700;
        --icon-size: 56px;
      }
    `,
  ];

  @property({ attribute: false }) view!: KioskView;
  @property({ attribute: false }) screen!: Screen;
  @property({ type: Number }) now = 0;

  override render() {
    const { clinic, evacuation } = this.view;
    return html`<foyer-leave .evacuation=${evacuation!} .languages=${clinic.languages} .zone=${clinic.zone}>
      ${this.screen.page === 'help' ? this.#help(helpState(this.view, this.screen, this.now)) : nothing}
    </foyer-leave>`;
  }

  #help(state: ReturnType<typeof helpState>) {
    const words = { calling: t('help.calling'), coming: t('help.coming'), unanswered: t('leave.unanswered') }[state];
    return html`<p class="help" role="alert"><foyer-icon name="bell"></foyer-icon>${words}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-leave': KioskLeave;
  }
}
