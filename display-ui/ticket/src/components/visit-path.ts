// The steps of a visit: which one it is of how many, and what comes after. One mark a step, the words say it all.

import type { LocalisedText } from '@foyer/contracts/languages.ts';
import type { PathStepView } from '@foyer/contracts/ticket-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { language, localised } from '@foyer/ui-kit/language/language.ts';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { t } from '../strings/strings.ts';

@customElement('visit-path')
export class VisitPath extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        font-size: 1.0625rem;
        line-height: 1.35;
      }
      .marks {
        display: flex;
        gap: 6px;
        margin-bottom: 8px;
      }
      .marks span {
        flex: 1;
        height: 8px;
        border: 2px solid var(--text);
        border-radius: 4px;
      }
      .done,
      .here {
        background: var(--text);
      }
      /* Where the patient is stands taller than what is behind them. */
      .marks .here {
        height: 14px;
        margin-block: -3px;
        border-radius: 7px;
      }
    `,
  ];

  @property({ attribute: false }) path: readonly PathStepView[] = [];

  override render() {
    const { path } = this;
    const at = path.findIndex(({ state }) => state === 'here');
    const here = path[at];
    const next = path.filter(({ state }) => state === 'ahead').map(nameOf);
    return html`<div class="marks" aria-hidden="true">
        ${path.map(({ state }) => html`<span class=${state}></span>`)}
      </div>
      ${here === undefined ? nothing : html`<p><b>${t('path.here', { step: at + 1, count: path.length, service: nameOf(here) })}</b></p>`}
      ${next.length === 0 ? nothing : html`<p>${t('path.next', { services: new Intl.ListFormat(language.code).format(next) })}</p>`}`;
  }
}

function nameOf({ serviceName }: PathStepView): string {
  return localised(serviceName as LocalisedText);
}

declare global {
  interface HTMLElementTagNameMap {
    'visit-path': VisitPath;
  }
}
