// One question of a questionnaire: what it asks, how it is answered, when it is asked, and which answer sends somebody to
// wait elsewhere. Fires `question-changed`.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ClinicFault } from '@foyer/contracts/clinic-faults.ts';
import { mostOptions } from '@foyer/contracts/form-limits.ts';
import type { AnswerOption, QuestionnaireItem } from '@foyer/contracts/forms.ts';
import type { Language, LocalisedText } from '@foyer/contracts/languages.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { instructions, questionTypes } from '../../data/set-up/form-choices.ts';
import { newOption } from '../../data/set-up/new-things.ts';
import { clinicFaultText } from '../../strings/clinic-fault-text.ts';
import { t } from '../../strings/strings.ts';
import { partStyles } from './set-up-part.ts';
import './texts-field.ts';

@customElement('edit-question')
export class EditQuestion extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    partStyles,
    css`
      :host {
        display: grid;
        gap: 14px;
      }
      .option {
        display: grid;
        gap: 8px;
        padding-inline-start: 14px;
        border-inline-start: 4px solid var(--line);
      }
      .options {
        display: grid;
        gap: 14px;
      }
    `,
  ];

  @property({ attribute: false }) question!: QuestionnaireItem;
  /** Those that are asked before it. */
  @property({ attribute: false }) earlier: readonly QuestionnaireItem[] = [];
  @property({ attribute: false }) languages: readonly Language[] = ['en'];
  /** Of this question, with paths within it. */
  @property({ attribute: false }) faults: readonly ClinicFault[] = [];

  override render() {
    const { question, languages } = this;
    return html`<texts-field
        label=${t('set-up.question-text')}
        most="200"
        .texts=${question.text}
        .languages=${languages}
        fault=${this.#fault('/text')}
        @texts-changed=${({ detail }: CustomEvent<LocalisedText>) => this.#put({ ...question, text: detail })}
      ></texts-field>
      <div class="fields">
        <label class="field"
          ><span>${t('set-up.question-type')}</span>
          <select @change=${(event: Event) => this.#answerBy((event.target as HTMLSelectElement).value)}>
            ${questionTypes.map((type) => html`<option value=${type} ?selected=${type === question.type}>${t(`set-up.by-${type}`)}</option>`)}
          </select></label
        >
        ${this.#condition()}
      </div>
      <div class="choices">
        <foyer-button toggle ?on=${question.required === true} @click=${() => this.#require()}
          >${t('set-up.question-required')}</foyer-button
        >
      </div>
      ${question.type === 'choice' ? this.#options(question.options ?? []) : nothing}`;
  }

  #condition() {
    const { enableWhen } = this.question;
    const known = this.earlier.flatMap((item) => conditionsOn(item));
    const now = enableWhen && `${enableWhen.linkId}=${String(enableWhen.equals)}`;
    const fault = this.#fault('/enableWhen/linkId') || this.#fault('/enableWhen/equals');
    if (known.length === 0 && enableWhen === undefined) return nothing;
    return html`<div class="box">
      <label class="field"
        ><span>${t('set-up.question-when')}</span>
        <select
          aria-invalid=${fault ? 'true' : 'false'}
          aria-describedby="when-fault"
          @change=${(event: Event) => this.#askWhen(known[(event.target as HTMLSelectElement).selectedIndex - 1])}
        >
          <option ?selected=${now === undefined}>${t('set-up.question-always')}</option>
          ${known.map((condition) => html`<option ?selected=${condition.key === now}>${t('set-up.question-after', { question: localised(condition.text), answer: condition.answer() })}</option>`)}
        </select></label
      >
      ${fault ? html`<span class="fault" id="when-fault">${fault}</span>` : nothing}
    </div>`;
  }

  #options(options: readonly AnswerOption[]) {
    return html`<div class="options" role="group" aria-label=${t('set-up.question-answers')}>
      ${this.#fault('/options') ? html`<span class="fault">${this.#fault('/options')}</span>` : nothing}
      ${options.map((option, index) => this.#option(option, index, options))}
      ${
        options.length < mostOptions
          ? html`<foyer-button icon="plus" @click=${() => this.#putOptions([...options, newOption(options)])}
              >${t('set-up.answer-add')}</foyer-button
            >`
          : nothing
      }
    </div>`;
  }

  #option(option: AnswerOption, index: number, options: readonly AnswerOption[]) {
    const put = (changed: AnswerOption) => this.#putOptions(options.with(index, changed));
    const { screening } = option;
    const sendTo = screening?.sendTo ?? { en: '' };
    return html`<div class="option">
      <texts-field
        label=${t('set-up.answer', { number: index + 1 })}
        most="80"
        .texts=${option.text}
        .languages=${this.languages}
        fault=${this.#fault(`/options/${index}/text`)}
        @texts-changed=${({ detail }: CustomEvent<LocalisedText>) => put({ ...option, text: detail })}
      ></texts-field>
      <div class="choices">
        <foyer-button toggle ?on=${screening !== undefined} @click=${() => put(toggledScreening(option))}
          >${t('set-up.answer-screening')}</foyer-button
        >
        <foyer-button
          class="bare"
          icon="cross"
          label=${t('set-up.take-away', { name: localised(option.text) || t('set-up.answer', { number: index + 1 }) })}
          @click=${() => this.#putOptions(options.toSpliced(index, 1))}
        ></foyer-button>
      </div>
      ${
        screening === undefined
          ? nothing
          : html`<texts-field
                label=${t('set-up.screening-where')}
                most="60"
                .texts=${sendTo}
                .languages=${this.languages}
                fault=${this.#fault(`/options/${index}/screening/sendTo`)}
                @texts-changed=${({ detail }: CustomEvent<LocalisedText>) => put({ ...option, screening: { ...screening, sendTo: detail } })}
              ></texts-field>
              <div class="choices" role="group" aria-label=${t('set-up.screening-staff')}>
                ${instructions.map((one) => html`<foyer-button toggle ?on=${screening.instructions.includes(one)} @click=${() => put({ ...option, screening: { ...screening, instructions: toggled(screening.instructions, one) } })}>${t(`set-up.screening-${one}`)}</foyer-button>`)}
              </div>`
      }
    </div>`;
  }

  #fault(path: string): string {
    const fault = this.faults.find((one) => one.path === path);
    return fault ? clinicFaultText(fault.code) : '';
  }

  #answerBy(typed: string): void {
    const type = questionTypes.find((known) => known === typed);
    if (type === undefined) return;
    const { options: _options, ...question } = this.question;
    if (type !== 'choice') return this.#put({ ...question, type });
    const first = newOption([]);
    this.#put({ ...question, type, options: [first, newOption([first])] });
  }

  #require(): void {
    const { required, ...question } = this.question;
    this.#put(required === true ? question : { ...question, required: true });
  }

  #askWhen(condition: Condition | undefined): void {
    const { enableWhen: _before, ...question } = this.question;
    if (condition === undefined) return this.#put(question);
    this.#put({ ...question, enableWhen: { linkId: condition.linkId, equals: condition.equals } });
  }

  #putOptions(options: AnswerOption[]): void {
    this.#put({ ...this.question, options });
  }

  #put(question: QuestionnaireItem): void {
    this.dispatchEvent(new CustomEvent<QuestionnaireItem>('question-changed', { detail: question }));
  }
}

interface Condition {
  readonly key: string;
  readonly linkId: string;
  readonly text: LocalisedText;
  readonly equals: boolean | string;
  /** In the page's language of when it is drawn. */
  readonly answer: () => string;
}

/** What of an earlier question can be waited for: yes or no, or one of its answers. */
function conditionsOn({ linkId, text, type, options = [] }: QuestionnaireItem): readonly Condition[] {
  const on = (equals: boolean | string, answer: () => string) => ({
    key: `${linkId}=${String(equals)}`,
    linkId,
    text,
    equals,
    answer,
  });
  if (type === 'boolean') return [on(true, () => t('set-up.yes')), on(false, () => t('set-up.no'))];
  return type === 'choice' ? options.map((option) => on(option.value, () => localised(option.text))) : [];
}

function toggledScreening({ screening, ...option }: AnswerOption): AnswerOption {
  return screening === undefined ? { ...option, screening: { sendTo: { en: '' }, instructions: [] } } : option;
}

function toggled<T>(list: readonly T[], one: T): T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}

declare global {
  interface HTMLElementTagNameMap {
    'edit-question': EditQuestion;
  }
  interface HTMLElementEventMap {
    'question-changed': CustomEvent<QuestionnaireItem>;
  }
}
