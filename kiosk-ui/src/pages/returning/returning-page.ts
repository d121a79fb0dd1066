import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import type { IconName } from '@foyer/ui-kit/elements/icons.ts';
import { readyForHan } from '@foyer/ui-kit/language/han.ts';
import { Languages, language, languageCodes, type LanguageCode } from '@foyer/ui-kit/language/language.ts';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../components/kiosk-field.ts';
import '../../components/kiosk-keypad.ts';
import { KioskPage } from '../../components/kiosk-page.ts';
import '../../components/kiosk-words.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { needsAtKiosk } from '../../session/told.ts';
import { t } from '../../strings/strings.ts';
import { returningStyles } from './returning-styles.ts';

const LONGEST_PHONE = 15;
const SHORTEST_PHONE = 5;
/** In the place of what a mask hides. */
const HIDDEN = '\u2022';

/** Somebody who was here before and has no appointment today: what is written of them, masked, and whether it holds. */
@customElement('returning-page')
export class ReturningPage extends KioskPage<'returning'> {
  static override styles = [shared, pageStyles, returningStyles, tightStyles];

  @state() private asking: 'all' | 'phone' | 'language' = 'all';
  @state() private digits = '';

  override spoken(): string {
    switch (this.asking) {
      case 'phone':
        return t('register.phone');
      case 'language':
        return t('returning.language');
      case 'all':
        return [
          t('returning.question'),
          this.#card().replaceAll(HIDDEN, ''),
          this.#phone(),
          this.#language(),
          this.#needs(),
          t('returning.yes'),
        ]
          .filter((said) => said !== '')
          .join('. ');
    }
  }

  override render() {
    switch (this.asking) {
      case 'phone':
        return this.#newPhone();
      case 'language':
        return this.#newLanguage();
      case 'all':
        return this.#all();
    }
  }

  #all() {
    const { known } = this.screen;
    const card = this.#card();
    return html`<section class="ask">
        <h1><kiosk-words>${t('returning.question')}</kiosk-words></h1>
        <p class="sub">${t('returning.what')}${card ? html`<br />${card}` : nothing}</p>
      </section>
      <section class="act">
        <div class="facts">
          ${this.#fact('phone', this.#phone(), () => this.#ask('phone'))}
          ${this.#fact('globe', this.#language(), () => this.#ask('language'))}
          ${this.#fact('hearing', this.#needs(), () => this.go({ page: 'needs', known }))}
        </div>
        <foyer-door class="on" state="lit" action @click=${() => this.#goOn()}>
          <kiosk-words class="big">${t('returning.yes')}</kiosk-words>
        </foyer-door>
      </section>`;
  }

  #fact(icon: IconName, what: string, change: () => void) {
    return html`<foyer-button class="wide" .icon=${icon} @click=${change}>
      <b>${what}</b>
      <span class="end">${t('returning.change')}<foyer-icon name="forward" stroke="2.5"></foyer-icon></span>
    </foyer-button>`;
  }

  #newPhone() {
    const whole = this.digits.length >= SHORTEST_PHONE;
    return html`<section class="ask typed">
        <h1><kiosk-words>${t('register.phone')}</kiosk-words></h1>
        <kiosk-field
          class="field"
          digits
          .value=${this.digits}
          .label=${t('register.phone')}
          @kiosk-typed=${(event: CustomEvent<string>) => this.#type(event.detail)}
          @kiosk-next=${() => this.#savePhone()}
        ></kiosk-field>
      </section>
      <section class="act">
        <kiosk-keypad
          .ready=${whole}
          @kiosk-digit=${(event: CustomEvent<string>) => this.#type(this.digits + event.detail)}
          @kiosk-delete=${() => this.#type(this.digits.slice(0, -1))}
          @kiosk-next=${() => this.#savePhone()}
        ></kiosk-keypad>
      </section>`;
  }

  #newLanguage() {
    const offered = languageCodes.filter((code) => (this.view?.clinic.languages ?? languageCodes).includes(code));
    if (offered.includes('zh')) readyForHan();
    return html`<section class="ask">
        <h1><kiosk-words>${t('returning.language')}</kiosk-words></h1>
      </section>
      <nav class="act facts">
        ${offered.map(
          (code) =>
            html`<foyer-button class="wide" lang=${code} @click=${() => this.#speak(code)}
              ><b>${Languages[code].name}</b></foyer-button
            >`,
        )}
      </nav>`;
  }

  /** What found them, as far as its mask shows it. */
  #card(): string {
    const { card } = this.screen.known;
    return card
      ? `${card.name[language.code] ?? card.name.en}: \u2066${card.masked.replaceAll(' ', '\u00a0')}\u2069`
      : '';
  }

  #phone(): string {
    const end = this.screen.known.phoneEnd;
    return end ? t('returning.phone', { end }) : t('returning.noPhone');
  }

  #language(): string {
    const { language } = this.screen.known;
    return language ? t('returning.speaks', { language: Languages[language].name }) : t('returning.noLanguage');
  }

  #needs(): string {
    const { needs } = this.screen.known;
    const words = needsAtKiosk.filter((need) => needs.includes(need)).map((need) => t(`needs.${need}`));
    return words.length === 0 ? t('needs.nothing') : words.join(t('ticket.comma'));
  }

  #ask(what: 'phone' | 'language'): void {
    this.digits = '';
    this.asking = what;
  }

  #type(typed: string): void {
    this.digits = typed.replace(/\D/g, '').slice(0, LONGEST_PHONE);
  }

  #savePhone(): void {
    if (this.digits.length < SHORTEST_PHONE) return;
    this.ask({ act: 'correct', changed: { phone: this.digits } });
  }

  #speak(language: LanguageCode): void {
    this.ask({ act: 'correct', changed: { language } });
  }

  #goOn(): void {
    const { identificationId, known } = this.screen;
    this.ask({ act: 'tell', told: { needs: known.needs }, next: { page: 'services', identificationId } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'returning-page': ReturningPage;
  }
}
