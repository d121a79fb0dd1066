import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import { readyForHan } from '@foyer/ui-kit/language/han.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../components/kiosk-words.ts';
import { KioskPage } from '../../components/kiosk-page.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { withConsent } from '../../session/filling.ts';
import { t } from '../../strings/strings.ts';
import { askAtDesk, inStoreys, progress, progressText } from './form-parts.ts';
import { formStyles } from './form-styles.ts';

/** What somebody agrees to, or does not: both doors weigh the same. */
@customElement('consent-page')
export class ConsentPage extends KioskPage<'consent'> {
  static override styles = [
    shared,
    pageStyles,
    formStyles,
    css`
      .text {
        margin-top: 24px;
        font-size: calc(34px * var(--text-scale));
        line-height: 1.47;
        white-space: pre-line;
      }
    `,
    tightStyles,
  ];

  override spoken(): string {
    const { title, text } = this.screen.form;
    return [
      progressText(this.screen),
      localised(title),
      localised(text),
      `${t('forms.agree')}.`,
      `${t('forms.disagree')}.`,
    ].join('. ');
  }

  override render() {
    const { form, filling } = this.screen;
    const [title, text] = [localised(form.title), localised(form.text)];
    readyForHan(title + text);
    return html`<section class="ask">
        ${progress(this.screen)}
        <h1><kiosk-words>${title}</kiosk-words></h1>
        <p class="text">${text}</p>
      </section>
      <section class="act">
        ${askAtDesk(() => this.ask({ act: 'leave-forms', filling }))}
        ${inStoreys([
          this.#door(t('forms.agree'), () => this.#agree()),
          this.#door(t('forms.disagree'), () => this.ask({ act: 'say', filling: withConsent(filling, form, false) })),
        ])}
      </section>`;
  }

  #door(words: string, press: () => void) {
    return html`<foyer-door action fill state="open" @click=${press}
      ><kiosk-words class="door-title">${words}</kiosk-words></foyer-door
    >`;
  }

  #agree(): void {
    const { form, filling } = this.screen;
    if (form.signature === 'glass') this.go({ page: 'signature', filling, form });
    else this.ask({ act: 'say', filling: withConsent(filling, form, true, { by: 'tap' }) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'consent-page': ConsentPage;
  }
}
