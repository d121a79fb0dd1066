// A question over the page: a real dialog, so that focus stays in it and Escape leaves it. Fires `close` once.
// Slots: default, `acts` at the foot.

import { css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { t } from '../strings/strings.ts';
import { staffStyles } from './staff-styles.ts';

@customElement('staff-dialog')
export class StaffDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      dialog {
        width: min(var(--dialog-width, 640px), calc(100vw - 32px));
        max-height: calc(100dvh - 32px);
        padding: 0;
        border: 2px solid var(--text);
        border-radius: var(--r2);
        background: var(--surface);
        color: var(--text);
        box-shadow: var(--e2);
      }
      dialog::backdrop {
        background: rgb(15 18 19 / 0.55);
      }
      .inside {
        display: flex;
        flex-direction: column;
        max-height: calc(100dvh - 36px);
      }
      .top {
        display: flex;
        align-items: flex-start;
        gap: 16px;
        padding: 20px 24px 8px;
      }
      h2 {
        flex: 1;
        padding-top: 4px;
        font-size: 1.5rem;
        overflow-wrap: anywhere;
      }
      .body {
        display: grid;
        gap: 16px;
        min-height: 0;
        padding: 8px 24px 24px;
        overflow-y: auto;
      }
      .foot:not([hidden]) {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 12px;
        padding: 16px 24px 20px;
        border-top: 1px solid var(--hair);
      }
      .what {
        font-size: 1.125rem;
      }
    `,
  ];

  @property() heading = '';
  @property() what = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  override firstUpdated(): void {
    if (!this.dialog.open) this.dialog.showModal();
  }

  /** Leaves the question; `close` is fired. */
  leave(): void {
    this.dialog.close();
  }

  override render() {
    return html`<dialog aria-labelledby="heading" @close=${this.#closed} @click=${this.#clicked}>
      <div class="inside">
        <div class="top">
          <h2 id="heading">${this.heading}</h2>
          <foyer-button class="bare" icon="cross" label=${t('common.back')} @click=${() => this.leave()}></foyer-button>
        </div>
        <div class="body">${this.what ? html`<p class="what">${this.what}</p>` : nothing}<slot></slot></div>
        <div class="foot" hidden><slot name="acts" @slotchange=${this.#footChanged}></slot></div>
      </div>
    </dialog>`;
  }

  #closed(): void {
    this.dispatchEvent(new CustomEvent('close', { bubbles: false }));
  }

  #clicked(event: MouseEvent): void {
    if (event.target === this.dialog) this.leave();
  }

  #footChanged(event: Event): void {
    const slot = event.target as HTMLSlotElement;
    slot.parentElement!.hidden = slot.assignedElements().length === 0;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'staff-dialog': StaffDialog;
  }
}
