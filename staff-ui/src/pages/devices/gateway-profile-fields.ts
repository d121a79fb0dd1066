// How the messages of a gateway of another make are read: each by its topic, what it tells of, and where in it. Fires
// `gateway-profile-changed` with the whole profile.

import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { GatewayProfile } from '@foyer/contracts/gateway-profile.ts';
import { presses, type PressKind } from '@foyer/contracts/thing-presses.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import {
  messageTells,
  mostMessages,
  toldOf,
  withMessage,
  withNewMessage,
  withNewWord,
  withoutMessage,
  withoutWord,
  withWord,
  type GatewayMessage,
  type MessageTells,
} from '../../data/gateway-profile-draft.ts';
import { valueOf } from '../../input/value-of.ts';
import { t } from '../../strings/strings.ts';

@customElement('gateway-profile-fields')
export class GatewayProfileFields extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 12px;
        width: 100%;
      }
      fieldset {
        display: grid;
        gap: 12px;
        min-width: 0;
        margin: 0;
        padding: 12px 16px 16px;
        border: 2px solid var(--line);
        border-radius: var(--r2);
      }
      legend {
        padding: 0 6px;
        font-weight: 700;
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
        gap: 12px 16px;
      }
      .tells {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .word {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr) auto;
        align-items: center;
        gap: 8px 12px;
        padding-top: 8px;
      }
      .code {
        direction: ltr;
      }
      .end {
        justify-self: end;
      }
      .add {
        justify-self: start;
      }
    `,
  ];

  @property({ attribute: false }) profile!: GatewayProfile;

  override render() {
    const { messages } = this.profile;
    return html`<p class="muted">${t('gateway.messages-what')} ${t('gateway.at-what')}</p>
      ${messages.map((message, index) => this.#message(message, index))}
      ${
        messages.length >= mostMessages
          ? nothing
          : html`<foyer-button class="add" icon="plus" @click=${() => this.#fire(withNewMessage(this.profile))}
              >${t('gateway.message-add')}</foyer-button
            >`
      }`;
  }

  #message(message: GatewayMessage, index: number) {
    const number = index + 1;
    const put = (changed: GatewayMessage): void => this.#fire(withMessage(this.profile, index, changed));
    return html`<fieldset>
      <legend>${t('gateway.message', { number })}</legend>
      <label class="field"
        ><span>${t('gateway.topic')}</span>
        ${this.#input(message.topic, `topic-${index}`, (topic) => put({ ...message, topic }))}</label
      >
      <span class="small muted" id="topic-${index}">${t('gateway.topic-what', { placeholder: '{name}' })}</span>
      <div class="tells" role="group" aria-label=${t('gateway.tells')}>
        ${messageTells.map((tells) => html`<foyer-button toggle ?on=${message[tells] !== undefined} @click=${() => put(toldOf(message, tells))}>${t(`gateway.tells-${tells}`)}</foyer-button>`)}
      </div>
      ${messageTells.map((tells) => (message[tells] === undefined ? nothing : this.#told(message, tells, put)))}
      ${
        this.profile.messages.length === 1
          ? nothing
          : html`<foyer-button class="end" icon="cross" @click=${() => this.#fire(withoutMessage(this.profile, index))}
              >${t('gateway.message-remove', { number })}</foyer-button
            >`
      }
    </fieldset>`;
  }

  #told(message: GatewayMessage, tells: MessageTells, put: (changed: GatewayMessage) => void) {
    const { press, battery, link, availability } = message;
    const told = message[tells]!;
    const full = tells === 'battery' ? battery : tells === 'link' ? link : undefined;
    return html`<div class="fields">
        <label class="field"
          ><span>${t(`gateway.at-${tells}`)}</span>
          ${this.#input(told.at, '', (at) => put({ ...message, [tells]: { ...told, at } }))}</label
        >
        ${
          full === undefined
            ? nothing
            : html`<label class="field"
                ><span>${t('gateway.full')}</span>
                <input
                  type="number"
                  min="1"
                  max="10000"
                  .value=${String(full.of)}
                  @change=${(event: Event) => put({ ...message, [tells]: { ...full, of: Number(valueOf(event)) } })}
              /></label>`
        }
        ${
          tells === 'availability' && availability
            ? html`<label class="field"
                ><span>${t('gateway.present')}</span>
                ${this.#input(availability.present, '', (present) => put({ ...message, availability: { ...availability, present } }))}</label
              >`
            : nothing
        }
        ${
          tells === 'press' && press
            ? html`<label class="field"
                ><span>${t('gateway.count-at')}</span>
                ${this.#input(press.countAt ?? '', '', (countAt) => put({ ...message, press: counted(press, countAt) }))}</label
              >`
            : nothing
        }
      </div>
      ${tells === 'press' && press ? this.#words(message, press, put) : nothing}`;
  }

  #words(message: GatewayMessage, press: NonNullable<GatewayMessage['press']>, put: (changed: GatewayMessage) => void) {
    const { words } = press;
    const say = (said: Record<string, PressKind>): void => put({ ...message, press: { ...press, words: said } });
    return html`<div>
        ${Object.entries(words).map(
          ([word, means]) =>
            html`<div class="word">
              <input
                class="code"
                maxlength="60"
                autocomplete="off"
                spellcheck="false"
                aria-label=${t('gateway.word')}
                .value=${word}
                @change=${(event: Event) => say(withWord(words, word, valueOf(event).trim(), means))}
              />
              <span>${t('gateway.means')}</span>
              <select
                aria-label=${t('gateway.means')}
                @change=${(event: Event) => say(withWord(words, word, word, valueOf(event) as PressKind))}
              >
                ${presses.map((one) => html`<option value=${one} ?selected=${one === means}>${t(`thing.press-${one}`)}</option>`)}
              </select>
              <foyer-button
                class="bare"
                icon="cross"
                label=${t('gateway.word-remove', { word })}
                @click=${() => say(withoutWord(words, word))}
              ></foyer-button>
            </div>`,
        )}
      </div>
      <foyer-button class="add" icon="plus" @click=${() => say(withNewWord(words))}
        >${t('gateway.word-add')}</foyer-button
      >`;
  }

  #input(value: string, describedBy: string, change: (typed: string) => void) {
    return html`<input
      class="code"
      maxlength="120"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      aria-describedby=${describedBy || nothing}
      .value=${value}
      @input=${(event: Event) => change(valueOf(event).trim())}
    />`;
  }

  #fire(detail: GatewayProfile): void {
    this.dispatchEvent(new CustomEvent<GatewayProfile>('gateway-profile-changed', { detail }));
  }
}

/** Nothing typed: presses are not counted. */
function counted(
  { countAt: _before, ...press }: NonNullable<GatewayMessage['press']>,
  countAt: string,
): NonNullable<GatewayMessage['press']> {
  return countAt === '' ? press : { ...press, countAt };
}

declare global {
  interface HTMLElementTagNameMap {
    'gateway-profile-fields': GatewayProfileFields;
  }
  interface HTMLElementEventMap {
    'gateway-profile-changed': CustomEvent<GatewayProfile>;
  }
}
