// What was applied today and still can be taken back, and what became of that: who stays is named.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { ReassignmentView } from '@foyer/contracts/reassignment-view.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { t } from '../../strings/strings.ts';

@customElement('leaves-today')
export class LeavesToday extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      h2 {
        font-size: 1.125rem;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        padding: 6px 0;
        border-bottom: 1px solid var(--hair);
        overflow-wrap: anywhere;
      }
      foyer-button {
        flex: none;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  /** Numbers that stay where they are; undefined until something was taken back here. */
  @state() private kept: readonly string[] | undefined;

  override render() {
    const applied = Object.values(this.frame.view.reassignments ?? {}).toSorted((a, b) => b.at - a.at);
    return html`<div role="status">${this.kept === undefined ? nothing : html`<p>${this.#undone(this.kept)}</p>`}</div>
      ${
        applied.length === 0
          ? nothing
          : html`<h2>${t('leaves.today')}</h2>
              <ul>
                ${applied.map((reassignment) => this.#row(reassignment))}
              </ul>`
      }`;
  }

  #row(reassignment: ReassignmentView) {
    const { session } = this.frame;
    const what = this.#words(reassignment);
    return html`<li>
      <span>${what}</span>
      <foyer-button
        icon="undo"
        label=${t('leaves.undo-of', { what })}
        ?disabled=${!session.hasLine || session.isPending('undo-reassignment')}
        @click=${() => void this.#undo(reassignment.id)}
        >${t('common.undo')}</foyer-button
      >
    </li>`;
  }

  #words({ at, kind, staffName, servicePointId, people }: ReassignmentView): string {
    const { servicePoints, clinic } = this.frame.view;
    const point = servicePoints[servicePointId ?? ''];
    const room = point === undefined ? '' : localised(point.name);
    const time = formatTime(at, clinic.zone);
    if (kind === 'swaps-rooms') return t('leaves.was-swapped', { time, name: staffName ?? '', room });
    return t('leaves.was-left', { time, name: staffName ?? room, count: people });
  }

  #undone(numbers: readonly string[]): string {
    return numbers.length === 0 ? t('leaves.undone') : t('leaves.kept', { numbers: numbers.join(', ') });
  }

  async #undo(reassignmentId: string): Promise<void> {
    this.kept = undefined;
    const sent = await this.frame.session.act({ type: 'undo-reassignment', reassignmentId });
    if (!sent.ok || !('result' in sent)) return;
    const kept = sent.result['kept'];
    this.kept = Array.isArray(kept) ? kept.map(({ number }: { readonly number: string }) => number) : [];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'leaves-today': LeavesToday;
  }
}
