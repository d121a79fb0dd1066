import type { AnswerValue } from '@foyer/contracts/forms.ts';
import { mostChoices } from '@foyer/contracts/form-limits.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import { readyForHan } from '@foyer/ui-kit/language/han.ts';
import { language, localised } from '@foyer/ui-kit/language/language.ts';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../components/kiosk-date.ts';
import '../../components/kiosk-field.ts';
import '../../components/kiosk-keyboard.ts';
import '../../components/kiosk-keypad.ts';
import '../../components/kiosk-words.ts';
import { KioskPage } from '../../components/kiosk-page.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { lying, tight } from '../../components/panel.ts';
import { withAnswer } from '../../session/filling.ts';
import { t } from '../../strings/strings.ts';
import { askAtDesk, inStoreys, progress, progressText } from './form-parts.ts';
import { formStyles } from './form-styles.ts';
import { answerOf, typed, withDigit } from './typed-answer.ts';

/** Longer questions are drawn smaller, so that the answers stay in reach. */
const LONG_QUESTION = 60;

/** One question of a questionnaire: two to four doors, or what is typed. */
@customElement('question-page')
export class QuestionPage extends KioskPage<'question'> {
  static override styles = [
    shared,
    pageStyles,
    formStyles,
    css`
      .field,
      kiosk-date {
        margin-top: 32px;
      }
      kiosk-keypad {
        --key-height: min(112px, calc((var(--act-height) - 320px) / 4));
      }
      kiosk-keyboard {
        --key-height: min(104px, calc((var(--act-height) - 340px) / 4));
      }
      @container ${lying} {
        :host {
          grid-template-columns: minmax(0, 760fr) minmax(0, 952fr);
        }
      }
      @container ${tight} {
        .field,
        kiosk-date {
          margin-top: 16px;
        }
        .typing .ways {
          order: 1;
        }
        kiosk-keypad {
          --key-height: 136px;
        }
        kiosk-keyboard {
          --key-height: 112px;
        }
      }
    `,
    tightStyles,
  ];

  @state() private text = '';
  @state() private from = 0;

  override spoken(): string {
    const answers = this.#choices().map(({ words }) => `${words}.`);
    return [progressText(this.screen), this.#question, ...answers, `${t('forms.desk')}: ${t('forms.deskWhat')}.`].join(
      '. ',
    );
  }

  override render() {
    const { type, required } = this.screen.item;
    const isTyped = type !== 'boolean' && type !== 'choice';
    readyForHan(this.#question);
    return html`<section class="ask ${isTyped ? 'typed' : ''}">
        ${progress(this.screen)}
        <h1 class=${this.#question.length > LONG_QUESTION ? 'long' : ''}>${this.#question}</h1>
        ${isTyped ? this.#field() : nothing}
      </section>
      <section class="act ${isTyped ? 'typing' : ''}">
        <div class="ways">
          ${askAtDesk(() => this.ask({ act: 'leave-forms', filling: this.screen.filling }))}
          ${
            required
              ? nothing
              : html`<foyer-button class="wide" icon="forward" @click=${() => this.#answer()}>
                  ${t('forms.leaveOut')}
                </foyer-button>`
          }
        </div>
        ${isTyped ? this.#keys() : this.#doors()}
      </section>`;
  }

  get #question(): string {
    return localised(this.screen.item.text);
  }

  #choices(): { readonly value: AnswerValue; readonly words: string }[] {
    const { type, options = [] } = this.screen.item;
    if (type === 'choice') return options.map(({ value, text }) => ({ value, words: localised(text) }));
    if (type !== 'boolean') return [];
    return [
      { value: true, words: t('forms.yes') },
      { value: false, words: t('forms.no') },
    ];
  }

  #doors() {
    const choices = this.#choices();
    const all = choices.length <= mostChoices;
    const shownNow = all ? choices : choices.slice(this.from, this.from + mostChoices - 1);
    for (const { words } of shownNow) readyForHan(words);
    const doors = shownNow.map(({ value, words }) => this.#door(words, () => this.#answer(value)));
    if (!all) doors.push(this.#door(t('forms.more'), () => this.#turn(choices.length)));
    return inStoreys(doors);
  }

  #door(words: string, press: () => void) {
    return html`<foyer-door action fill state="open" @click=${press}
      ><kiosk-words class="door-title">${words}</kiosk-words></foyer-door
    >`;
  }

  #turn(count: number): void {
    const next = this.from + mostChoices - 1;
    this.from = next < count ? next : 0;
  }

  #field() {
    const { type } = this.screen.item;
    if (type === 'date') return html`<kiosk-date .digits=${this.text}></kiosk-date>`;
    return html`<kiosk-field
      class="field"
      ?digits=${type === 'integer'}
      .value=${this.text}
      .label=${this.#question}
      @kiosk-typed=${(event: CustomEvent<string>) => (this.text = typed(type, event.detail))}
      @kiosk-next=${() => this.#send()}
    ></kiosk-field>`;
  }

  #keys() {
    const { type } = this.screen.item;
    const ready = answerOf(type, this.text) !== undefined;
    if (type === 'text')
      return html`<kiosk-keyboard
        .large=${this.larger > 1}
        .value=${this.text}
        .start=${language.code === 'ar' ? 'arabic' : 'latin'}
        .ready=${ready}
        @kiosk-typed=${(event: CustomEvent<string>) => (this.text = typed(type, event.detail))}
        @kiosk-next=${() => this.#send()}
      ></kiosk-keyboard>`;
    return html`<kiosk-keypad
      .ready=${ready}
      @kiosk-digit=${(event: CustomEvent<string>) => (this.text = withDigit(type, this.text, event.detail))}
      @kiosk-delete=${() => (this.text = this.text.slice(0, -1))}
      @kiosk-next=${() => this.#send()}
    ></kiosk-keypad>`;
  }

  #send(): void {
    const answer = answerOf(this.screen.item.type, this.text);
    if (answer !== undefined) this.#answer(answer);
  }

  /** Without a value the question is passed over. */
  #answer(value?: AnswerValue): void {
    const { filling, form, item } = this.screen;
    this.ask({ act: 'say', filling: withAnswer(filling, form, item, value) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'question-page': QuestionPage;
  }
}
