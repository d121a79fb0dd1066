// Everything that would change, in words, before it is applied, and why it is. What refuses it is said here. Fires
// `apply-it` with the reason, then `close`.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { CallingPreview } from '@foyer/contracts/calling-rules.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { differences } from '../../data/set-up/differences.ts';
import type { SetUpDraft } from '../../data/set-up/set-up-draft.ts';
import { differenceText, type DifferenceNames } from '../../strings/difference-text.ts';
import { t } from '../../strings/strings.ts';
import './calling-preview.ts';

@customElement('apply-dialog')
export class ApplyDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      staff-dialog {
        --dialog-width: 760px;
      }
      ul {
        display: grid;
        gap: 6px;
        padding-inline-start: 1.25rem;
        list-style: disc;
        font-size: 1.0625rem;
      }
      .refused {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 8px 16px;
        border: 4px solid var(--alert);
        border-radius: var(--r1);
        --icon-size: 1.75rem;
      }
      .refused foyer-icon {
        color: var(--alert);
      }
    `,
  ];

  @property({ attribute: false }) draft!: SetUpDraft;
  @property({ attribute: false }) names!: DifferenceNames;
  @property({ attribute: false }) preview: CallingPreview | undefined;
  /** In words; empty: it was not refused. */
  @property() refused = '';
  @property({ type: Boolean }) sending = false;
  @state() private reason = '';
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  leave(): void {
    this.dialog.leave();
  }

  override render() {
    const { before, now } = this.draft;
    return html`<staff-dialog
      heading=${t('set-up.apply')}
      what=${t('set-up.apply-what')}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      <ul aria-label=${t('set-up.apply')}>
        ${differences(before, now).map((one) => html`<li>${differenceText(one, this.names)}</li>`)}
      </ul>
      ${
        this.preview
          ? html`<calling-preview .preview=${this.preview} .rooms=${now.clinic.servicePoints}></calling-preview>`
          : nothing
      }
      <label class="field"
        ><span>${t('set-up.reason')}</span>
        <input
          maxlength="500"
          autocomplete="off"
          .value=${this.reason}
          @input=${(event: Event) => (this.reason = (event.target as HTMLInputElement).value)}
      /></label>
      ${
        this.refused
          ? html`<p class="refused" role="alert">
              <foyer-icon name="warning"></foyer-icon><span>${this.refused}</span>
            </p>`
          : nothing
      }
      <foyer-button
        slot="acts"
        kind="strong"
        ?disabled=${this.sending}
        ?pending=${this.sending}
        @click=${() => this.dispatchEvent(new CustomEvent<string>('apply-it', { detail: this.reason.trim() }))}
        >${t('set-up.apply-do')}</foyer-button
      >
    </staff-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'apply-dialog': ApplyDialog;
  }
  interface HTMLElementEventMap {
    'apply-it': CustomEvent<string>;
  }
}
