// "Feeling worse?": always there while the ticket is open. One press asks what it is, the second tells the staff. It says
// that someone is coming only when someone took the call. Fires `help-wanted` with the kind.

import type { HelpKind } from '@foyer/contracts/ticket-state.ts';
import type { HelpView } from '@foyer/contracts/clinic-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { css, html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { AskedState } from '../asked.ts';
import { t } from '../strings/strings.ts';

@customElement('help-box')
export class HelpBox extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        font-size: 1rem;
        line-height: 1.3;
      }
      foyer-button {
        display: grid;
        --button-height: 64px;
        --button-padding: 8px 14px;
        --button-justify: flex-start;
        --button-align: start;
        --button-icon: 28px;
      }
      foyer-button.alert::part(button) {
        border-width: 2px;
      }
      b {
        display: block;
        color: var(--alert);
      }
      .choices {
        display: grid;
        gap: 8px;
      }
      h2 {
        font-size: 1.25rem;
      }
      .said {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 64px;
        padding: 10px 14px;
        background: var(--raised);
        border: 4px solid var(--alert);
        border-radius: var(--r1);
        font-weight: 700;
      }
      .said.asking {
        border-style: dashed;
      }
      .said foyer-icon {
        --icon-size: 28px;
        color: var(--alert);
      }
    `,
  ];

  /** What became of the call on its way to the clinic; undefined when none was made. */
  @property() asked: AskedState | undefined;
  /** What the clinic shows of it. */
  @property() help: HelpView['state'] | undefined;

  @state() private choosing = false;

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('asked') && this.asked) this.choosing = false;
  }

  override render() {
    const words = this.#words();
    if (words && !this.choosing) {
      const unsure = this.asked === AskedState.asking && !this.help;
      return html`<p class="said ${unsure ? 'asking' : ''}" role="alert">
        <foyer-icon name="emergency" .stroke=${3}></foyer-icon><span>${words}</span>
      </p>`;
    }
    if (!this.choosing) {
      return html`<foyer-button
        class="alert"
        kind="alert"
        icon="emergency"
        icon-stroke="3"
        @click=${() => (this.choosing = true)}
      >
        <b>${t('worse.title')}</b>${t('worse.what')}
      </foyer-button>`;
    }
    return html`<div class="choices" role="group" aria-labelledby="what">
      <h2 id="what">${t('worse.ask')}</h2>
      <foyer-button kind="alert" icon="emergency" icon-stroke="3" @click=${() => this.#want('emergency')}
        >${t('worse.urgent')}</foyer-button
      >
      <foyer-button kind="strong" @click=${() => this.#want('assistance')}>${t('worse.other')}</foyer-button>
      <foyer-button @click=${() => (this.choosing = false)}>${t('worse.no')}</foyer-button>
    </div>`;
  }

  #words(): string | undefined {
    if (this.help === 'acknowledged') return t('help.coming');
    if (this.help) return t('help.told');
    switch (this.asked) {
      case AskedState.asking:
        return t('help.asking');
      case AskedState.done:
        return t('help.told');
      case AskedState.unconfirmed:
      case AskedState.refused:
        return t('help.unconfirmed');
      case undefined:
        return undefined;
    }
  }

  #want(kind: HelpKind): void {
    this.choosing = false;
    this.dispatchEvent(new CustomEvent<HelpKind>('help-wanted', { detail: kind, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'help-box': HelpBox;
  }
  interface HTMLElementEventMap {
    'help-wanted': CustomEvent<HelpKind>;
  }
}
