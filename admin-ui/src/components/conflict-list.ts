// Details of patients that a clinic and the centre wrote without seeing each other's, with their versions beside each
// other: one tap chooses, and takes a choice back. Whoever opens the list is written down as having read them.

import type { ListedConflict } from '@foyer/contracts/centre-api.ts';
import type { DetailVersion } from '@foyer/contracts/detail-conflict.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { formatDay, formatTime } from '@foyer/ui-kit/language/format.ts';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { chooseDetail, codeOf, fetchConflicts } from '../data/centre.ts';
import { detailDirection, detailWords } from '../data/detail-words.ts';
import { t } from '../strings/strings.ts';

@customElement('conflict-list')
export class ConflictList extends FoyerElement {
  static override styles = [
    shared,
    css`
      .all > li {
        padding: 14px 0;
        border-top: 1px solid var(--line);
        line-height: 1.5;
      }
      h3 {
        margin-block: 16px 8px;
        font-size: 1rem;
      }
      .versions {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr));
        gap: 12px;
        margin-top: 8px;
      }
      .versions > li {
        display: grid;
        grid-template-rows: auto 1fr auto;
        gap: 4px;
        padding: 10px 12px;
        border: 1px solid var(--line);
        border-radius: var(--r1);
        font-size: 0.875rem;
      }
      .versions > li.stands {
        border: 2px solid var(--text);
      }
      b {
        font-size: 1rem;
        overflow-wrap: anywhere;
      }
      foyer-button {
        --button-height: 40px;
        --button-padding: 0 14px;
        margin-top: 8px;
        font-size: 0.9375rem;
      }
      .fault {
        font-weight: 700;
        color: var(--alert);
      }
    `,
  ];

  @property() clinicId = '';
  /** How many wait for a person. */
  @property({ type: Number }) open = 0;
  @property({ type: Number }) settled = 0;
  @property() zone = 'UTC';

  @state() private conflicts: readonly ListedConflict[] | undefined;
  @state() private fault: string | undefined;
  /** In which a choice has not been answered. */
  @state() private sending: string | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('clinicId')) this.conflicts = undefined;
  }

  override render() {
    if (this.open + this.settled === 0) return nothing;
    return html`<h3>${t('conflicts.count', { count: this.open })}</h3>
      ${this.fault === undefined ? nothing : html`<p class="fault" role="alert">${t('decisions.failed')}</p>`}
      ${
        this.conflicts === undefined
          ? html`<foyer-button @click=${() => void this.#read()}>${t('conflicts.show')}</foyer-button>`
          : html`<ul class="all">
              ${this.conflicts.map((conflict) => this.#conflict(conflict))}
            </ul>`
      }`;
  }

  #conflict(conflict: ListedConflict) {
    const { field, name, versions, standing, chosen } = conflict;
    const who = [name.given, name.family].filter(Boolean).join(' ');
    const stands = chosen?.version ?? standing;
    return html`<li>
      <p><bdi>${who}</bdi>, ${t(`conflicts.field-${field}`)}</p>
      <ul class="versions">
        ${versions.map((version, index) => this.#version(conflict, version, index, index === stands))}
      </ul>
      ${
        chosen === null
          ? nothing
          : html`<foyer-button ?disabled=${this.sending !== undefined} @click=${() => void this.#choose(conflict, null)}
              >${t(chosen.by === 'rule' ? 'conflicts.undo-rule' : 'conflicts.undo')}</foyer-button
            >`
      }
    </li>`;
  }

  #version(conflict: ListedConflict, { details, side, at }: DetailVersion, index: number, stands: boolean) {
    const words = detailWords(conflict.field, details);
    const when = at === null ? '' : `, ${formatDay(at, this.zone)}, ${formatTime(at, this.zone)}`;
    return html`<li class=${stands ? 'stands' : ''}>
      <b><bdi dir=${detailDirection(conflict.field)}>${words}</bdi></b>
      <span>${t(`conflicts.${side}`)}${when}${stands ? html`. ${t('conflicts.stands')}` : nothing}</span>
      ${
        conflict.chosen === null
          ? html`<foyer-button
              label=${t('conflicts.keep-which', { value: words })}
              ?pending=${this.sending === conflict.id}
              ?disabled=${this.sending !== undefined}
              @click=${() => void this.#choose(conflict, index)}
              >${t('conflicts.keep')}</foyer-button
            >`
          : nothing
      }
    </li>`;
  }

  async #read(): Promise<void> {
    const { clinicId } = this;
    const answer = await fetchConflicts(clinicId);
    this.fault = codeOf(answer);
    if (answer.ok && clinicId === this.clinicId) this.conflicts = answer.value.conflicts;
  }

  async #choose({ id }: ListedConflict, version: number | null): Promise<void> {
    this.sending = id;
    const code = codeOf(await chooseDetail(this.clinicId, id, version));
    await this.#read();
    this.fault ??= code;
    this.sending = undefined;
    this.dispatchEvent(new CustomEvent('day-changed', { bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'conflict-list': ConflictList;
  }
}
