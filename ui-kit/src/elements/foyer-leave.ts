// Leave the building: the same message on every screen, in all the clinic's languages, with the exit as its only door.
// It wears the contrast theme, and gives back what was worn before. Sizes count in `--u`, a pixel of the drawings
// (1920 x 1080, or 1080 wide where it stands upright), which the screen sets. Slot: what a screen adds below the floor.

import type { EvacuationView } from '@foyer/contracts/clinic-view.ts';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatTime } from '../language/format.ts';
import { readyForHan } from '../language/han.ts';
import { language, Languages, localised, type LanguageCode } from '../language/language.ts';
import { strings, t } from '../strings/strings.ts';
import { wearContrast } from '../theme/wear-contrast.ts';
import { FoyerElement, shared } from './foyer-element.ts';
import './foyer-door.ts';
import './foyer-icon.ts';
import { leaveStyles } from './foyer-leave-styles.ts';

@customElement('foyer-leave')
export class FoyerLeave extends FoyerElement {
  static override styles = [shared, leaveStyles];

  @property({ attribute: false }) evacuation!: EvacuationView;
  /** Those of the clinic; the page's own stands first. */
  @property({ attribute: false }) languages: readonly LanguageCode[] = [];
  @property() zone: string | undefined;

  @state() private arrived: readonly LanguageCode[] = [];

  #takeOff: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#takeOff = wearContrast(document.documentElement);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#takeOff?.();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('languages')) return;
    if (this.languages.includes('zh')) readyForHan();
    // The message never waits for a file: each other language joins it when its words are here.
    for (const code of this.languages) {
      strings.load(code).then(
        () => (this.arrived = [...this.arrived, code]),
        () => undefined,
      );
    }
  }

  override render() {
    const { code } = language;
    const others = this.languages.filter((other) => other !== code && this.arrived.includes(other));
    const { meetingPoint, startedFrom, startedAt } = this.evacuation;
    const time = formatTime(startedAt, this.zone);
    return html`<section class="say" role="alert">
        <h1 lang=${code}>${t('leave.now')}</h1>
        <p class="how">${t('leave.how')}</p>
        <div class="tongues">${others.map((other) => this.#in(other, strings.in(other, 'leave.now')))}</div>
      </section>
      <foyer-door class="exit" state="lit" fill>
        <b class="word" lang=${code}>${t('leave.exit')}</b>
        <foyer-icon name="room" .stroke=${1.6}></foyer-icon>
        <span class="stairs">${t('leave.stairs')}</span>
      </foyer-door>
      <div class="floor"></div>
      <section class="below">
        <div class="facts">
          <div>
            ${meetingPoint === undefined ? nothing : html`<p><b>${t('leave.meet', { place: localised(meetingPoint) })}</b></p>`}
            <p>${t('leave.help')}</p>
            <p>${t('leave.kept')}</p>
          </div>
          <div class="tongues">
            ${others.map((other) => this.#in(other, meetingPoint === undefined ? strings.in(other, 'leave.how') : strings.in(other, 'leave.meet', { place: localised(meetingPoint, other) })))}
          </div>
        </div>
        <slot></slot>
        <p class="foot">
          <span
            >${startedFrom === undefined ? t('leave.since', { time }) : t('leave.started', { time, place: localised(startedFrom) })}</span
          ><span>${t('leave.everywhere')}</span>
        </p>
      </section>`;
  }

  #in(code: LanguageCode, words: string) {
    return html`<p lang=${code} dir=${Languages[code].dir}>${words}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'foyer-leave': FoyerLeave;
  }
}
