// What is asked before a service: consents and questionnaires. Each change of one is a new version of it.

import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { mostForms } from '@foyer/contracts/form-limits.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { moved } from '../../data/set-up/lists.ts';
import { newConsent, newId, newQuestionnaire } from '../../data/set-up/new-things.ts';
import { t } from '../../strings/strings.ts';
import './edit-consent-dialog.ts';
import './edit-questionnaire-dialog.ts';
import { SetUpPart, partStyles } from './set-up-part.ts';
import './set-up-rows.ts';
import type { Row, RowMove } from './set-up-rows.ts';

type Kind = 'consents' | 'questionnaires';

@customElement('forms-part')
export class FormsPart extends SetUpPart {
  static override styles = [
    shared,
    staffStyles,
    partStyles,
    css`
      :host {
        display: grid;
        gap: 14px;
      }
      h2 {
        font-size: 1.25rem;
      }
    `,
  ];

  @state() private open: { readonly kind: Kind; readonly id: string; readonly fresh: boolean } | undefined;

  override render() {
    return html`<h2>${t('set-up.consents')}</h2>
      ${this.#list('consents', t('set-up.consent-add'))}
      <h2>${t('set-up.questionnaires')}</h2>
      ${this.#list('questionnaires', t('set-up.questionnaire-add'))} ${this.#dialog()}`;
  }

  #list(kind: Kind, add: string) {
    const forms = this.document[kind];
    return html`<set-up-rows
      label=${t(`set-up.${kind}`)}
      add=${add}
      .rows=${forms.map((form, index) => this.#row(form, `/${kind}/${index}`))}
      ?full=${forms.length >= mostForms || this.document.services.length === 0}
      @row-add=${() => this.#add(kind)}
      @row-change=${({ detail }: CustomEvent<string>) => (this.open = { kind, id: detail, fresh: false })}
      @row-move=${({ detail: { id, by } }: CustomEvent<RowMove>) => this.change({ [kind]: moved<{ readonly id: string }>(forms, this.#at(kind, id), by) }, `order/${id}`)}
      @row-remove=${({ detail }: CustomEvent<string>) => this.#remove(kind, detail)}
    ></set-up-rows>`;
  }

  #row(form: { id: string; title: { en: string }; serviceIds: string[] }, path: string): Row {
    const services = this.document.services.filter(({ id }) => form.serviceIds.includes(id));
    const lines = new Intl.ListFormat(document.documentElement.lang).format(
      services.map(({ name }) => localised(name)),
    );
    return { id: form.id, sign: '', name: localised(form.title), lines, fault: this.faultIn(path) };
  }

  #dialog() {
    if (this.open === undefined) return nothing;
    const { kind, id, fresh } = this.open;
    const index = this.#at(kind, id);
    if (index === -1) return nothing;
    const close = () => (this.open = undefined);
    return kind === 'consents'
      ? html`<edit-consent-dialog
          .document=${this.document}
          .clinic=${this.clinic}
          .faults=${this.faults}
          .index=${index}
          ?fresh=${fresh}
          @close=${close}
        ></edit-consent-dialog>`
      : html`<edit-questionnaire-dialog
          .document=${this.document}
          .clinic=${this.clinic}
          .faults=${this.faults}
          .index=${index}
          ?fresh=${fresh}
          @close=${close}
        ></edit-questionnaire-dialog>`;
  }

  #at(kind: Kind, id: string): number {
    return this.document[kind].findIndex((form) => form.id === id);
  }

  #add(kind: Kind): void {
    const id = newId(Date.now());
    const { consents, questionnaires } = this.document;
    if (kind === 'consents') this.change({ consents: [...consents, newConsent(this.document, id)] }, `consent/${id}`);
    else {
      const form = newQuestionnaire(this.document, id);
      this.change({ questionnaires: [...questionnaires, form] }, `questionnaire/${id}`);
    }
    this.open = { kind, id, fresh: true };
  }

  #remove(kind: Kind, id: string): void {
    const index = this.#at(kind, id);
    const title = this.document[kind][index]?.title ?? { en: '' };
    const left: readonly { readonly id: string }[] = this.document[kind];
    this.change({ [kind]: left.filter((form) => form.id !== id) }, `without/${id}`, localised(title));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'forms-part': FormsPart;
  }
}
