// What one display shows and how it sounds, with a small picture that moves with every touch.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { DisplayLayout } from '@foyer/contracts/display-layout.ts';
import { usualLayout } from '@foyer/contracts/display-layout-limits.ts';
import type { DeviceView } from '@foyer/contracts/staff-view.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { keptTexts, typedTexts, type TypedText } from '../../data/display-draft.ts';
import { refusedIn } from '../../data/refusals.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';
import './display-calls.ts';
import type { LayoutChange } from './display-events.ts';
import './display-media.ts';
import './display-ticker.ts';
import './display-voice.ts';
import './display-waits.ts';
import './layout-picture.ts';

/** Whoever stands there waits no longer for an answer. */
const GIVE_UP_MS = 15_000;

@customElement('display-dialog')
export class DisplayDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      staff-dialog {
        --dialog-width: 1080px;
      }
      .sides {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(16rem, 24rem);
        align-items: start;
        gap: 24px;
      }
      .fields {
        display: grid;
        gap: 24px;
      }
      .looks {
        position: sticky;
        top: 0;
        display: grid;
        gap: 8px;
      }
      .choices {
        display: flex;
        gap: 8px;
      }
      @media (max-width: 48rem) {
        .sides {
          grid-template-columns: minmax(0, 1fr);
        }
        .looks {
          position: static;
          order: -1;
        }
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) device!: DeviceView;
  @state() private draft: DisplayLayout = usualLayout;
  @state() private texts: readonly TypedText[] = [];
  @state() private upright = false;
  @state() private sending = false;
  @state() private refused = '';
  /** Somebody wanted to go on: what is missing is said. */
  @state() private judged = false;
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override connectedCallback(): void {
    super.connectedCallback();
    this.draft = this.frame.view.displayLayouts?.[this.device.id] ?? usualLayout;
    this.texts = typedTexts(this.draft.ticker, this.#languages);
  }

  override render() {
    const { draft, frame, texts } = this;
    const languages = this.#languages;
    const [first = 'en'] = languages;
    const said = ({ detail }: CustomEvent<LayoutChange>) => this.#change(detail);
    return html`<staff-dialog
      heading=${t('display.settings-of', { name: this.device.name })}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      <div class="sides">
        <div class="fields">
          <display-calls .layout=${draft} .view=${frame.view} @layout-said=${said}></display-calls>
          <display-waits .layout=${draft} .view=${frame.view} @layout-said=${said}></display-waits>
          <display-voice .layout=${draft} .languages=${languages} @layout-said=${said}></display-voice>
          <display-ticker
            .texts=${texts}
            .languages=${languages}
            ?faulty=${this.judged && keptTexts(texts, languages) === undefined}
            @texts-typed=${({ detail }: CustomEvent<readonly TypedText[]>) => (this.texts = detail)}
          ></display-ticker>
          <display-media .layout=${draft} .frame=${frame} @layout-said=${said}></display-media>
        </div>
        <div class="looks">
          <b>${t('display.looks')}</b>
          <layout-picture
            .layout=${draft}
            clinic=${frame.view.clinic.name}
            ticker=${texts[0]?.[first] ?? ''}
            ?upright=${this.upright}
          ></layout-picture>
          <div class="choices" role="group" aria-label=${t('display.looks')}>
            <foyer-button toggle ?on=${!this.upright} @click=${() => (this.upright = false)}
              >${t('display.lying')}</foyer-button
            >
            <foyer-button toggle ?on=${this.upright} @click=${() => (this.upright = true)}
              >${t('display.upright')}</foyer-button
            >
          </div>
        </div>
      </div>
      <foyer-button slot="acts" @click=${() => this.dialog.leave()}>${t('common.back')}</foyer-button>
      <foyer-button
        slot="acts"
        kind="strong"
        ?pending=${this.sending}
        ?disabled=${this.sending || !frame.session.hasLine}
        @click=${() => void this.#save()}
        >${t('common.save')}</foyer-button
      >
    </staff-dialog>`;
  }

  get #languages() {
    return this.frame.view.clinic.languages;
  }

  #change(change: LayoutChange): void {
    const { quietHours, waits, ...draft } = { ...this.draft, ...change } as DisplayLayout;
    this.draft = {
      ...draft,
      ...(quietHours === undefined ? {} : { quietHours }),
      ...(waits === undefined ? {} : { waits }),
    };
  }

  async #save(): Promise<void> {
    const { session } = this.frame;
    this.judged = true;
    const ticker = keptTexts(this.texts, this.#languages);
    if (ticker === undefined) return;
    this.sending = true;
    const layout = { ...this.draft, ticker };
    const sent = await session.act(
      { type: 'set-display-layout', deviceId: this.device.id, layout },
      { giveUpAfterMs: GIVE_UP_MS },
    );
    this.sending = false;
    const refused = refusedIn(sent);
    if (!refused) return this.dialog.leave();
    session.read();
    this.refused = refusalText(refused.code, refused.facts);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'display-dialog': DisplayDialog;
  }
}
