import type { PatientDetails } from '@foyer/contracts/patient.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import { language } from '@foyer/ui-kit/language/language.ts';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../components/kiosk-date.ts';
import '../../components/kiosk-field.ts';
import '../../components/kiosk-keyboard.ts';
import '../../components/kiosk-keypad.ts';
import { KioskPage } from '../../components/kiosk-page.ts';
import '../../components/kiosk-words.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { lying, tight } from '../../components/panel.ts';
import { addDigit, birthDateOf, readDigits, removeDigit } from '../../session/typed-date.ts';
import { nameCase } from '../../session/typed-name.ts';
import { t } from '../../strings/strings.ts';

const FIELDS = ['family', 'given', 'birthDate', 'gender', 'phone'] as const;
type Field = (typeof FIELDS)[number];
type Typed = Partial<Record<Field, string>>;

/** A new patient, in at most five fields, each of which may be skipped: the number is never withheld. */
@customElement('register-page')
export class RegisterPage extends KioskPage<'register'> {
  static override styles = [
    shared,
    pageStyles,
    css`
      .count b {
        color: var(--text);
      }
      .field {
        display: block;
        margin-top: 32px;
      }
      .act {
        display: grid;
        gap: 16px;
      }
      .wide {
        --button-height: min(96px, max(76px, calc(var(--act-height) * 0.12)));
      }
      .spelling {
        font-size: calc(30px * var(--text-scale));
        line-height: 1.6;
        color: var(--muted);
        margin-bottom: 8px;
        display: var(--roomy, block);
      }
      kiosk-keyboard {
        --key-height: clamp(64px, calc((var(--act-height) - 290px) / 4), 112px);
      }
      kiosk-keypad {
        --key-height: min(120px, calc((var(--act-height) - 190px) / 4));
        margin-top: 24px;
      }
      .doors {
        margin-top: 24px;
      }
      .doors foyer-door {
        min-height: min(480px, calc(var(--act-height) - 140px));
      }
      :host(:lang(ar)) .field {
        margin-top: 16px;
      }
      @container ${lying} {
        :host {
          grid-template-columns: minmax(0, 760fr) minmax(0, 952fr);
        }
        .spelling {
          display: none;
        }
        h1 {
          font-size: calc(60px * var(--text-scale));
        }
        kiosk-keypad,
        .doors {
          margin-top: 0;
        }
      }
      @container ${tight} {
        .spelling {
          display: none;
        }
        .field {
          margin-top: 16px;
        }
        .wide {
          order: 1;
        }
        kiosk-keypad {
          --key-height: 136px;
        }
        kiosk-keyboard {
          --key-height: 112px;
        }
        .doors foyer-door {
          min-height: 0;
        }
      }
    `,
    tightStyles,
  ];

  @state() private step = 0;
  @state() private typed: Typed = {};

  override spoken(): string {
    return [
      this.#question(),
      this.#count(),
      t('register.promise'),
      `${t('register.skip')}: ${t('register.skipWhat')}.`,
    ].join(' ');
  }

  override render() {
    return html`<section class="ask ${this.#current === 'gender' ? '' : 'typed'}">
        <h1><kiosk-words>${this.#question()}</kiosk-words></h1>
        <p class="sub count"><b>${this.#count()}</b> ${t('register.promise')}</p>
        ${this.#field()}
      </section>
      <section class="act">
        ${
          this.step === 0
            ? html`<foyer-button
                class="wide"
                icon="document"
                @click=${() => this.go({ page: 'scan', what: 'document' })}
              >
                ${t('register.scan')}<span class="end"><foyer-icon name="forward" stroke="2.5"></foyer-icon></span>
              </foyer-button>`
            : nothing
        }
        <foyer-button class="wide" @click=${() => this.#next(undefined)}>
          ${t('register.skip')}
          <span class="end">${t('register.skipWhat')}<foyer-icon name="forward" stroke="2.5"></foyer-icon></span>
        </foyer-button>
        ${this.#keys()}
      </section>`;
  }

