// The versions of one detail of a patient beside each other, each with who wrote it: one tap chooses. What was chosen can
// be taken back for a few minutes.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { StaffConflict } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { maySend } from '../data/ticket-acts.ts';
import { detailText, writtenText } from '../strings/detail-text.ts';
import { t } from '../strings/strings.ts';
import type { Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';

@customElement('conflict-versions')
export class ConflictVersions extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 12px;
        margin-top: 8px;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 7.5rem), 1fr));
        gap: 8px;
      }
      li {
        display: grid;
        grid-template-rows: auto 1fr auto;
        gap: 4px;
        padding: 10px;
        border: 2px solid var(--line);
        border-radius: var(--r1);
      }
      b {
        font-size: 1.0625rem;
        line-height: 1.35;
        overflow-wrap: anywhere;
      }
      foyer-button {
        display: grid;
        margin-top: 8px;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) conflict!: StaffConflict;

  override render() {
    const { chosen } = this.conflict;
    const mayChoose = maySend(this.frame.view.me.roles, 'choose-detail');
    if (chosen) {
      return mayChoose
        ? html`<foyer-button ?pending=${this.#sending} @click=${() => this.#choose(null)}
            >${t('conflict.undo')}</foyer-button
          >`
        : nothing;
    }
    const { versions, field } = this.conflict;
    return html`<ul>
      ${versions.map((version, index) => {
        const words = detailText(field, version.details);
        return html`<li>
          <b><bdi>${words}</bdi></b>
          <span>${writtenText(version, this.frame.view.clinic.zone)}</span>
          ${
            mayChoose
              ? html`<foyer-button
                  label=${t('conflict.keep-which', { value: words })}
                  ?pending=${this.#sending}
                  ?disabled=${this.#sending}
                  @click=${() => this.#choose(index)}
                  >${t('conflict.keep')}</foyer-button
                >`
              : nothing
          }
        </li>`;
      })}
    </ul>`;
  }

  get #sending(): boolean {
    return this.frame.session.pending.some(
      ({ command }) => command.type === 'choose-detail' && command.conflictId === this.conflict.id,
    );
  }

  #choose(version: number | null): void {
    void this.frame.session.act({ type: 'choose-detail', conflictId: this.conflict.id, version });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'conflict-versions': ConflictVersions;
  }
}
