// Who is called next: what to start from as cards, then every rule as a sentence, profiles of rooms and people, what each
// service asks for, and what all of it would do to the queue of this moment. Fires `rules-changed`.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { callingPresets } from '@foyer/contracts/calling-presets.ts';
import type { CallingFault } from '@foyer/contracts/calling-rules-faults.ts';
import type { Calling, CallingPreview, CallingRules } from '@foyer/contracts/calling-rules.ts';
import type { StaffTiles } from '@foyer/contracts/http-api.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { moved } from '../../data/set-up/lists.ts';
import { isPreset, startedFrom } from '../../data/set-up/presets.ts';
import { profileKey, profileName, withProfile, type Profile } from '../../data/set-up/profiles.ts';
import { t } from '../../strings/strings.ts';
import './calling-fields.ts';
import './calling-preview.ts';
import './edit-profile-dialog.ts';
import './needs-earlier-fields.ts';
import type { NeedsEarlier } from './needs-earlier-fields.ts';
import { numberWords, type WordsNumber } from './number-words.ts';
import './service-calling.ts';
import { SetUpPart, partStyles, sentenceStyles } from './set-up-part.ts';
import './set-up-rows.ts';
import type { RowMove } from './set-up-rows.ts';
import './what-if-panel.ts';

/** With which a rule begins that is switched on. */
const begins = {
  ageingMinutes: 45,
  appointments: { earlyMinutes: 10, lateMinutes: 15 },
  needsEarlier: { needs: ['mobility', 'infant'], minutes: 15 } satisfies NeedsEarlier,
};

