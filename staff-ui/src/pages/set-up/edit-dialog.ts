// What the dialogs over one thing of the clinic's document share. What is changed counts at once; leaving the dialog loses
// nothing. Fires `close`.

import { html } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { ClinicDocument } from '@foyer/contracts/clinic-document.ts';
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

  /** The list that it is in. */
  protected abstract readonly list: keyof ClinicDocument;

  override firstUpdated(): void {
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

  #done(): void {
    this.judged = true;
    if (!this.isAtFault) this.dialog.leave();
  }
}
