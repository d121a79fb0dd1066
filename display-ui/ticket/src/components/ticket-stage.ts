// What is now, above the floor: a sentence at the start, a door at the end. The door is lit only where it is the place
// to go or the thing to do. Fires `back-inside` when the patient who went outside presses it.

import type { TicketView } from '@foyer/contracts/ticket-view.ts';
import type { LocalisedText } from '@foyer/contracts/languages.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '@foyer/ui-kit/elements/foyer-number.ts';
import { formatTime } from '@foyer/ui-kit/language/format.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { splitRoomName } from '../../../src/calls/room-name.ts';
import { t } from '../strings/strings.ts';
import { Face } from '../ticket-face.ts';
import './people-ahead.ts';
import { ticketStageStyles } from './ticket-stage-styles.ts';

@customElement('ticket-stage')
export class TicketStage extends FoyerElement {
  static override styles = [shared, ticketStageStyles];

  @property({ reflect: true }) face: Face = Face.starting;
  @property({ attribute: false }) view: TicketView | undefined;
  /** Since when there has been no news, milliseconds since 1970. */
  @property({ type: Number }) since: number | undefined;
  /** The wish to come back is on its way. */
  @property({ type: Boolean }) returning = false;

  override render() {
    switch (this.face) {
      case Face.starting:
        return this.#say(t('start'));
      case Face.waiting:
        return this.#waiting();
      case Face.outside:
        return this.#outside();
      case Face.calledBack:
        return html`${this.#say(t('back.title'), t('back.what'), true)} ${this.#backDoor('lit')}`;
      case Face.called:
        return html`${this.#say(t('called.title'), t('called.what'), true)} ${this.#room('lit')}`;
      case Face.serving:
        return html`${this.#say(t('serving.title'), t('serving.what'))} ${this.#room('lit')}`;
      case Face.held:
        return html`${this.#say(t('held.title'), t('held.what'))} ${this.#backDoor('lit')}`;
      case Face.paused:
        return html`${this.#say(t('paused.title'), t('paused.what'))} ${this.#areaDoor('hollow')}`;
      case Face.preparing:
        return html`${this.#say(t('preparing.title'), t('preparing.what'))} ${this.#areaDoor('hollow')}`;
      case Face.missed:
        return this.#missed();
      case Face.finished:
        return this.#say(t('finished.title'), t('finished.what'));
      case Face.left:
        return html`${this.#say(t('left.title'), t('left.what'))} ${this.#signDoor(t('desk'), 'open')}`;
      case Face.cancelled:
        return html`${this.#say(t('cancelled.title'), t('cancelled.what'))} ${this.#signDoor(t('desk'), 'open')}`;
      case Face.unknown:
        return html`${this.#say(t('unknown.title'), t('unknown.what'))} ${this.#signDoor(t('desk'), 'open')}`;
      case Face.expired:
        return html`${this.#say(t('expired.title'), t('expired.what'))} ${this.#signDoor(t('desk'), 'open')}`;
      case Face.stale:
        return this.#stale();
    }
  }