  #field() {
    const field = this.#current;
    const value = this.typed[field] ?? '';
    if (field === 'gender') return nothing;
    if (field === 'birthDate') {
      return html`<kiosk-date
        class="field"
        .digits=${value}
        .doubtful=${readDigits(value).full && !this.#birthDate()}
      ></kiosk-date>`;
    }
    return html`<kiosk-field
      class="field"
      ?digits=${field === 'phone'}
      .value=${value}
      .label=${this.#question()}
      @kiosk-typed=${(event: CustomEvent<string>) => this.#type(field === 'phone' ? phoneOf(event.detail) : nameCase(event.detail))}
      @kiosk-next=${() => this.#next(value)}
    ></kiosk-field>`;
  }

  #keys() {
    const field = this.#current;
    const value = this.typed[field] ?? '';
    switch (field) {
      case 'family':
      case 'given':
        return html`<p class="spelling">${t('register.spelling')}</p>
          <kiosk-keyboard
            .large=${this.larger > 1}
            .value=${value}
            .start=${language.code === 'ar' ? 'arabic' : 'latin'}
            .ready=${value.trim() !== ''}
            @kiosk-typed=${(event: CustomEvent<string>) => this.#type(nameCase(event.detail))}
            @kiosk-next=${() => this.#next(value)}
          ></kiosk-keyboard>`;
      case 'gender':
        return html`<nav class="doors">
          ${(['female', 'male', 'other'] as const).map(
            (gender) =>
              html`<foyer-door action @click=${() => this.#next(gender)}>
                <kiosk-words class="door-title"
                  >${t(gender === 'other' ? 'register.otherGender' : `register.${gender}`)}</kiosk-words
                >
              </foyer-door>`,
          )}
        </nav>`;
      case 'birthDate':
      case 'phone': {
        const ready = field === 'phone' ? value.length >= 5 : this.#birthDate() !== undefined;
        const add =
          field === 'phone' ? (digit: string) => phoneOf(value + digit) : (digit: string) => addDigit(value, digit);
        return html`<kiosk-keypad
          .ready=${ready}
          @kiosk-digit=${(event: CustomEvent<string>) => this.#type(add(event.detail))}
          @kiosk-delete=${() => this.#type(removeDigit(value))}
          @kiosk-next=${() => this.#next(value)}
        ></kiosk-keypad>`;
      }
    }
  }

  get #current(): Field {
    return FIELDS[this.step]!;
  }

  #question(): string {
    return t(`register.${this.#current}`);
  }

  #count(): string {
    return t('register.count', { number: this.step + 1, total: FIELDS.length });
  }

  #birthDate(): string | undefined {
    return birthDateOf(this.typed.birthDate ?? '', this.view?.clinic.businessDay ?? '9999-12-31');
  }

  #type(value: string): void {
    this.typed = { ...this.typed, [this.#current]: value };
  }

  #next(value: string | undefined): void {
    const { [this.#current]: _skipped, ...others } = this.typed;
    this.typed = value === undefined ? others : { ...this.typed, [this.#current]: value };
    if (this.step < FIELDS.length - 1) {
      this.step += 1;
      return;
    }
    const patient = this.#patient();
    // Nothing said, nothing to register: the number comes as it does for everybody.
    if (Object.keys(patient).length === 0) this.go({ page: 'services' });
    else this.ask({ act: 'register', patient: { ...patient, language: language.code } });
  }

  #patient(): PatientDetails {
    const { family, given, gender, phone } = this.typed;
    const name = {
      ...(family?.trim() ? { family: family.trim() } : {}),
      ...(given?.trim() ? { given: given.trim() } : {}),
    };
    const birthDate = this.#birthDate();
    return {
      ...(Object.keys(name).length > 0 ? { name } : {}),
      ...(birthDate ? { birthDate } : {}),
      ...(gender ? { gender: gender as 'female' | 'male' | 'other' } : {}),
      ...(phone && phone.length >= 5 ? { phone } : {}),
    };
  }
}

function phoneOf(typed: string): string {
  return typed.replace(/\D/g, '').slice(0, 15);
}

declare global {
  interface HTMLElementTagNameMap {
    'register-page': RegisterPage;
  }
}
