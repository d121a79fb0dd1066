// One visit of several steps: its name, what begins it, its way drawn, and its steps in their order, one of them open.
// What is changed counts at once. Fires `close`.

import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { mostJourneySteps } from '@foyer/contracts/journey-limits.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { beginnings, movedStep, newStep, withoutStep, type Journey, type Step } from '../../data/set-up/journeys.ts';
import { t } from '../../strings/strings.ts';
import './edit-journey-step.ts';
import './journey-path.ts';
import { EditDialog } from './edit-dialog.ts';
import { partStyles } from './set-up-part.ts';
import './set-up-rows.ts';
import type { Row, RowMove } from './set-up-rows.ts';
import './texts-field.ts';

@customElement('edit-journey-dialog')
export class EditJourneyDialog extends EditDialog {
  static override styles = [
    shared,
    staffStyles,
    partStyles,
    css`
      staff-dialog {
        --dialog-width: 960px;
      }
      .back {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 16px;
      }
    `,
  ];

  protected override readonly list = 'journeys';
  /** The step that is open. */
  @state() private open: string | undefined;
  /** What was taken away last, and how it was with it. */
  @state() private takenAway: { readonly name: string; readonly before: Journey } | undefined;

  override render() {
    const journey = this.document.journeys[this.index];
    if (journey === undefined) return nothing;
    const at = this.#at(journey, this.open ?? '');
    return html`<staff-dialog heading=${at === -1 ? t('set-up.journey') : t('set-up.step', { number: at + 1 })}>
      ${at === -1 ? this.#journey(journey) : this.#step(journey, at)}
      ${
        at === -1
          ? this.doneAct()
          : html`<foyer-button slot="acts" kind="strong" @click=${() => (this.open = undefined)}
              >${t('set-up.step-done')}</foyer-button
            >`
      }
    </staff-dialog>`;
  }

  #journey(journey: Journey) {
    const { steps } = journey;
    const { languages, services } = this.document;
    const { path } = this;
    return html`<texts-field
        label=${t('set-up.journey-name')}
        .texts=${journey.name}
        .languages=${languages}
        fault=${this.faultOf('name')}
        @texts-changed=${({ detail }: CustomEvent<Journey['name']>) => this.#put({ ...journey, name: detail })}
      ></texts-field>
      ${this.#startsWith(journey)}
      <journey-path .steps=${steps} .services=${services}></journey-path>
      <b>${t('set-up.steps')}</b>
      ${this.isJudged ? this.said(`${path}/steps`, 'steps-fault') : nothing}
      ${this.takenAway ? this.#back(this.takenAway) : nothing}
      <set-up-rows
        label=${t('set-up.steps')}
        add=${t('set-up.step-add')}
        .rows=${steps.map((step, at) => this.#row(journey, step, at))}
        ?full=${steps.length >= mostJourneySteps || services.length === 0}
        @row-add=${() => this.#add(journey)}
        @row-change=${({ detail }: CustomEvent<string>) => (this.open = detail)}
        @row-move=${({ detail: { id, by } }: CustomEvent<RowMove>) => this.#put({ ...journey, steps: movedStep(steps, this.#at(journey, id), by) })}
        @row-remove=${({ detail }: CustomEvent<string>) => this.#remove(journey, detail)}
      ></set-up-rows>`;
  }

  #startsWith(journey: Journey) {
    const { startsWith } = journey;
    const begins = beginnings(journey);
    const offered = startsWith === undefined || begins.includes(startsWith) ? begins : [...begins, startsWith];
    const fault = this.faultAt(`${this.path}/startsWith`);
    return html`<div class="box">
      <label class="field"
        ><span>${t('set-up.journey-starts')}</span>
        <select
          aria-invalid=${fault ? 'true' : 'false'}
          aria-describedby="starts-fault"
          @change=${(event: Event) => this.#start(journey, offered[(event.target as HTMLSelectElement).selectedIndex - 1])}
        >
          <option ?selected=${startsWith === undefined}>${t('set-up.journey-by-staff')}</option>
          ${offered.map((id) => html`<option ?selected=${id === startsWith}>${t('set-up.journey-by-number', { service: this.#nameOf(id) })}</option>`)}
        </select></label
      >
      ${fault ? html`<span class="fault" id="starts-fault">${fault}</span>` : nothing}
    </div>`;
  }

  #back({ name, before }: { readonly name: string; readonly before: Journey }) {
    return html`<p class="note back" role="status">
      ${t('set-up.taken-away', { name })}
      <button type="button" class="link" @click=${() => this.#put(before)}>
        <foyer-icon name="undo"></foyer-icon>${t('set-up.put-back')}
      </button>
    </p>`;
  }

  #row({ steps }: Journey, { id, serviceId, after, optional, whenReady }: Step, at: number): Row {
    const before = steps.filter((other) => after.includes(other.id)).map((other) => this.#nameOf(other.serviceId));
    const words = [
      before.length === 0
        ? t('set-up.step-first')
        : t('set-up.step-follows', { steps: new Intl.ListFormat(document.documentElement.lang).format(before) }),
      ...(optional ? [t('set-up.step-optional')] : []),
      ...(whenReady ? [t('set-up.step-when-ready')] : []),
    ];
    const fault = this.faultIn(`${this.path}/steps/${at}`);
    return { id, sign: String(at + 1), name: this.#nameOf(serviceId), lines: words.join(' · '), fault };
  }

  #step(journey: Journey, at: number) {
    const within = `${this.path}/steps/${at}`;
    const faults = this.faults
      .filter(({ path }) => path.startsWith(`${within}/`))
      .map(({ path, code }) => ({ path: path.slice(within.length), code }));
    return html`<edit-journey-step
      .step=${journey.steps[at]}
      .steps=${journey.steps}
      .services=${this.document.services}
      .faults=${faults}
      @step-changed=${({ detail }: CustomEvent<Step>) => this.#put({ ...journey, steps: journey.steps.with(at, detail) })}
    ></edit-journey-step>`;
  }

  #nameOf(serviceId: string): string {
    const service = this.document.services.find(({ id }) => id === serviceId);
    return service ? localised(service.name) || t('set-up.nameless') : t('set-up.step-of-nothing');
  }

  #at({ steps }: Journey, id: string): number {
    return steps.findIndex((step) => step.id === id);
  }

  #add(journey: Journey): void {
    const step = newStep(journey.steps, nextService(journey, this.document.services));
    this.#put({ ...journey, steps: [...journey.steps, step] });
    this.open = step.id;
  }

  #remove(journey: Journey, id: string): void {
    const name = this.#nameOf(journey.steps[this.#at(journey, id)]?.serviceId ?? '');
    this.#put({ ...journey, steps: withoutStep(journey.steps, id) }, `/without/${id}`);
    this.takenAway = { name, before: journey };
  }

  #start({ startsWith: _before, ...journey }: Journey, startsWith: string | undefined): void {
    this.#put(startsWith === undefined ? journey : { ...journey, startsWith });
  }

  #put(journey: Journey, step = ''): void {
    this.takenAway = undefined;
    const { journeys } = this.document;
    this.change({ journeys: journeys.with(this.index, journey) }, `journey/${journey.id}${step}`);
  }
}

/** The first that has no step yet. */
function nextService({ steps }: Journey, services: readonly { readonly id: string }[]): string {
  const free = services.find(({ id }) => steps.every(({ serviceId }) => serviceId !== id));
  return (free ?? services[0])?.id ?? '';
}

declare global {
  interface HTMLElementTagNameMap {
    'edit-journey-dialog': EditJourneyDialog;
  }
}
