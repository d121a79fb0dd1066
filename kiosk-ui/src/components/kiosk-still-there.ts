// "Are you still there?" over everything above the floor, with the seconds that are left and one large way to stay.
// Below the floor help stays in reach.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ANSWER_WITHIN_MS } from '../session/session-timer.ts';
import { t } from '../strings/strings.ts';

@customElement('kiosk-still-there')
export class KioskStillThere extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        position: absolute;
        inset: 0 0 416px;
        z-index: 2;
        display: grid;
        grid-template-rows: 1fr auto;
        background: var(--surface);
        padding-top: 120px;
      }
      .words {
        padding-inline: 64px;
      }
      h2 {
        font-size: 112px;
        line-height: 1.1;
        letter-spacing: -0.025em;
        text-wrap: balance;
      }
      p {
        margin-top: 32px;
        font-size: 44px;
        line-height: 1.35;
      }
      .doors {
        display: flex;
        align-items: flex-end;
        gap: 24px;
        padding-inline: 64px;
      }
      .more {
        flex: 560 1 0;
        height: min(704px, 56cqh);
        --door-padding: 48px;
      }
      .more span {
        font-size: min(112px, 11cqh);
        line-height: 1.1;
        font-weight: 700;
        letter-spacing: -0.025em;
      }
      .done {
        flex: 368 1 0;
        height: min(480px, 44cqh);
        font-size: 48px;
        line-height: 1.2;
        font-weight: 700;
      }
      :host(:lang(ar)) h2,
      :host(:lang(ar)) .more span {
        letter-spacing: 0;
        line-height: 1.45;
      }
      :host(:lang(ar)) .more span {
        font-size: min(88px, 9cqh);
      }
      @container kiosk (min-aspect-ratio: 1/1) {
        :host {
          inset: 0 0 296px;
          grid-template: 'words doors' 1fr / 1fr 1fr;
        }
        h2 {
          font-size: 88px;
        }
        .doors {
          padding-inline-start: 0;
        }
      }
    `,
  ];

  @state() private seconds = ANSWER_WITHIN_MS / 1_000;
  #counting: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#counting = setInterval(() => (this.seconds = Math.max(0, this.seconds - 1)), 1_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#counting);
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector('foyer-door')?.focus();
  }

  override render() {
    return html`<div class="words" role="alertdialog" aria-label=${t('still.question')}>
        <h2>${t('still.question')}</h2>
        <p aria-live="off">${t('still.what', { count: this.seconds })}</p>
      </div>
      <div class="doors">
        <foyer-door class="more" state="lit" action @click=${() => this.#answer('more')}
          ><span>${t('still.more')}</span></foyer-door
        >
        <foyer-door class="done" action @click=${() => this.#answer('done')}>${t('still.done')}</foyer-door>
      </div>`;
  }

  #answer(answer: 'more' | 'done'): void {
    this.dispatchEvent(new CustomEvent('kiosk-answer', { detail: answer }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-still-there': KioskStillThere;
  }
  interface HTMLElementEventMap {
    'kiosk-answer': CustomEvent<'more' | 'done'>;
  }
}
