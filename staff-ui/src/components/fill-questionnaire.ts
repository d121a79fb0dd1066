// A questionnaire that staff fill in for somebody: every question that is asked by now, one below the other. Fires `said`
// once the edge has taken it.

import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Answer, AnswerValue, Questionnaire, QuestionnaireItem } from '@foyer/contracts/forms.ts';
import type { StaffTicket } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { answersOf, askedNow, valueOf, type Typed } from '../data/typed-answers.ts';
import { t } from '../strings/strings.ts';
import type { Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';

const inputs = { integer: 'number', date: 'date', text: 'text' } as const;

@customElement('fill-questionnaire')
export class FillQuestionnaire extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
        padding-top: 12px;
        border-top: 1px solid var(--hair);
      }
      h3 {
        font-size: 1.25rem;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 8px;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) ticket!: StaffTicket;
  @property({ attribute: false }) form!: Questionnaire;
  /** What the patient answered of it before they left it. */
  @property({ attribute: false }) begun: readonly Answer[] = [];
  @state() private typed: Typed = new Map();
  @state() private sending = false;

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.typed.size === 0) this.typed = new Map(this.begun.map(({ linkId, value }) => [linkId, value]));
  }

  override render() {
    const answers = answersOf(this.form, this.typed);
    return html`<h3>${localised(this.form.title)}</h3>
      ${askedNow(this.form, this.typed).map((item) => this.#item(item))}
      <foyer-button
        kind="strong"
        ?pending=${this.sending}
        ?disabled=${answers === undefined || this.sending}
        @click=${() => void this.#send()}
        >${t('forms.save')}</foyer-button
      >`;
  }

  #item(item: QuestionnaireItem) {
    const { linkId, type, options = [], required } = item;
    const words = html`<span>${localised(item.text)}${required ? nothing : html` ${t('forms.optional')}`}</span>`;
    if (type !== 'boolean' && type !== 'choice') {
      return html`<label class="field"
        >${words}
        <input
          type=${inputs[type]}
          maxlength="500"
          autocomplete="off"
          value=${String(this.#begunWith(linkId))}
          @input=${(event: Event) => this.#say(linkId, valueOf(type, (event.target as HTMLInputElement).value))}
        />
      </label>`;
    }
    const choices =
      type === 'choice'
        ? options.map(({ value, text }) => ({ value, name: localised(text) }))
        : [true, false].map((value) => ({ value, name: t(value ? 'forms.yes' : 'forms.no') }));
    return html`<div role="group" aria-label=${localised(item.text)}>
      ${words}
      <div class="choices">
        ${choices.map(
          ({ value, name }) =>
            html`<foyer-button toggle ?on=${this.typed.get(linkId) === value} @click=${() => this.#say(linkId, value)}
              >${name}</foyer-button
            >`,
        )}
      </div>
    </div>`;
  }

  #begunWith(linkId: string): AnswerValue {
    return this.begun.find((answer) => answer.linkId === linkId)?.value ?? '';
  }

  #say(linkId: string, value: AnswerValue | undefined): void {
    const typed = new Map(this.typed);
    if (value === undefined) typed.delete(linkId);
    else typed.set(linkId, value);
    this.typed = typed;
  }

  async #send(): Promise<void> {
    const answers = answersOf(this.form, this.typed);
    if (answers === undefined) return;
    const { id: questionnaireId, version } = this.form;
    this.sending = true;
    await this.frame.session.act({
      type: 'answer-questionnaire',
      ticketId: this.ticket.id,
      questionnaireId,
      version,
      answers,
    });
    this.sending = false;
    this.dispatchEvent(new CustomEvent('said'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fill-questionnaire': FillQuestionnaire;
  }
}
