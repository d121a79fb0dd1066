// Settings of the box that change while it runs: for who may change them, each with what it is for. A change counts at once
// and stands in the log.

import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import {
  isSettingValue,
  liveSettingNames,
  liveSettings,
  type LiveSetting,
  type LiveSettingName,
} from '@foyer/contracts/live-settings.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '../../components/staff-dialog.ts';
import type { StaffDialog } from '../../components/staff-dialog.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { refusedIn } from '../../data/refusals.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';

const GIVE_UP_MS = 15_000;

@customElement('box-settings-dialog')
export class BoxSettingsDialog extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
        gap: 20px 24px;
      }
      .with-unit {
        display: flex;
        align-items: center;
        gap: 8px;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  /** What was typed and is not kept yet. */
  @state() private typed: ReadonlyMap<LiveSettingName, string> = new Map();
  @state() private sending = false;
  @state() private refused = '';
  @query('staff-dialog') private readonly dialog!: StaffDialog;

  override render() {
    const ready = [...this.typed].every(([name, value]) => isSettingValue(name, value)) && this.typed.size > 0;
    return html`<staff-dialog
      heading=${t('box.title')}
      what=${t('box.what')}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      <div class="fields">
        ${liveSettingNames.filter((name) => name in (this.frame.view.settings ?? {})).map((name) => this.#field(name))}
      </div>
      <foyer-button slot="acts" @click=${() => this.dialog.leave()}>${t('common.back')}</foyer-button>
      <foyer-button
        slot="acts"
        kind="strong"
        ?pending=${this.sending}
        ?disabled=${!ready || this.sending || !this.frame.session.hasLine}
        @click=${() => void this.#save()}
        >${t('box.save')}</foyer-button
      >
    </staff-dialog>`;
  }

  #field(name: LiveSettingName) {
    const value = this.typed.get(name) ?? this.frame.view.settings?.[name] ?? '';
    return html`<div>
      <label class="field"><span>${t(`box.${name}`)}</span>${this.#input(name, value)}</label>
      <p class="muted" id="${name}-help">${t(`box.help-${name}`)}</p>
    </div>`;
  }

  #input(name: LiveSettingName, value: string) {
    const { kind }: LiveSetting = liveSettings[name];
    const typed = (event: Event) => this.#type(name, (event.target as HTMLInputElement).value);
    switch (kind.is) {
      case 'choice':
        return html`<select name=${name} aria-describedby="${name}-help" @change=${typed}>
          ${kind.of.map((choice) => html`<option value=${choice} ?selected=${choice === value}>${choice}</option>`)}
        </select>`;
      case 'number':
        return html`<span class="with-unit"
          ><input
            name=${name}
            type="number"
            inputmode="numeric"
            min=${kind.from}
            max=${kind.until}
            aria-describedby="${name}-help"
            aria-invalid=${isSettingValue(name, value) ? 'false' : 'true'}
            .value=${value}
            @input=${typed}
          />${kind.unit}</span
        >`;
      case 'time-of-day':
        return html`<input name=${name} type="time" aria-describedby="${name}-help" .value=${value} @input=${typed} />`;
    }
  }

  #type(name: LiveSettingName, value: string): void {
    const typed = new Map(this.typed);
    if (value === (this.frame.view.settings?.[name] ?? '')) typed.delete(name);
    else typed.set(name, value);
    this.typed = typed;
  }

  async #save(): Promise<void> {
    const { session } = this.frame;
    [this.sending, this.refused] = [true, ''];
    for (const [name, value] of this.typed) {
      const body = { type: 'change-setting' as const, name, value };
      const refused = refusedIn(await session.act(body, { giveUpAfterMs: GIVE_UP_MS }));
      if (refused === undefined) continue;
      session.read();
      [this.sending, this.refused] = [false, refusalText(refused.code, refused.facts)];
      return;
    }
    this.sending = false;
    this.dialog.leave();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'box-settings-dialog': BoxSettingsDialog;
  }
}
