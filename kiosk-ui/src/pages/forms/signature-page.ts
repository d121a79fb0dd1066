import type { Stroke } from '@foyer/contracts/forms.ts';
import { isDrawn, measureSignature } from '@foyer/contracts/signature-measure.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-door.ts';
import '@foyer/ui-kit/elements/foyer-signature-pad.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../components/kiosk-words.ts';
import { KioskPage } from '../../components/kiosk-page.ts';
import { pageStyles, tightStyles } from '../../components/page-styles.ts';
import { lying, tight } from '../../components/panel.ts';
import { withConsent } from '../../session/filling.ts';
import { t } from '../../strings/strings.ts';
import { askAtDesk, progress, progressText } from './form-parts.ts';
import { formStyles } from './form-styles.ts';

/** The signature under a consent, drawn with a finger, or a tap by who cannot draw. */
@customElement('signature-page')
export class SignaturePage extends KioskPage<'signature'> {
  static override styles = [
    shared,
    pageStyles,
    formStyles,
    css`
      foyer-signature-pad {
        --pad-height: min(480px, calc(var(--act-height) - 420px));
      }
      .ends {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 32px;
        align-items: end;
      }
      .ends foyer-button {
        display: grid;
        font-size: calc(34px * var(--text-scale));
        --button-height: 120px;
        margin-bottom: 24px;
      }
      .ends foyer-door {
        min-height: 200px;
      }
      @container ${lying} {
        foyer-signature-pad {
          --pad-height: min(480px, calc(var(--act-height) - 316px));
        }
        .ends foyer-door {
          min-height: 152px;
        }
      }
      @container ${tight} {
        .ends {
          grid-template-columns: minmax(0, 1fr);
          gap: 16px;
        }
        .ends foyer-door {
          min-height: 0;
        }
        .ends foyer-button {
          margin-bottom: 0;
        }
      }
    `,
    tightStyles,
  ];

  @state() private strokes: readonly Stroke[] = [];

  override spoken(): string {
    return [progressText(this.screen), t('forms.sign'), `${t('forms.tap')}: ${t('forms.tapWhat')}.`].join('. ');
  }

  override render() {
    const signed = isDrawn(measureSignature(this.strokes));
    return html`<section class="ask">
        ${progress(this.screen)}
        <h1><kiosk-words>${t('forms.sign')}</kiosk-words></h1>
        <p class="sub">${localised(this.screen.form.title)}</p>
      </section>
      <section class="act">
        <div class="ways">
          <foyer-button class="wide" icon="tick" @click=${() => this.#agree({ by: 'tap' })}>
            ${t('forms.tap')}
            <span class="end">${t('forms.tapWhat')}<foyer-icon name="forward" stroke="2.5"></foyer-icon></span>
          </foyer-button>
          ${askAtDesk(() => this.ask({ act: 'leave-forms', filling: this.screen.filling }))}
        </div>
        <foyer-signature-pad
          .strokes=${this.strokes}
          .label=${t('forms.pad')}
          @foyer-drawn=${(event: CustomEvent<readonly Stroke[]>) => (this.strokes = event.detail)}
        ></foyer-signature-pad>
        <div class="ends">
          <foyer-button kind="strong" ?disabled=${this.strokes.length === 0} @click=${() => (this.strokes = [])}>
            ${t('forms.clear')}
          </foyer-button>
          <foyer-door
            action
            .state=${signed ? 'lit' : 'hollow'}
            ?disabled=${!signed}
            @click=${() => signed && this.#agree({ by: 'glass', strokes: [...this.strokes] })}
            ><span class="door-title">${t('forms.done')}</span></foyer-door
          >
        </div>
      </section>`;
  }

  #agree(signature: NonNullable<Parameters<typeof withConsent>[3]>): void {
    const { form, filling } = this.screen;
    this.ask({ act: 'say', filling: withConsent(filling, form, true, signature) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'signature-page': SignaturePage;
  }
}
