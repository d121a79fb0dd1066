// What a person needs, each as sign and word. A language is a need where it is not the one that the clinic speaks first.

import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Language } from '@foyer/contracts/languages.ts';
import type { Need } from '@foyer/contracts/ticket-state.ts';
import type { InterpreterView } from '@foyer/contracts/clinic-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import type { IconName } from '@foyer/ui-kit/elements/icons.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { t } from '../strings/strings.ts';

const signs: Readonly<Record<Need, IconName>> = {
  hearing: 'hearing',
  sight: 'sight',
  mobility: 'mobility',
  interpreter: 'speech',
  companion: 'people',
  infant: 'infant',
  isolate: 'room',
};

@customElement('need-list')
export class NeedList extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        min-width: 0;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 14px;
        min-width: 0;
      }
      :host([column]) ul {
        flex-direction: column;
      }
      :host([short]) ul {
        flex-wrap: nowrap;
        overflow: hidden;
      }
      li {
        display: flex;
        align-items: center;
        gap: 8px;
        min-width: 0;
        --icon-size: 1.375em;
      }
      :host([short]) li:not(:only-child) .word {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      .word {
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      :host([short]) .word {
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) needs: readonly Need[] = [];
  @property() language: Language | undefined;
  /** Of a number: the interpreter's language, and whether one is booked. */
  @property({ attribute: false }) interpreter: InterpreterView | undefined;
  /** The language that needs no word. */
  @property() usual: Language | undefined;
  /** One line: words give way to signs where there are several. */
  @property({ type: Boolean, reflect: true }) short = false;
  @property({ type: Boolean, reflect: true }) column = false;

  override render() {
    const language = this.language && this.language !== this.usual ? this.language : undefined;
    const interpreter = this.needs.includes('interpreter');
    const spoken = interpreter ? (this.interpreter?.language ?? language) : undefined;
    return html`<ul>
      ${interpreter ? this.#item('speech', this.#interpreterWord(spoken)) : ''}
      ${language && language !== spoken ? this.#item('speech', t('need.speaks', { language: t(`language.${language}`) })) : ''}
      ${this.needs.filter((need) => need !== 'interpreter').map((need) => this.#item(signs[need], t(`need.${need}`)))}
    </ul>`;
  }

  /** Whether one is booked is said where a number is looked at: of a person alone nobody knows. */
  #interpreterWord(spoken: Language | undefined): string {
    const word = spoken ? t('need.interpreter-for', { language: t(`language.${spoken}`) }) : t('need.interpreter');
    if (!this.interpreter) return word;
    return t(this.interpreter.booked ? 'need.booked' : 'need.not-booked', { need: word });
  }

  #item(icon: IconName, word: string) {
    return html`<li title=${word}>
      <foyer-icon name=${icon} .stroke=${1.8}></foyer-icon><span class="word">${word}</span>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'need-list': NeedList;
  }
}
