// A table of appointments from elsewhere: brought as a file or pasted, looked at with everything that is wrong in it,
// then taken over. The edge reads it; what it cannot know it asks here.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { ColumnChoice, ImportAnswer, ImportRequest } from '@foyer/contracts/appointment-import.ts';
import { dateOrders, mostImportBytes, tableFields, type TableField } from '@foyer/contracts/appointment-table.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { refusedIn } from '../../data/refusals.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';
import './table-rows.ts';

type Source = Pick<ImportRequest, 'base64' | 'text'>;
type Choices = Pick<ImportRequest, 'columns' | 'dateOrder' | 'serviceId'>;
/** What else a request holds. */
const ROOM_BESIDE = 8 * 1024;

@customElement('appointment-table')
export class AppointmentTable extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 16px;
      }
      textarea {
        min-height: 8rem;
        font-family: ui-monospace, monospace;
        font-size: 0.9375rem;
        white-space: pre;
      }
      .question {
        display: grid;
        gap: 8px;
        padding: 12px 16px;
        border: 2px solid var(--text);
        border-radius: var(--r1);
        background: var(--raised);
      }
      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 11rem), 1fr));
        gap: 8px 16px;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      /* On the floor, however long the table is. */
      foyer-door {
        position: sticky;
        bottom: 0;
        min-height: 8rem;
        margin-top: auto;
        --handle: 24px;
        --handle-y: 3.25rem;
        --door-padding: 16px 28px 20px;
      }
      .act {
        font-size: 2.25rem;
        line-height: 1.2;
        font-weight: 700;
      }
      .lines {
        margin-top: auto;
        padding-top: 8px;
        padding-inline-end: 44px;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @state() private pasted = '';
  @state() private source: Source | undefined;
  @state() private choices: Choices = {};
  @state() private answer: ImportAnswer | undefined;
  @state() private reading = false;
  @state() private refused = '';
  @query('input[name=file]') private readonly file!: HTMLInputElement;
  /** The same through every repetition, so that nothing is taken over twice. */
  #commandId = '';

  override render() {
    const { answer } = this;
    return html`${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      <p role="status">${this.#said(answer)}</p>
      ${answer ? this.#looked(answer) : this.#bring()}`;
  }

  #said(answer: ImportAnswer | undefined) {
    if (this.reading) return t('appointments.looking');
    if (answer?.added !== undefined)
      return html`<b class="serving">${t('appointments.imported', { count: answer.added })}</b>`;
    return answer ? nothing : t('appointments.import-what');
  }

  #bring() {
    return html`<div>
        <foyer-button icon="document" ?disabled=${this.reading} @click=${() => this.file.click()}
          >${t('appointments.choose-file')}</foyer-button
        >
        <input
          name="file"
          type="file"
          hidden
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          @change=${(event: Event) => void this.#chose(event.target as HTMLInputElement)}
        />
      </div>
      <label class="field"
        ><span>${t('appointments.or-paste')}</span>
        <textarea
          name="pasted"
          spellcheck="false"
          .value=${this.pasted}
          @input=${(event: Event) => (this.pasted = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </label>
      <div>
        <foyer-button
          kind="strong"
          ?disabled=${this.pasted.trim() === '' || this.reading}
          @click=${() => void this.#look({ text: this.pasted })}
          >${t('appointments.look')}</foyer-button
        >
      </div>`;
  }

  #looked(answer: ImportAnswer) {
    if (answer.added !== undefined) return this.#rowsOf(answer);
    const ready = answer.asks.length === 0 && answer.good > 0 && !this.reading;
    return html`${this.#questions(answer)} ${answer.asks.length > 0 ? nothing : this.#rowsOf(answer)}
      <foyer-door
        action
        fill
        state=${ready ? 'lit' : 'hollow'}
        ?disabled=${!ready}
        @click=${() => ready && void this.#ask(true)}
      >
        <span class="act">${t('appointments.do-import')}</span
        ><span class="lines"
          >${t(answer.asks.length > 0 ? 'appointments.do-import-needs' : 'appointments.do-import-what')}</span
        >
      </foyer-door>`;
  }

  #rowsOf(answer: ImportAnswer) {
    return html`<table-rows .frame=${this.frame} .answer=${answer}></table-rows>
      <div>
        <foyer-button @click=${() => this.#anew()}>${t('appointments.another')}</foyer-button>
      </div>`;
  }

  /** Until all of them are answered nothing is read by halves. */
  #questions({ asks, columns, dateOrder }: ImportAnswer) {
    const { services } = this.frame.view;
    const { serviceId } = this.choices;
    return html`${
      asks.includes('columns') || this.choices.columns
        ? html`<div class="question">
            <h3>${t('appointments.heads')}</h3>
            <div class="columns">
              ${columns.map(
                ({ head, field }, column) =>
                  html`<label class="field"
                    ><span>${head || String(column + 1)}</span>
                    <select
                      name="column-${column}"
                      @change=${(event: Event) => this.#chooseField(column, (event.target as HTMLSelectElement).value)}
                    >
                      <option value="">${t('appointments.not-needed')}</option>
                      ${tableFields.map((one) => html`<option value=${one} ?selected=${one === field}>${t(`appointments.field-${one}`)}</option>`)}
                    </select></label
                  >`,
              )}
            </div>
          </div>`
        : nothing
    }
    ${
      asks.includes('date-order') || this.choices.dateOrder
        ? html`<div class="question" role="group" aria-labelledby="order">
            <h3 id="order">${t('appointments.ask-date-order')}</h3>
            <div class="choices">
              ${dateOrders.map((order) => html`<foyer-button toggle ?on=${dateOrder === order} @click=${() => this.#choose({ dateOrder: order })}>${t(`appointments.${order}`)}</foyer-button>`)}
            </div>
          </div>`
        : nothing
    }
    ${
      asks.includes('service') || serviceId
        ? html`<div class="question" role="group" aria-labelledby="service">
            <h3 id="service">${t('appointments.ask-service')}</h3>
            <div class="choices">
              ${Object.values(services).map(({ id, name }) => html`<foyer-button toggle ?on=${id === serviceId} @click=${() => this.#choose({ serviceId: id })}>${localised(name)}</foyer-button>`)}
            </div>
          </div>`
        : nothing
    }`;
  }

  /** What the heads said counts until somebody says otherwise of one of them; then all that stands there does. */
  #chooseField(column: number, chosen: string): void {
    const field = tableFields.find((one) => one === chosen);
    const before = (this.answer?.columns ?? []).flatMap((one, at): ColumnChoice[] =>
      one.field === undefined || at === column || one.field === field ? [] : [{ column: at, field: one.field }],
    );
    this.#choose({
      columns: [...before, ...(field === undefined ? [] : [{ column, field: field satisfies TableField }])],
    });
  }

  #choose(choices: Choices): void {
    this.choices = { ...this.choices, ...choices };
    void this.#ask(false);
  }

  async #chose(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    // The same file chosen again is another one: it was put right meanwhile.
    input.value = '';
    if (!file) return;
    // In base64 it is a third longer; a million rows are not even read.
    if ((file.size * 4) / 3 > mostImportBytes - ROOM_BESIDE) {
      this.refused = refusalText('too-many-rows', {});
      return;
    }
    await this.#look({ base64: await base64Of(file) });
  }

  async #look(source: Source): Promise<void> {
    this.source = source;
    this.choices = {};
    await this.#ask(false);
  }

  async #ask(commit: boolean): Promise<void> {
    const { source, choices, frame } = this;
    if (!source) return;
    if (!commit || this.#commandId === '') {
      this.#commandId = uuidV7(frame.session.now(), crypto.getRandomValues(new Uint8Array(10)));
    }
    this.reading = true;
    this.refused = '';
    const request: ImportRequest = { commandId: this.#commandId, ...source, ...choices, commit };
    const answered = await frame.api.importAppointments(request, frame.session.token);
    if (this.source !== source) return;
    this.reading = false;
    const refused = refusedIn(answered);
    if (refused) this.refused = refusalText(refused.code, refused.facts);
    else if (answered.ok) this.answer = answered.value;
  }

  #anew(): void {
    this.source = undefined;
    this.answer = undefined;
    this.choices = {};
    this.pasted = '';
    this.refused = '';
  }
}

/** The file as it is: the edge knows letters better. */
function base64Of(file: File): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve((reader.result as string).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('the file cannot be read'));
    reader.readAsDataURL(file);
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'appointment-table': AppointmentTable;
  }
}
