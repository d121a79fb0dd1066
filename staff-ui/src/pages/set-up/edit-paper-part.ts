// What can be set of one part of a template. Fires `paper-part-changed` with the part as it is then.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Language, LocalisedText } from '@foyer/contracts/languages.ts';
import { codeSizes, lineSides, lineSizes, logoMm, ruleWeights, spaceMm } from '@foyer/contracts/paper-limits.ts';
import type { PaperKind, TemplatePart } from '@foyer/contracts/paper-template.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { Languages } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { paperFields, staffPapers, type PaperField } from '../../data/set-up/paper.ts';
import { t } from '../../strings/strings.ts';
import './millimetre-field.ts';
import './paper-logo-choice.ts';
import './texts-field.ts';

export interface PaperPartChange {
  readonly part: TemplatePart;
  /** Typing on in one field is one step back. */
  readonly field: string;
}

type PartOf<Kind extends TemplatePart['part']> = Extract<TemplatePart, { part: Kind }>;
interface Choice<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly chosen: Value;
  readonly wordOf: (value: Value) => string;
  readonly changed: (value: Value) => TemplatePart;
}

@customElement('edit-paper-part')
export class EditPaperPart extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 12px 20px;
        align-items: end;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .group {
        display: grid;
        gap: 4px;
      }
      .whole {
        flex: 1 0 100%;
      }
      .fault {
        flex: 1 0 100%;
        color: var(--alert);
        font-weight: 700;
      }
      .field select {
        max-width: 100%;
      }
    `,
  ];

  @property({ attribute: false }) edited!: TemplatePart;
  @property() kind: PaperKind = 'ticket';
  /** The clinic's. */
  @property({ attribute: false }) languages: readonly Language[] = ['en'];
  /** In words; empty: none. */
  @property() fault = '';
  @property({ type: Boolean }) bringing = false;

  override render() {
    const { edited: part } = this;
    switch (part.part) {
      case 'field':
        return html`${this.#which(part)}${this.#beside(part)}${this.#look(part)}${this.#said()}`;
      case 'text':
        return html`${this.#words(part)}${this.#spoken(part)}${this.#look(part)}`;
      case 'logo':
        return html`<paper-logo-choice class="whole" ?bringing=${this.bringing}></paper-logo-choice>
          ${this.#measure('set-up.paper-width', part.widthMm, logoMm, (widthMm) => ({ ...part, widthMm }))}
          ${this.#side(part)}${this.#said()}`;
      case 'space':
        return this.#measure('set-up.paper-height', part.heightMm, spaceMm, (heightMm) => ({ ...part, heightMm }));
      case 'rule':
        return this.#choice({
          label: t('set-up.paper-weight'),
          values: ruleWeights,
          chosen: part.weight,
          wordOf: (weight) => t(`set-up.paper-weight-${weight}`),
          changed: (weight) => ({ ...part, weight }),
        });
      case 'code':
        return this.#choice({
          label: t('set-up.paper-code-size'),
          values: codeSizes,
          chosen: part.size ?? 'medium',
          wordOf: (size) => t(`set-up.paper-code-${size}`),
          changed: (size) => ({ ...part, size }),
        });
      default:
        return html`<p class="small muted whole">${t('set-up.paper-nothing-to-set')}</p>
          ${this.#said()}`;
    }
  }

  #which(part: PartOf<'field'>) {
    return html`<label class="field"
      ><span>${t('set-up.paper-which-field')}</span>
      <select @change=${(event: Event) => this.#say({ ...part, field: valueOf(event) } as TemplatePart, 'field')}>
        ${this.#options(part.field)}
      </select></label
    >`;
  }

  #beside({ beside, ...part }: PartOf<'field'>) {
    const change = (event: Event) => {
      const chosen = valueOf(event);
      this.#say((chosen === '' ? part : { ...part, beside: chosen }) as TemplatePart, 'beside');
    };
    return html`<label class="field"
      ><span>${t('set-up.paper-beside')}</span>
      <select @change=${change}>
        <option value="" ?selected=${beside === undefined}>${t('set-up.paper-nothing')}</option>
        ${this.#options(beside)}
      </select></label
    >`;
  }

  #options(chosen: PaperField | undefined) {
    return paperFields[this.kind].map(
      (field) =>
        html`<option value=${field} ?selected=${field === chosen}>${t(`set-up.paper-field-${field}`)}</option>`,
    );
  }

  #words(part: PartOf<'text'>) {
    return html`<texts-field
      class="whole"
      label=${t('set-up.paper-words')}
      .texts=${part.text}
      .languages=${this.languages}
      fault=${this.fault}
      @texts-changed=${({ detail }: CustomEvent<LocalisedText>) => this.#say({ ...part, text: detail }, 'text')}
    ></texts-field>`;
  }

  /** In the language of the paper, the patient's or the clinic's first, or in some of the clinic's one below the other. */
  #spoken({ languages, ...part }: PartOf<'text'>) {
    if (this.languages.length === 1) return nothing;
    const toggle = (language: Language) => {
      const chosen = this.languages.filter((one) => (languages?.includes(one) ?? false) !== (one === language));
      this.#say(chosen.length === 0 ? part : { ...part, languages: chosen }, 'languages');
    };
    return html`<div class="group whole">
      <b id="spoken">${t('set-up.paper-languages')}</b>
      <div class="choices" role="group" aria-labelledby="spoken">
        <foyer-button toggle ?on=${languages === undefined} @click=${() => this.#say(part, 'languages')}
          >${t(staffPapers.has(this.kind) ? 'set-up.paper-papers' : 'set-up.paper-patients')}</foyer-button
        >
        ${this.languages.map((one) => html`<foyer-button toggle lang=${one} ?on=${languages?.includes(one) ?? false} @click=${() => toggle(one)}>${Languages[one].name}</foyer-button>`)}
      </div>
    </div>`;
  }

  #look(part: PartOf<'field'> | PartOf<'text'>) {
    const { size = 'normal', bold = false } = part;
    return html`${this.#choice({
        label: t('set-up.paper-size'),
        values: lineSizes,
        chosen: size,
        wordOf: (one) => t(`set-up.paper-size-${one}`),
        changed: (one) => ({ ...part, size: one }),
      })}
      ${this.#side(part)}
      <foyer-button toggle ?on=${bold} @click=${() => this.#say({ ...part, bold: !bold }, 'bold')}
        >${t('set-up.paper-bold')}</foyer-button
      >`;
  }

  #side(part: PartOf<'field'> | PartOf<'text'> | PartOf<'logo'>) {
    if (part.part === 'field' && part.beside !== undefined) return nothing;
    return this.#choice({
      label: t('set-up.paper-align'),
      values: lineSides,
      chosen: part.align ?? 'start',
      wordOf: (side) => t(`set-up.paper-align-${side}`),
      changed: (align) => ({ ...part, align }),
    });
  }

  #choice<Value extends string>({ label, values, chosen, wordOf, changed }: Choice<Value>) {
    return html`<label class="field"
      ><span>${label}</span>
      <select @change=${(event: Event) => this.#say(changed(valueOf(event) as Value), label)}>
        ${values.map((value) => html`<option value=${value} ?selected=${value === chosen}>${wordOf(value)}</option>`)}
      </select></label
    >`;
  }

  #measure(
    label: 'set-up.paper-width' | 'set-up.paper-height',
    value: number,
    { least, most }: { readonly least: number; readonly most: number },
    changed: (millimetres: number) => TemplatePart,
  ) {
    return html`<millimetre-field
      label=${t(label)}
      .value=${value}
      least=${least}
      most=${most}
      fault=${this.fault}
      @number-changed=${({ detail }: CustomEvent<number | null>) => this.#say(changed(detail ?? -1), label)}
    ></millimetre-field>`;
  }

  #said() {
    return this.fault ? html`<p class="fault">${this.fault}</p>` : nothing;
  }

  #say(part: TemplatePart, field: string): void {
    const detail: PaperPartChange = { part, field };
    this.dispatchEvent(new CustomEvent('paper-part-changed', { detail, bubbles: true, composed: true }));
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLSelectElement).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'edit-paper-part': EditPaperPart;
  }
  interface HTMLElementEventMap {
    'paper-part-changed': CustomEvent<PaperPartChange>;
  }
}
