// One questionnaire: its title, before what it is asked, and its questions in their order, one of them open. What is
// changed counts at once. Fires `close`.

import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { mostItems } from '@foyer/contracts/form-limits.ts';
import type { QuestionnaireItem } from '@foyer/contracts/forms.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { moved } from '../../data/set-up/lists.ts';
import { newQuestion, type Questionnaire } from '../../data/set-up/new-things.ts';
import { t } from '../../strings/strings.ts';
import './edit-question.ts';
import './service-choices.ts';
import { EditDialog } from './edit-dialog.ts';
import { partStyles } from './set-up-part.ts';
import './set-up-rows.ts';
import type { RowMove } from './set-up-rows.ts';
import './texts-field.ts';

@customElement('edit-questionnaire-dialog')
export class EditQuestionnaireDialog extends EditDialog {
  static override styles = [
    shared,
    staffStyles,
    partStyles,
    css`
      staff-dialog {
        --dialog-width: 960px;
      }
      .back {
        justify-self: start;
      }
    `,
  ];

  protected override readonly list = 'questionnaires';
  /** The question that is open. */
  @state() private open: string | undefined;

  override render() {
    const form = this.document.questionnaires[this.index];
    if (form === undefined) return nothing;
    const at = form.items.findIndex(({ linkId }) => linkId === this.open);
    return html`<staff-dialog
      heading=${at === -1 ? t('set-up.questionnaire') : t('set-up.question', { number: at + 1 })}
    >
      ${at === -1 ? this.#form(form) : this.#question(form, at)}
      ${
        at === -1
          ? this.doneAct()
          : html`<foyer-button slot="acts" kind="strong" @click=${() => (this.open = undefined)}
              >${t('set-up.question-done')}</foyer-button
            >`
      }
    </staff-dialog>`;
  }

  #form(form: Questionnaire) {
    const { languages, services } = this.document;
    const { path } = this;
    const rows = form.items.map((item, at) => ({
      id: item.linkId,
      sign: String(at + 1),
      name: localised(item.text),
      lines: t(`set-up.by-${item.type}`),
      fault: this.isJudged ? this.faultIn(`${path}/items/${at}`) : '',
    }));
    const moveBy = ({ id, by }: RowMove) => this.#items(form, moved(form.items, this.#at(form, id), by));
    return html`<texts-field
        label=${t('set-up.form-title')}
        most="80"
        .texts=${form.title}
        .languages=${languages}
        fault=${this.faultOf('title')}
        @texts-changed=${({ detail }: CustomEvent<Questionnaire['title']>) => this.#put({ ...form, title: detail })}
      ></texts-field>
      <service-choices
        label=${t('set-up.form-services')}
        .services=${services}
        .chosen=${form.serviceIds}
        fault=${this.faultOf('serviceIds')}
        @services-chosen=${({ detail }: CustomEvent<string[]>) => this.#put({ ...form, serviceIds: detail })}
      ></service-choices>
      <b>${t('set-up.questions')}</b>
      ${this.isJudged ? this.said(`${path}/items`, 'items-fault') : nothing}
      <set-up-rows
        label=${t('set-up.questions')}
        add=${t('set-up.question-add')}
        .rows=${rows}
        ?full=${form.items.length >= mostItems}
        @row-add=${() => this.#add(form)}
        @row-change=${({ detail }: CustomEvent<string>) => (this.open = detail)}
        @row-move=${({ detail }: CustomEvent<RowMove>) => moveBy(detail)}
        @row-remove=${({ detail }: CustomEvent<string>) => this.#items(form, form.items.toSpliced(this.#at(form, detail), 1))}
      ></set-up-rows>`;
  }

  #question(form: Questionnaire, at: number) {
    const within = `${this.path}/items/${at}`;
    const faults = this.faults
      .filter(({ path }) => path.startsWith(`${within}/`))
      .map(({ path, code }) => ({ path: path.slice(within.length), code }));
    return html`<edit-question
      .question=${form.items[at]}
      .earlier=${form.items.slice(0, at)}
      .languages=${this.document.languages}
      .faults=${this.isJudged ? faults : []}
      @question-changed=${({ detail }: CustomEvent<QuestionnaireItem>) => this.#items(form, form.items.with(at, detail))}
    ></edit-question>`;
  }

  #at(form: Questionnaire, linkId: string): number {
    return form.items.findIndex((item) => item.linkId === linkId);
  }

  #add(form: Questionnaire): void {
    const question = newQuestion(form.items);
    this.#items(form, [...form.items, question]);
    this.open = question.linkId;
  }

  #items(form: Questionnaire, items: QuestionnaireItem[]): void {
    this.#put({ ...form, items });
  }

  #put(form: Questionnaire): void {
    const { questionnaires } = this.document;
    this.change({ questionnaires: questionnaires.with(this.index, form) }, `questionnaire/${form.id}`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'edit-questionnaire-dialog': EditQuestionnaireDialog;
  }
}
