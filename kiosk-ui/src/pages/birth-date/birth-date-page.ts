import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../components/kiosk-date.ts';
import '../../components/kiosk-keypad.ts';
import '../../components/kiosk-words.ts';
import { KioskPage } from '../../components/kiosk-page.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { lying, tight } from '../../components/panel.ts';
import { addDigit, birthDateOf, readDigits, removeDigit } from '../../session/typed-date.ts';
import { t } from '../../strings/strings.ts';

/** The birth date, on a keypad that is in reach. */
@customElement('birth-date-page')
export class BirthDatePage extends KioskPage<'birth-date'> {
  static override styles = [
    shared,
    pageStyles,
    css`
      kiosk-date {
        margin-top: 64px;
      }
      .act {
        display: grid;
        gap: 40px;
      }
      kiosk-keypad {
        --key-height: min(120px, calc((var(--act-height) - 200px) / 4));
      }
      @container ${lying} {
        kiosk-date {
          margin-top: 24px;
        }
        .act {
          gap: 16px;
        }
      }
      @container ${tight} {
        kiosk-date {
          margin-top: 16px;
        }
        .act {
          gap: 16px;
        }
        .wide {
          order: 1;
        }
        kiosk-keypad {
          --key-height: 136px;
        }
      }
    `,
    tightStyles,
  ];

  @state() private digits = '';

  override spoken(): string {
    return [
      this.#question(),
      t('birthDate.day'),
      t('birthDate.month'),
      t('birthDate.year'),
      `${t('birthDate.notSure')}: ${t('desk.number')}.`,
    ].join('. ');
  }

  override render() {
    const date = birthDateOf(this.digits, this.view?.clinic.businessDay ?? '9999-12-31');
    return html`<section class="ask typed">
        <h1><kiosk-words>${this.#question()}</kiosk-words></h1>
        <kiosk-date .digits=${this.digits} .doubtful=${readDigits(this.digits).full && !date}></kiosk-date>
      </section>
      <section class="act">
        <foyer-button class="wide" @click=${() => this.ask({ act: 'desk-number' })}>
          ${t('birthDate.notSure')}
          <span class="end">${t('desk.number')}<foyer-icon name="forward" stroke="2.5"></foyer-icon></span>
        </foyer-button>
        <kiosk-keypad
          .ready=${date !== undefined}
          @kiosk-digit=${(event: CustomEvent<string>) => (this.digits = addDigit(this.digits, event.detail))}
          @kiosk-delete=${() => (this.digits = removeDigit(this.digits))}
          @kiosk-next=${() => date && this.ask({ act: 'identify', by: { birthDate: date } })}
        ></kiosk-keypad>
      </section>`;
  }

  #question(): string {
    return t(this.told?.onBehalf ? 'birthDate.theirQuestion' : 'birthDate.question');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'birth-date-page': BirthDatePage;
  }
}