  #waiting() {
    const ahead = this.view?.ahead ?? 0;
    return html`<div class="say">
        <h1>${t('waiting.ahead', { count: ahead })}</h1>
        <p>${ahead === 0 ? t('waiting.close') : t('waiting.of')}</p>
        <people-ahead class="foot" .count=${ahead}></people-ahead>
      </div>
      ${this.#areaDoor('lit')}`;
  }

  #outside() {
    const { ahead = 0, steppedOut } = this.view ?? {};
    return html`<div class="say">
        <h1>${t('waiting.ahead', { count: ahead })}</h1>
        <p>${t('waiting.of')}</p>
        <p>${t('outside.what', { count: steppedOut?.whenAhead ?? 0 })}</p>
        <people-ahead class="foot" .count=${ahead}></people-ahead>
      </div>
      ${this.#backDoor('hollow')}`;
  }

  /** Whose place is kept for a time says here that they came; otherwise the desk puts them back. */
  #missed() {
    const { graceUntil, asOf = 0 } = this.view ?? {};
    if (graceUntil === undefined) {
      return html`${this.#say(t('missed.title'), t('missed.what'), true)} ${this.#signDoor(t('desk'), 'lit')}`;
    }
    const time = formatTime(graceUntil, undefined);
    const what = asOf <= graceUntil ? t('missed.until', { time }) : t('missed.over', { time });
    return html`${this.#say(t('missed.title'), what, true)} ${this.#backDoor('lit')}`;
  }

  #stale() {
    const time = this.since === undefined ? undefined : formatTime(this.since, undefined);
    return html`${this.#say(t('stale.title'), time ? t('stale.what', { time }) : t('stale.never'))}
      <foyer-door state="hollow" fill>
        <div class="sign">
          <foyer-icon name="offline" .stroke=${1.6}></foyer-icon>
          ${
            this.view?.state === 'waiting'
              ? html`<p>${t('stale.was')}</p>
                  <p>
                    ${t('waiting.ahead', { count: this.view.ahead })} ${this.view.ahead > 0 ? t('waiting.of') : nothing}
                  </p>`
              : nothing
          }
        </div>
      </foyer-door>`;
  }

  #say(title: string, what = '', arrow = false) {
    return html`<div class="say">
      <h1>${title}</h1>
      ${what ? html`<p>${what}</p>` : nothing}
      ${arrow ? html`<foyer-icon class="foot" name="forward" .stroke=${2.4}></foyer-icon>` : nothing}
    </div>`;
  }

  /** Where to wait; the room takes its place when the number is called. */
  #areaDoor(state: 'lit' | 'hollow') {
    const area = this.#named(this.view?.waitingArea);
    if (!area) return nothing;
    return html`<foyer-door state=${state} fill>
      <div class="sign">
        <p>${t('waiting.near')}</p>
        ${this.#sign(area)} ${state === 'lit' ? html`<p class="foot">${t('waiting.room')}</p>` : nothing}
      </div>
    </foyer-door>`;
  }

  #room(state: 'lit') {
    const name = this.#named(this.view?.servicePointNames) || (this.view?.servicePointName ?? '');
    const { words, figure } = splitRoomName(name);
    return html`<foyer-door class="room" state=${state} label=${name} fill>
      <div class="sign">
        ${
          figure
            ? html`<p class="words">${words}</p>
                <foyer-number .value=${figure}></foyer-number>`
            : this.#sign(words)
        }
      </div>
    </foyer-door>`;
  }

  #backDoor(state: 'lit' | 'hollow') {
    return html`<foyer-door
      class=${this.returning ? 'unconfirmed' : ''}
      state=${this.returning ? 'closed' : state}
      action
      fill
      ?disabled=${this.returning}
      @click=${() => this.dispatchEvent(new CustomEvent('back-inside', { bubbles: true, composed: true }))}
    >
      <span class="sign">
        <b>${t('held.back')}</b>
        ${this.returning ? html`<span class="foot">${t('asking')}</span>` : nothing}
      </span>
    </foyer-door>`;
  }

  #signDoor(words: string, state: 'lit' | 'open') {
    return html`<foyer-door state=${state} fill><div class="sign">${this.#sign(words)}</div></foyer-door>`;
  }

  /** A name as large as its longest word lets it be. */
  #sign(words: string) {
    const longest = Math.max(...words.split(/\s+/).map((word) => word.length));
    return html`<b class=${longest > 8 ? 'long' : ''}>${words}</b>`;
  }

  #named(names: TicketView['waitingArea']): string {
    return names?.en === undefined ? '' : localised(names as LocalisedText);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ticket-stage': TicketStage;
  }
  interface HTMLElementEventMap {
    'back-inside': CustomEvent<void>;
  }
}