@customElement('rules-part')
export class RulesPart extends SetUpPart {
  static override styles = [
    shared,
    staffStyles,
    partStyles,
    sentenceStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 16px;
      }
      h2 {
        margin-top: 8px;
        font-size: 1.25rem;
      }
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
        gap: 12px;
      }
      .cards foyer-button {
        display: grid;
        --button-height: 7.5rem;
        --button-justify: flex-start;
        --button-align: start;
      }
      .card {
        display: grid;
        gap: 4px;
        align-self: flex-start;
        padding-block: 8px;
      }
      .look {
        justify-self: start;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  /** Null: none. */
  @property({ attribute: false }) rules: CallingRules | null = null;
  @property({ attribute: false }) ruleFaults: readonly CallingFault[] = [];
  @property({ attribute: false }) staff: StaffTiles['staff'] = [];
  /** What these rules would do now, when somebody has looked. */
  @property({ attribute: false }) preview: CallingPreview | undefined;
  @state() private open: string | undefined;

  override render() {
    const { rules } = this;
    return html`<div class="cards" role="group" aria-label=${t('set-up.part-rules')}>
        <foyer-button toggle ?on=${rules === null} @click=${() => this.#fire(null)}
          ><span class="card"
            ><b>${t('set-up.preset-none')}</b><span class="small">${t('set-up.preset-none-what')}</span></span
          ></foyer-button
        >
        ${callingPresets.map(
          (preset) =>
            html`<foyer-button
              toggle
              ?on=${isPreset(rules, preset)}
              @click=${() => this.#fire(startedFrom(preset, rules))}
              ><span class="card"
                ><b>${t(`set-up.preset-${preset}`)}</b
                ><span class="small">${t(`set-up.preset-${preset}-what`)}</span></span
              ></foyer-button
            >`,
        )}
      </div>
      ${rules === null ? nothing : this.#rules(rules)}
      <foyer-button
        class="look"
        icon="search"
        ?disabled=${this.ruleFaults.length > 0}
        @click=${() => this.dispatchEvent(new CustomEvent('look-ahead'))}
        >${t('set-up.preview-look')}</foyer-button
      >
      ${
        this.preview
          ? html`<calling-preview .preview=${this.preview} .rooms=${this.document.servicePoints}></calling-preview>`
          : nothing
      }
      <what-if-panel .frame=${this.frame} .rules=${rules} ?faulty=${this.ruleFaults.length > 0}></what-if-panel>`;
  }

  #rules(rules: CallingRules) {
    const { usual } = rules;
    return html`<h2>${t('set-up.rules-all')}</h2>
      ${this.#bounds(rules)}
      <h2>${t('set-up.rules-usual')}</h2>
      <calling-fields
        .calling=${usual}
        .services=${this.document.services}
        .faults=${this.#within('/usual')}
        @calling-changed=${({ detail }: CustomEvent<Calling>) => this.#put({ usual: detail })}
      ></calling-fields>
      <h2>${t('set-up.profiles')}</h2>
      <p class="muted">${t('set-up.profiles-what')}</p>
      ${this.#profiles(rules)}
      <h2>${t('set-up.part-services')}</h2>
      <service-calling
        .rules=${rules}
        .services=${this.document.services}
        .staff=${this.staff}
        .faults=${this.ruleFaults}
        @services-calling=${({ detail }: CustomEvent<Pick<CallingRules, 'services' | 'people'>>) => this.#put(detail)}
      ></service-calling>`;
  }

  #bounds(rules: CallingRules) {
    const { longestWaitMinutes, opensAfterMinutes, ageingMinutes, appointments, needsEarlier } = rules;
    const minutes = (path: string, value: number, change: (value: number) => void): WordsNumber => ({
      label: t('set-up.minutes'),
      value,
      faulty: this.#ruleFault(path) !== '',
      change,
    });
    const said = (...paths: readonly string[]) => {
      const fault = paths.map((path) => this.#ruleFault(path)).find((words) => words !== '');
      return fault ? html`<span class="fault" role="status">${fault}</span>` : nothing;
    };
    return html`<p class="sentence">
        ${numberWords(t('set-up.longest-words', { minutes: '{minutes}' }), {
          minutes: minutes('/longestWaitMinutes', longestWaitMinutes, (value) =>
            this.#put({ longestWaitMinutes: value }),
          ),
        })}
      </p>
      ${said('/longestWaitMinutes')}
      <p class="sentence">
        ${numberWords(t('set-up.opens-words', { minutes: '{minutes}' }), {
          minutes: minutes('/opensAfterMinutes', opensAfterMinutes, (value) => this.#put({ opensAfterMinutes: value })),
        })}
      </p>
      ${said('/opensAfterMinutes')}
      <div class="choices">
        <foyer-button
          toggle
          ?on=${ageingMinutes !== undefined}
          @click=${() => this.#switch('ageingMinutes', begins.ageingMinutes)}
          >${t('set-up.ageing')}</foyer-button
        >
        <foyer-button
          toggle
          ?on=${appointments !== undefined}
          @click=${() => this.#switch('appointments', begins.appointments)}
          >${t('set-up.windows')}</foyer-button
        >
        <foyer-button
          toggle
          ?on=${needsEarlier !== undefined}
          @click=${() => this.#switch('needsEarlier', begins.needsEarlier)}
          >${t('set-up.needs-earlier')}</foyer-button
        >
        <foyer-button
          toggle
          ?on=${rules.namedPractitioners === true}
          @click=${() => this.#switch('namedPractitioners', true)}
          >${t('set-up.named')}</foyer-button
        >
        <foyer-button
          toggle
          ?on=${rules.hideNamesUntilCalled === true}
          @click=${() => this.#switch('hideNamesUntilCalled', true)}
          >${t('set-up.hide-names')}</foyer-button
        >
      </div>
      ${
        ageingMinutes === undefined
          ? nothing
          : html`<p class="sentence">
              ${numberWords(t('set-up.ageing-words', { minutes: '{minutes}' }), {
                minutes: minutes('/ageingMinutes', ageingMinutes, (value) => this.#put({ ageingMinutes: value })),
              })}
            </p>`
      }
      ${said('/ageingMinutes')}
      ${
        appointments === undefined
          ? nothing
          : html`<p class="sentence">
              ${numberWords(t('set-up.windows-words', { early: '{early}', late: '{late}' }), {
                early: minutes('/appointments/earlyMinutes', appointments.earlyMinutes, (value) =>
                  this.#put({ appointments: { ...appointments, earlyMinutes: value } }),
                ),
                late: minutes('/appointments/lateMinutes', appointments.lateMinutes, (value) =>
                  this.#put({ appointments: { ...appointments, lateMinutes: value } }),
                ),
              })}
            </p>`
      }
      ${said('/appointments/earlyMinutes', '/appointments/lateMinutes')}
      ${
        needsEarlier === undefined
          ? nothing
          : html`<needs-earlier-fields
              .rule=${needsEarlier}
              fault=${this.#ruleFault('/needsEarlier/minutes')}
              @needs-earlier-changed=${({ detail }: CustomEvent<NeedsEarlier | null>) =>
                detail === null ? this.#switch('needsEarlier', undefined) : this.#put({ needsEarlier: detail })}
            ></needs-earlier-fields>`
      }`;
  }

  #profiles({ profiles }: CallingRules) {
    const rows = profiles.map((profile, index) => ({
      id: profileKey(profile),
      sign: '',
      name: profileName(profile, this.document.servicePoints, this.staff),
      lines: new Intl.ListFormat(document.documentElement.lang).format(
        profile.serves.map((id) =>
          localised(this.document.services.find((service) => service.id === id)?.name ?? { en: '' }),
        ),
      ),
      fault: this.#firstWithin(`/profiles/${index}`),
    }));
    const at = (id: string) => profiles.findIndex((profile) => profileKey(profile) === id);
    const index = this.open === undefined ? -1 : at(this.open);
    return html`<set-up-rows
        label=${t('set-up.profiles')}
        add=${t('set-up.profile-add')}
        .rows=${rows}
        @row-add=${() => (this.open = '')}
        @row-change=${({ detail }: CustomEvent<string>) => (this.open = detail)}
        @row-move=${({ detail: { id, by } }: CustomEvent<RowMove>) => this.#put({ profiles: moved(profiles, at(id), by) })}
        @row-remove=${({ detail }: CustomEvent<string>) => this.#put({ profiles: profiles.toSpliced(at(detail), 1) })}
      ></set-up-rows>
      ${
        this.open === undefined
          ? nothing
          : html`<edit-profile-dialog
              .profile=${profiles[index]}
              .others=${profiles}
              .rooms=${this.document.servicePoints}
              .services=${this.document.services}
              .staff=${this.staff}
              .faults=${index === -1 ? [] : this.#within(`/profiles/${index}`)}
              @profile-changed=${({ detail }: CustomEvent<Profile>) => this.#putProfile(detail)}
              @close=${() => (this.open = undefined)}
            ></edit-profile-dialog>`
      }`;
  }

  #putProfile(profile: Profile): void {
    this.open = profileKey(profile);
    if (this.rules) this.#put({ profiles: withProfile(this.rules.profiles, profile) });
  }

  #within(path: string): readonly CallingFault[] {
    return this.ruleFaults
      .filter((fault) => fault.path === path || fault.path.startsWith(`${path}/`))
      .map(({ path: whole, code }) => ({ path: whole.slice(path.length), code }));
  }

  #firstWithin(path: string): string {
    const [fault] = this.#within(path);
    return fault ? t(`set-up.calling-${fault.code}`) : '';
  }

  #ruleFault(path: string): string {
    const fault = this.ruleFaults.find((one) => one.path === path);
    return fault ? t(`set-up.calling-${fault.code}`) : '';
  }

  /** On with what it begins with, or off. */
  #switch<K extends 'ageingMinutes' | 'appointments' | 'needsEarlier' | 'namedPractitioners' | 'hideNamesUntilCalled'>(
    rule: K,
    begin: CallingRules[K],
  ): void {
    if (this.rules === null) return;
    const { [rule]: before, ...rest } = this.rules;
    this.#fire((before === undefined ? { ...rest, [rule]: begin } : rest) as CallingRules);
  }

  #put(changes: Partial<CallingRules>): void {
    if (this.rules) this.#fire({ ...this.rules, ...changes });
  }

  #fire(detail: CallingRules | null): void {
    this.dispatchEvent(new CustomEvent<CallingRules | null>('rules-changed', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rules-part': RulesPart;
  }
  interface HTMLElementEventMap {
    'rules-changed': CustomEvent<CallingRules | null>;
    'look-ahead': CustomEvent;
  }
}
