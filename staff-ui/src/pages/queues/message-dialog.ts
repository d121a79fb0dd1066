// What displays tell everybody for a while: those that run, each with a way to take it down, and a new one in the
// clinic's languages. Fires `close`, and `staff-act` with what is to be shown or taken down.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { DeviceId } from '@foyer/contracts/ids.ts';
import type { LocalisedText } from '@foyer/contracts/languages.ts';
import { mostMessageLength } from '@foyer/contracts/message-limits.ts';
import type { StaffMessage } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { askToAct } from '../../components/act-event.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { toggled } from '../../data/display-draft.ts';
import {
  displaysOf,
  messagesOf,
  messageText,
  messageTimes,
  messageUntil,
  type MessageTime,
} from '../../data/messages.ts';
import { newId } from '../../data/set-up/new-things.ts';
import { t } from '../../strings/strings.ts';
import '../set-up/texts-field.ts';

@customElement('message-dialog')
export class MessageDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      staff-dialog {
        --dialog-width: 820px;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 4px 16px;
        padding-block: 8px;
        border-bottom: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
      section {
        display: grid;
        gap: 8px;
      }
      h3 {
        font-size: 1.125rem;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @state() private text: LocalisedText = { en: '' };
  @state() private time: MessageTime = 'hour';
  /** None: all of them. */
  @state() private displayIds: readonly DeviceId[] = [];
  /** Somebody wanted to go on: what is missing is said. */
  @state() private judged = false;
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override render() {
    const { view, asOf } = this.frame;
    const running = messagesOf(view, asOf);
    const missing = this.judged && messageText(this.text, view.clinic.languages) === undefined;
    return html`<staff-dialog
      heading=${t('message.title')}
      what=${t('message.what')}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${running.length === 0 ? nothing : this.#running(running)}
      <texts-field
        label=${t('message.text')}
        .texts=${this.text}
        .languages=${view.clinic.languages}
        most=${mostMessageLength}
        fault=${missing ? t('message.missing') : ''}
        @texts-changed=${({ detail }: CustomEvent<LocalisedText>) => (this.text = detail)}
      ></texts-field>
      <section>
        <h3 id="time">${t('message.how-long')}</h3>
        <div class="choices" role="group" aria-labelledby="time">${messageTimes.map((time) => this.#time(time))}</div>
      </section>
      ${this.#displays()}
      <foyer-button slot="acts" @click=${() => this.dialog.leave()}>${t('common.back')}</foyer-button>
      <foyer-button slot="acts" kind="strong" icon="display" @click=${() => this.#show()}
        >${t('message.show')}</foyer-button
      >
    </staff-dialog>`;
  }

  #running(running: readonly StaffMessage[]) {
    const { view, session } = this.frame;
    const names = (ids: readonly DeviceId[]) =>
      new Intl.ListFormat(document.documentElement.lang).format(ids.map((id) => view.devices[id]?.name ?? id));
    return html`<section>
      <h3>${t('message.running')}</h3>
      <ul>
        ${running.map(
          ({ id, text, until, displayIds }) =>
            html`<li>
              <span
                ><b><bdi>${localised(text)}</bdi></b
                ><br /><span class="small muted"
                  >${t('message.until', { time: formatTime(until, view.clinic.zone) })}
                  ${displayIds ? names(displayIds) : t('message.everywhere')}</span
                ></span
              >
              <foyer-button
                icon="cross"
                ?pending=${session.isPending('withdraw-message')}
                @click=${() => askToAct(this, { type: 'withdraw-message', messageId: id })}
                >${t('message.take-down')}</foyer-button
              >
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #time(time: MessageTime) {
    const { view, asOf } = this.frame;
    const until = messageUntil(time, view.clinic, asOf);
    if (until === undefined) return nothing;
    return html`<foyer-button toggle ?on=${this.time === time} @click=${() => (this.time = time)}
      >${t(`message.${time}`, { time: formatTime(until, view.clinic.zone) })}</foyer-button
    >`;
  }

  #displays() {
    const displays = displaysOf(this.frame.view);
    if (displays.length < 2) return nothing;
    const chosen = this.displayIds;
    return html`<section>
      <h3 id="displays">${t('message.where')}</h3>
      <div class="choices" role="group" aria-labelledby="displays">
        <foyer-button toggle ?on=${chosen.length === 0} @click=${() => (this.displayIds = [])}
          >${t('message.everywhere')}</foyer-button
        >
        ${displays.map(
          ({ id, name }) =>
            html`<foyer-button toggle ?on=${chosen.includes(id)} @click=${() => (this.displayIds = toggled(chosen, id))}
              ><bdi>${name}</bdi></foyer-button
            >`,
        )}
      </div>
    </section>`;
  }

  #show(): void {
    const { view, asOf } = this.frame;
    const text = messageText(this.text, view.clinic.languages);
    const until = messageUntil(this.time, view.clinic, asOf) ?? messageUntil('hour', view.clinic, asOf);
    this.judged = true;
    if (text === undefined || until === undefined) return;
    askToAct(this, {
      type: 'show-message',
      messageId: newId(asOf),
      text,
      until,
      ...(this.displayIds.length === 0 ? {} : { displayIds: [...this.displayIds] }),
    });
    this.dialog.leave();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'message-dialog': MessageDialog;
  }
}
