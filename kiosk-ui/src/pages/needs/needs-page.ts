import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { readyForHan } from '@foyer/ui-kit/language/han.ts';
import { Languages, languageCodes, type LanguageCode } from '@foyer/ui-kit/language/language.ts';
import { html, type PropertyValues } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { KioskPage } from '../../components/kiosk-page.ts';
import '../../components/kiosk-words.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { needsAtKiosk, type NeedAtKiosk } from '../../session/told.ts';
import { t } from '../../strings/strings.ts';
import { needSigns } from './need-signs.ts';
import { needsStyles } from './needs-styles.ts';

/** Three pictures and the way to more: four choices. */
const SHOWN = 3;

/** What somebody needs, in pictures that are pressed on and off. It goes with the number, and no number waits for it. */
@customElement('needs-page')
export class NeedsPage extends KioskPage<'needs'> {
  static override styles = [shared, pageStyles, needsStyles, tightStyles];

  @state() private chosen: ReadonlySet<NeedAtKiosk> = new Set();
  @state() private interpreter: LanguageCode | undefined;
  @state() private asking: 'needs' | 'language' = 'needs';
  @state() private from = 0;

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.hasUpdated) return;
    const before = this.screen.known?.needs ?? this.told?.needs ?? [];
    this.chosen = new Set(needsAtKiosk.filter((need) => before.includes(need)));
    this.interpreter = this.told?.interpreterLanguage;
  }

  override spoken(): string {
    if (this.asking === 'language') return t('needs.language');
    return [t('needs.question'), ...this.#shown().map((need) => `${t(`needs.${need}`)}.`), t('needs.promise')].join(
      ' ',
    );
  }

  override render() {
    return this.asking === 'language' ? this.#languages() : this.#needs();
  }

  #needs() {
    return html`<section class="ask">
        <h1><kiosk-words>${t('needs.question')}</kiosk-words></h1>
        <p class="sub">${t('needs.promise')}</p>
      </section>
      <section class="act">
        <div class="pictures" role="group" aria-label=${t('needs.question')}>
          ${this.#shown().map((need) => this.#picture(need))}
          <foyer-button class="picture" @click=${() => this.#turn()}>
            <foyer-icon name="forward" stroke="1.5"></foyer-icon><span>${t('needs.more')}</span>
          </foyer-button>
        </div>
        <foyer-door class="on" state="lit" action @click=${() => this.#done()}>
          <kiosk-words class="door-title">${this.chosen.size === 0 ? t('needs.nothing') : t('needs.goOn')}</kiosk-words>
        </foyer-door>
      </section>`;
  }

  #picture(need: NeedAtKiosk) {
    return html`<foyer-button class="picture" toggle ?on=${this.chosen.has(need)} @click=${() => this.#press(need)}>
      <foyer-icon .name=${needSigns[need]} stroke="1.5"></foyer-icon><span>${t(`needs.${need}`)}</span>
    </foyer-button>`;
  }

  /** Those of the clinic's languages that it does not speak first, each in its own letters. */
  #languages() {
    const offered = this.#offered();
    if (offered.includes('zh')) readyForHan();
    return html`<section class="ask">
        <h1><kiosk-words>${t('needs.language')}</kiosk-words></h1>
        <p class="sub">${t('needs.languageWhat')}</p>
      </section>
      <nav class="act languages">
        ${offered.map(
          (code) =>
            html`<foyer-button class="picture" lang=${code} @click=${() => this.#speak(code)}
              ><b>${Languages[code].name}</b></foyer-button
            >`,
        )}
        <foyer-button class="picture" @click=${() => this.#speak(undefined)}>${t('needs.otherLanguage')}</foyer-button>
      </nav>`;
  }

  #shown(): readonly NeedAtKiosk[] {
    return needsAtKiosk.slice(this.from, this.from + SHOWN);
  }

  #offered(): readonly LanguageCode[] {
    const [first, ...others] = this.view?.clinic.languages ?? [];
    return languageCodes.filter((code) => code !== first && others.includes(code));
  }

  #turn(): void {
    this.from = (this.from + SHOWN) % needsAtKiosk.length;
  }

  #press(need: NeedAtKiosk): void {
    const next = new Set(this.chosen);
    if (!next.delete(need)) next.add(need);
    this.chosen = next;
    if (need !== 'interpreter') return;
    this.interpreter = undefined;
    if (next.has(need) && this.#offered().length > 0) this.asking = 'language';
  }

  #speak(code: LanguageCode | undefined): void {
    this.interpreter = code;
    this.asking = 'needs';
  }

  #done(): void {
    const needs = needsAtKiosk.filter((need) => this.chosen.has(need));
    const told = { needs, interpreterLanguage: this.interpreter };
    if (this.screen.known) this.ask({ act: 'correct', changed: { needs }, told });
    else this.ask({ act: 'tell', told });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'needs-page': NeedsPage;
  }
}
