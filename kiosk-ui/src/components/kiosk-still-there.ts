// "Are you still there?" over everything above the floor, with the seconds that are left and one large way to stay.
// Below the floor help stays in reach.

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ANSWER_WITHIN_MS } from '../session/session-timer.ts';
import { t } from '../strings/strings.ts';
import './kiosk-words.ts';
import { lying, tight } from './panel.ts';

@customElement('kiosk-still-there')
export class KioskStillThere extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-rows: 1fr auto;
        overflow: hidden auto;
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
        font-size: calc(44px * var(--display-scale));
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
        font-size: min(calc(112px * var(--text-scale)), 144px, calc(11cqh * var(--text-scale)));
        line-height: 1.1;
        font-weight: 700;
        letter-spacing: -0.025em;
      }
      .done {
        flex: 368 1 0;
        height: min(480px, 44cqh);
        font-size: calc(48px * var(--text-scale));
        line-height: 1.2;
        font-weight: 700;
      }
      :host(:lang(ar)) h2,
      :host(:lang(ar)) .more span {
        letter-spacing: 0;
        line-height: 1.45;
      }
      :host(:lang(ar)) .more span {
        font-size: min(calc(88px * var(--text-scale)), 144px, calc(9cqh * var(--text-scale)));
      }
      @container ${lying} {
        :host {
          grid-template: 'words doors' 1fr / 1fr 1fr;
        }
        h2 {
          font-size: 88px;
        }
        .doors {
          padding-inline-start: 0;
        }
      }
      @container ${tight} {
        :host {
          padding-top: 40px;
        }
        .doors {
          flex-direction: column;
          align-items: stretch;
          align-self: end;
          gap: 16px;
          padding-top: 24px;
        }
        .more,
        .done {
          flex: none;
          height: auto;
          --door-padding: 24px 40px;
        }
        .more {
          border-bottom: 8px solid var(--text);
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
          ><span><kiosk-words>${t('still.more')}</kiosk-words></span></foyer-door
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
