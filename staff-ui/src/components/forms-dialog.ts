// What somebody said before the service, and what staff may still ask for them. It is asked of the edge each time it is opened, which writes down who read it,
// and is kept nowhere.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Answer, FormResponse, FormResponses, Questionnaire } from '@foyer/contracts/forms.ts';
import type { StaffTicket } from '@foyer/contracts/staff-view.ts';
import type { ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { formLines, type FormLine } from '../data/form-lines.ts';
import { refusedIn } from '../data/refusals.ts';
import { dateText } from '../strings/dates.ts';
import { refusalText } from '../strings/refusal-text.ts';
import { t } from '../strings/strings.ts';
import './fill-consent.ts';
import './fill-questionnaire.ts';
import './signature-picture.ts';
import './staff-dialog.ts';
import type { Frame } from './staff-page.ts';
import { staffStyles } from './staff-styles.ts';

@customElement('forms-dialog')
export class FormsDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      section {
        display: grid;
        gap: 8px;
        padding-top: 12px;
        border-top: 1px solid var(--hair);
      }
      h3 {
        font-size: 1.25rem;
      }
      dl {
        display: grid;
        gap: 4px;
      }
      dt {
        margin-top: 8px;
        color: var(--muted);
      }
      dd {
        font-size: 1.125rem;
        font-weight: 700;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) ticket!: StaffTicket;
  @state() private answer: ApiAnswer<FormResponses> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  override render() {
    return html`<staff-dialog
      heading=${t('forms.of', { number: this.ticket.number })}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${this.#body()}
    </staff-dialog>`;
  }

  #body() {
    const { answer } = this;
    if (answer === undefined) return html`<p role="status">${t('forms.reading')}</p>`;
    const refused = refusedIn(answer);
    if (!answer.ok) return html`<p role="alert">${refused ? refusalText(refused.code, refused.facts) : nothing}</p>`;
    const { responses, toFill } = answer.value;
    return html`${responses.map((response) => this.#response(response))}
    ${toFill.consents.map((form) => html`<fill-consent .frame=${this.frame} .ticket=${this.ticket} .form=${form} @said=${() => this.#read()}></fill-consent>`)}
    ${toFill.questionnaires.map((form) => html`<fill-questionnaire .frame=${this.frame} .ticket=${this.ticket} .form=${form} .begun=${begunOf(form, responses)} @said=${() => this.#read()}></fill-questionnaire>`)}`;
  }

  #response(response: FormResponse) {
    const { consent, questionnaire, content, at } = response;
    const form = consent ?? questionnaire;
    const time = formatTime(at, this.frame.view.clinic.zone);
    return html`<section>
      <h3>${form ? localised(form.title) : t('forms.older')}</h3>
      <p class="muted">${t('forms.said-at', { time })}</p>
      ${content.given === undefined ? nothing : html`<p><b>${t(content.given ? 'forms.given' : 'forms.not-given')}</b></p>`}
      ${
        content.signature?.by === 'glass'
          ? html`<signature-picture .strokes=${content.signature.strokes}></signature-picture>`
          : content.signature
            ? html`<p>${t('forms.by-tap')}</p>`
            : nothing
      }
      <dl>
        ${formLines(response).map(
          (line) =>
            html`<dt>${localised(line.question)}</dt>
              <dd>${answerText(line)}</dd>`,
        )}
      </dl>
    </section>`;
  }

  async #read(): Promise<void> {
    const { api, session } = this.frame;
    const answer = await api.formResponses(this.ticket.id, session.token);
    if (this.isConnected) this.answer = answer;
  }
}

/** What was answered of a form that is still to be filled in: it was left in its middle. */
function begunOf({ id, version }: Questionnaire, responses: readonly FormResponse[]): readonly Answer[] {
  const begun = responses.findLast((response) => response.formId === id && response.version === version);
  return begun?.content.answers ?? [];
}

function answerText({ answer }: FormLine): string {
  if (typeof answer === 'boolean') return t(answer ? 'forms.yes' : 'forms.no');
  if (typeof answer === 'object') return localised(answer);
  const text = String(answer);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dateText(text) : text;
}

declare global {
  interface HTMLElementTagNameMap {
    'forms-dialog': FormsDialog;
  }
}
