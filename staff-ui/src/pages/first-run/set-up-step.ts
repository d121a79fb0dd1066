// What the steps of the first run share: the draft, what does not fit in it yet, and how a change of it is told.

import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { SetUpFault } from '@foyer/contracts/set-up-faults.ts';
import { FoyerElement } from '@foyer/ui-kit/elements/foyer-element.ts';
import type { Draft } from '../../data/first-run/draft.ts';
import { t } from '../../strings/strings.ts';

export const stepStyles = css`
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
    gap: 16px 20px;
    align-content: start;
    padding-bottom: 24px;
  }
  .field {
    align-content: start;
  }
  .box {
    display: grid;
    gap: 4px;
    align-content: start;
    min-width: 0;
  }
  .doors {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9.75rem, 1fr));
    gap: 20px 0;
    margin: 0 -6px calc(-1 * var(--floor-line, 8px));
  }
  /* Every row of doors has a floor of its own; the last one's is the page's. */
  .doors li {
    display: grid;
    min-width: 0;
    padding-inline: 6px;
    border-bottom: var(--floor-line, 8px) solid var(--text);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .choices foyer-button {
    --button-height: 3.5rem;
  }
  .fault {
    color: var(--alert);
    font-weight: 700;
  }
  [aria-invalid='true'] {
    border-color: var(--alert);
    border-width: 3px;
  }
`;

export class SetUpStep extends FoyerElement {
  @property({ attribute: false }) draft!: Draft;
  /** To be said now: what a person has not come to yet is no fault. */
  @property({ attribute: false }) faults: readonly SetUpFault[] = [];

  protected change(changes: Partial<Draft>): void {
    this.dispatchEvent(new CustomEvent<Draft>('draft-changed', { detail: { ...this.draft, ...changes } }));
  }

  /** The first one of a thing, in whichever part of it. */
  protected faultIn(path: string): SetUpFault | undefined {
    return this.#faultAt(path) ?? this.faults.find((fault) => fault.path.startsWith(`${path}/`));
  }

  /** In words, beside what it is about. */
  protected said(path: string, id: string) {
    const fault = this.#faultAt(path);
    return fault ? html`<span class="fault" id=${id}>${t(`first-run.fault-${fault.code}`)}</span>` : nothing;
  }

  protected isFaulty(path: string): 'true' | 'false' {
    return this.#faultAt(path) ? 'true' : 'false';
  }

  #faultAt(path: string): SetUpFault | undefined {
    return this.faults.find((fault) => fault.path === path);
  }
}

declare global {
  interface HTMLElementEventMap {
    'draft-changed': CustomEvent<Draft>;
  }
}
