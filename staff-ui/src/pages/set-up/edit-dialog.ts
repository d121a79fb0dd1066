// What the dialogs over one thing of the clinic's document share. What is changed counts at once; leaving the dialog loses
// nothing. Fires `close`, and `begun-in-vain` before it where a new thing was left as it was begun.

import { html } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { ClinicDocument } from '@foyer/contracts/clinic-document.ts';
import { saysTheSame } from '@foyer/contracts/says-the-same.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import { t } from '../../strings/strings.ts';
import { focusFirst } from './focus-first.ts';
import { SetUpPart } from './set-up-part.ts';

export abstract class EditDialog extends SetUpPart {
  /** Its place in the list. */
  @property({ type: Number }) index = 0;
  /** Of a new one, what is missing is said when somebody wants to go on. */
  @property({ type: Boolean }) fresh = false;
  @state() private judged = false;
  @query('staff-dialog') private readonly dialog!: StaffDialog;
  #begun: unknown;
  #isDone = false;

  /** The list that it is in. */
  protected abstract readonly list: keyof ClinicDocument;

  override firstUpdated(): void {
    this.#begun = this.#thing;
    this.dialog.addEventListener('close', () => this.#left());
    void focusFirst(this);
  }

  /** Whether what is missing is said already. */
  protected get isJudged(): boolean {
    return !this.fresh || this.judged;
  }

  /** Where its faults are found. */
  protected get path(): string {
    return `/${this.list}/${this.index}`;
  }

  protected faultOf(field: string): string {
    return this.isJudged ? this.faultIn(`${this.path}/${field}`) : '';
  }

  /** Whether something in it has to be put right before it is left. */
  protected get isAtFault(): boolean {
    return this.faultIn(this.path) !== '';
  }

  protected doneAct() {
    return html`<foyer-button slot="acts" kind="strong" @click=${() => this.#done()}
      >${t('set-up.done')}</foyer-button
    >`;
  }

  get #thing(): unknown {
    const list = this.document[this.list];
    return Array.isArray(list) ? list[this.index] : undefined;
  }

  #left(): void {
    if (this.fresh && !this.#isDone && saysTheSame(this.#thing, this.#begun))
      this.dispatchEvent(new CustomEvent('begun-in-vain', { bubbles: true, composed: true }));
    this.dispatchEvent(new CustomEvent('close'));
  }

  #done(): void {
    this.judged = true;
    if (this.isAtFault) return;
    this.#isDone = true;
    this.dialog.leave();
  }
}

declare global {
  interface HTMLElementEventMap {
    'begun-in-vain': CustomEvent;
  }
}
