// What the parts of the set-up share: the document, what does not fit in it, and how a change of it is told. A change
// counts at once in the draft, so that a dialog that is left loses nothing.

import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { ClinicAsSetUp, ClinicChanges, ClinicDocument } from '@foyer/contracts/clinic-document.ts';
import type { ClinicFault } from '@foyer/contracts/clinic-faults.ts';
import { FoyerElement } from '@foyer/ui-kit/elements/foyer-element.ts';
import { clinicFaultText } from '../../strings/clinic-fault-text.ts';

export interface DocumentChange {
  readonly changes: ClinicChanges;
  /** What is being changed: typing on in one thing is one step. */
  readonly step: string;
  /** What was taken away, to be said beside the way back. */
  readonly takenAway?: string;
}

export const partStyles = css`
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
    gap: 16px 20px;
    align-content: start;
  }
  .box,
  .group {
    display: grid;
    gap: 6px;
    align-content: start;
    min-width: 0;
  }
  .whole {
    grid-column: 1 / -1;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    --icon-size: 1.5rem;
  }
  .fault {
    color: var(--alert);
    font-weight: 700;
  }
  [aria-invalid='true'] {
    border-color: var(--alert);
    border-width: 3px;
  }
  .note {
    padding: 8px 14px;
    border-inline-start: 4px solid var(--text);
    background: var(--raised);
  }
`;

/** A sentence with fields in it. */
export const sentenceStyles = css`
  .sentence {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 8px;
    font-size: 1.0625rem;
  }
  .sentence select {
    max-width: 100%;
  }
  .in-words {
    width: 4.5rem;
    padding-inline: 8px;
    text-align: center;
  }
`;

export class SetUpPart extends FoyerElement {
  @property({ attribute: false }) document!: ClinicDocument;
  @property({ attribute: false }) clinic!: ClinicAsSetUp;
  @property({ attribute: false }) faults: readonly ClinicFault[] = [];

  protected change(changes: ClinicChanges, step: string, takenAway?: string): void {
    const detail = { changes, step, ...(takenAway === undefined ? {} : { takenAway }) };
    this.dispatchEvent(new CustomEvent<DocumentChange>('document-changed', { detail, bubbles: true, composed: true }));
  }

  /** The words for the first fault of a thing, in whichever part of it; empty where there is none. */
  protected faultIn(path: string): string {
    const fault = this.faults.find((one) => one.path === path || one.path.startsWith(`${path}/`));
    return fault ? clinicFaultText(fault.code) : '';
  }

  protected faultAt(path: string): string {
    const fault = this.faults.find((one) => one.path === path);
    return fault ? clinicFaultText(fault.code) : '';
  }

  protected said(path: string, id: string) {
    const words = this.faultAt(path);
    return words ? html`<span class="fault" id=${id}>${words}</span>` : nothing;
  }
}

declare global {
  interface HTMLElementEventMap {
    'document-changed': CustomEvent<DocumentChange>;
  }
}
