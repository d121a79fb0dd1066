import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import { language } from '@foyer/ui-kit/language/language.ts';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../components/kiosk-field.ts';
import '../../components/kiosk-keyboard.ts';
import '../../components/kiosk-keypad.ts';
import '../../components/kiosk-words.ts';
import { KioskPage } from '../../components/kiosk-page.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { lying, tight, tightLying } from '../../components/panel.ts';
import { initialsOf } from '../../session/typed-name.ts';
import { t } from '../../strings/strings.ts';
import { needsButton } from '../needs/needs-button.ts';

/** The second question after a birth date: the time and two initials, or the end of a phone number. The six times are
 *  shown whether anyone was found or not. */
@customElement('confirm-page')
export class ConfirmPage extends KioskPage<'confirm'> {
  static override styles = [
    shared,
    pageStyles,
    css`
      .act {
        display: grid;
        gap: 32px;
      }
      .times {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 40px 20px;
      }
      .times foyer-door {
        min-height: min(320px, calc((var(--act-height) - 308px) / 2));
        --door-padding: 28px;
        font-size: min(
          calc(80px * var(--text-scale)),
          144px,
          calc((var(--act-height) - 308px) * 0.16 * var(--text-scale))
        );
        font-weight: 700;
        letter-spacing: -0.02em;
        font-feature-settings: 'tnum' 1;
        --handle-y: 72%;
      }
      .times foyer-door bdi {
        display: block;
        line-height: 1;
      }
      .upper {
        border-bottom: 8px solid var(--text);
        margin-inline: -20px;
        padding-inline: 20px;
        grid-column: 1 / -1;
        display: grid;
        grid-template-columns: subgrid;
      }
      .field {
        margin-top: 40px;
      }
      kiosk-keypad {
        --key-height: min(120px, calc((var(--act-height) - 64px) / 4));
      }
      kiosk-keyboard {
        --key-height: min(112px, calc((var(--act-height) - 88px) / 4));
      }
      @container ${lying} {
        :host {
          grid-template-columns: minmax(0, 760fr) minmax(0, 952fr);
        }
      }
      @container ${tight} {
        .act {
          gap: 16px;
        }
        .times {
          grid-template-columns: repeat(2, minmax(0, 1fr));
          gap: 16px;
        }
        .field {
          margin-top: 16px;
        }
        .upper {
          display: contents;
        }
        .times foyer-door {
          min-height: 240px;
          border-bottom: 8px solid var(--text);
          --door-padding: 32px 24px;
          --handle-y: 82%;
        }
        kiosk-keypad {
          --key-height: 136px;
        }
        kiosk-keyboard {
          --key-height: 112px;
        }
      }
      @container ${tightLying} {
        .times {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
    tightStyles,
  ];

  @state() private asking: 'time' | 'initials' | 'phone' = 'time';
  @state() private time = '';
  @state() private letters = '';
  @state() private digits = '';

  override spoken(): string {
    switch (this.asking) {
      case 'time':
        return [
          t('confirm.time'),
          ...this.screen.times,
          `${t('confirm.timeUnknown')}: ${t('confirm.timeUnknownWhat')}.`,
        ].join('. ');
      case 'initials':
        return [t('confirm.initials'), t('confirm.initialsWhat')].join('. ');
      case 'phone':
        return [t('confirm.phone'), t('confirm.phoneWhat')].join('. ');
    }
  }

  override render() {
    switch (this.asking) {
      case 'time':
        return this.#times();
      case 'initials':
        return this.#initials();
      case 'phone':
        return this.#phone();
    }
  }

  #times() {
    const door = (time: string) =>
      html`<foyer-door action @click=${() => this.#choose(time)}><bdi>${time}</bdi></foyer-door>`;
    const { times, asks } = this.screen;
    return html`<section class="ask">
        <h1><kiosk-words>${t(this.#theirs ? 'confirm.theirTime' : 'confirm.time')}</kiosk-words></h1>
        <p class="sub">${t('confirm.timeWhat')}</p>
      </section>
      <section class="act">
        ${
          asks.includes('phone-last4')
            ? html`<foyer-button class="wide" icon="phone" @click=${() => (this.asking = 'phone')}>
                ${t('confirm.timeUnknown')}
                <span class="end"
                  >${t('confirm.timeUnknownWhat')}<foyer-icon name="forward" stroke="2.5"></foyer-icon
                ></span>
              </foyer-button>`
            : nothing
        }
        ${needsButton(this.told, () => this.go({ page: 'needs' }))}
        <nav class="times">
          <div class="upper">${times.slice(0, 3).map(door)}</div>
          ${times.slice(3).map(door)}
        </nav>
      </section>`;
  }

  #initials() {
    const initials = initialsOf(this.letters);
    return html`<section class="ask typed">
        <h1><kiosk-words>${t(this.#theirs ? 'confirm.theirInitials' : 'confirm.initials')}</kiosk-words></h1>
        <p class="sub">${t('confirm.initialsWhat')}</p>
        <kiosk-field
          class="field"
          .value=${initials}
          .label=${t('confirm.initials')}
          @kiosk-typed=${(event: CustomEvent<string>) => this.#typeLetters(event.detail)}
          @kiosk-next=${() => this.#sendInitials(initials)}
        ></kiosk-field>
      </section>
      <section class="act">
        <kiosk-keyboard
          .large=${this.larger > 1}
          .value=${this.letters}
          .start=${language.code === 'ar' ? 'arabic' : 'latin'}
          .ready=${initials !== ''}
          @kiosk-typed=${(event: CustomEvent<string>) => this.#typeLetters(event.detail)}
          @kiosk-next=${() => this.#sendInitials(initials)}
        ></kiosk-keyboard>
      </section>`;
  }

  #phone() {
    const whole = this.digits.length === 4;
    return html`<section class="ask typed">
        <h1><kiosk-words>${t(this.#theirs ? 'confirm.theirPhone' : 'confirm.phone')}</kiosk-words></h1>
        <p class="sub">${t('confirm.phoneWhat')}</p>
        <kiosk-field
          class="field"
          digits
          .value=${this.digits}
          .label=${t('confirm.phone')}
          @kiosk-typed=${(event: CustomEvent<string>) => (this.digits = event.detail.replace(/\D/g, '').slice(0, 4))}
          @kiosk-next=${() => this.#sendPhone()}
        ></kiosk-field>
      </section>
      <section class="act">
        <kiosk-keypad
          .ready=${whole}
          @kiosk-digit=${(event: CustomEvent<string>) => (this.digits = (this.digits + event.detail).slice(0, 4))}
          @kiosk-delete=${() => (this.digits = this.digits.slice(0, -1))}
          @kiosk-next=${() => this.#sendPhone()}
        ></kiosk-keypad>
      </section>`;
  }

  /** Whoever stands here came for the patient. */
  get #theirs(): boolean {
    return this.told?.onBehalf === true;
  }

  #choose(time: string): void {
    this.time = time;
    this.asking = 'initials';
  }

  #typeLetters(typed: string): void {
    this.letters = [...typed.replace(/[^\p{L}]/gu, '')].slice(0, 2).join('');
  }

  #sendInitials(initials: string): void {
    if (!initials) return;
    const { identificationId } = this.screen;
    this.ask({ act: 'identify', by: { identificationId, initials, time: this.time } });
  }

  #sendPhone(): void {
    if (this.digits.length !== 4) return;
    const { identificationId } = this.screen;
    this.ask({ act: 'identify', by: { identificationId, phoneLast4: this.digits } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'confirm-page': ConfirmPage;
  }
}
