// The clinic's set-up after its first run: part by part, as a draft that nothing loses, and applied at once when a person
// has seen in words what would change.

import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import type { ClinicAsSetUp } from '@foyer/contracts/clinic-document.ts';
import { clinicFaults, type ClinicFault } from '@foyer/contracts/clinic-faults.ts';
import type { CallingPreview, CallingRules } from '@foyer/contracts/calling-rules.ts';
import type { CallingFault } from '@foyer/contracts/calling-rules-faults.ts';
import type { StaffTiles } from '@foyer/contracts/http-api.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import '@foyer/ui-kit/elements/foyer-floor.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import '../../components/line-card.ts';
import '../../components/staff-header.ts';
import { StaffPage } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { applySetUp } from '../../data/set-up/apply-set-up.ts';
import type { UnreadFile } from '../../data/set-up/clinic-file.ts';
import { fetchSetUp } from '../../data/set-up/fetch-set-up.ts';
import { checkFile } from '../../data/set-up/file-check.ts';
import { differences } from '../../data/set-up/differences.ts';
import { withChanges } from '../../data/set-up/lists.ts';
import { partOf, partsFor, SetUpPartName } from '../../data/set-up/parts.ts';
import { rulesFaultsOf } from '../../data/set-up/rules-faults.ts';
import { changed, changesOf, isChanged, rebased, takenBack, type SetUpDraft } from '../../data/set-up/set-up-draft.ts';
import { forgetDraft, loadDraft, saveDraft, type DraftOf } from '../../data/set-up/set-up-draft-store.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { setUpRefusalText } from '../../strings/set-up-refusal-text.ts';
import { fileFaultText } from '../../strings/file-fault-text.ts';
import { t } from '../../strings/strings.ts';
import './about-part.ts';
import './apply-dialog.ts';
import type { ApplyDialog } from './apply-dialog.ts';
import './cards-part.ts';
import './charges-part.ts';
import './file-part.ts';
import type { FileFault } from './file-part.ts';
import './forms-part.ts';
import './hours-part.ts';
import './journeys-part.ts';
import './paper-part.ts';
import './rooms-part.ts';
import './rules-part.ts';
import './services-part.ts';
import './unanswered-part.ts';
import type { DocumentChange } from './set-up-part.ts';
import { setUpPageStyles } from './set-up-page-styles.ts';

@customElement('set-up-page')
export class SetUpPage extends StaffPage {
  static override styles = [shared, staffStyles, setUpPageStyles];

  @state() private clinic: ClinicAsSetUp | undefined;
  @state() private staff: StaffTiles['staff'] = [];
  @state() private draft: SetUpDraft | undefined;
  @state() private chosen: SetUpPartName | undefined;
  /** What was taken away last, said beside the way back. */
  @state() private takenAway: string | undefined;
  @state() private told = '';
  @state() private applying = false;
  @state() private sending = false;
  @state() private refused = '';
  @state() private preview: CallingPreview | undefined;
  @state() private fileFaults: readonly FileFault[] = [];
  @state() private looking = false;
  @query('.part') private readonly place!: HTMLElement;
  @query('apply-dialog') private readonly dialog!: ApplyDialog | null;

  override firstUpdated(): void {
    void this.#fetch();
  }

  override render() {
    const { frame, session, clinic, draft } = this;
    // Only somebody who may mend the clinic is held up by what does not fit in it.
    const faults =
      draft && this.#draftOf === 'all' ? clinicFaults(draft.now.clinic, this.clinic?.isAdopted === true) : [];
    const ruleFaults = draft ? rulesFaultsOf(draft, this.staff) : [];
    return html`<staff-header .frame=${frame}></staff-header>
      <main class=${this.#parts.length === 1 ? 'alone' : ''} @begun-in-vain=${() => this.#takeBack()}>
        ${this.#nav(faults, ruleFaults)}
        <section class="part" tabindex="-1" aria-label=${t(`set-up.part-${this.#current}`)}>
          <line-card .frame=${frame}></line-card>
          ${this.told ? html`<p class="told" role="status">${this.told}</p>` : nothing}
          ${this.takenAway === undefined ? nothing : this.#back(this.takenAway)}
          <h1>${t(`set-up.part-${this.#current}`)}</h1>
          <p class="what">${t(`set-up.what-${this.#current}`)}</p>
          ${clinic && draft ? this.#part(clinic, draft, faults, ruleFaults) : html`<p role="status">${this.refused || t('common.opening')}</p>`}
        </section>
      </main>
      ${draft ? this.#foot(draft, faults.length + ruleFaults.length) : nothing}
      <foyer-floor ?broken=${!session.hasLine}></foyer-floor>
      ${draft && this.applying ? this.#dialog(draft) : nothing}`;
  }

  #nav(faults: readonly ClinicFault[], ruleFaults: readonly CallingFault[]) {
    const parts = this.#parts;
    if (parts.length === 1) return nothing;
    const faulty = new Set(faults.map(({ path }) => partOf(path)));
    if (ruleFaults.length > 0) faulty.add(SetUpPartName.rules);
    return html`<nav aria-label=${t('page.set-up')}>
        ${parts.map((part) => html`<button type="button" aria-current=${part === this.#current ? 'page' : nothing} @click=${() => this.#go(part)}>${t(`set-up.part-${part}`)}${faulty.has(part) ? html`<foyer-icon class="mark" name="warning" label=${t('set-up.part-faulty')}></foyer-icon>` : nothing}</button>`)}
      </nav>
      <label class="chooser"
        ><span class="visually-hidden">${t('page.set-up')}</span>
        <select @change=${(event: Event) => this.#go((event.target as HTMLSelectElement).value as SetUpPartName)}>
          ${parts.map((part) => html`<option value=${part} ?selected=${part === this.#current}>${t(`set-up.part-${part}`)}${faulty.has(part) ? ` – ${t('set-up.part-faulty')}` : ''}</option>`)}
        </select></label
      >`;
  }

  #part(clinic: ClinicAsSetUp, draft: SetUpDraft, faults: readonly ClinicFault[], ruleFaults: readonly CallingFault[]) {
    const { clinic: document, callingRules } = draft.now;
    const change = ({ detail }: CustomEvent<DocumentChange>) => this.#changed(detail);
    switch (this.#current) {
      case SetUpPartName.services:
        return html`<services-part
          .document=${document}
          .clinic=${clinic}
          .faults=${faults}
          @document-changed=${change}
        ></services-part>`;
      case SetUpPartName.rooms:
        return html`<rooms-part
          .document=${document}
          .clinic=${clinic}
          .faults=${faults}
          @document-changed=${change}
        ></rooms-part>`;
      case SetUpPartName.hours:
        return html`<hours-part
          .document=${document}
          .clinic=${clinic}
          .faults=${faults}
          @document-changed=${change}
        ></hours-part>`;
      case SetUpPartName.prices:
        return html`<charges-part
          .document=${document}
          .clinic=${clinic}
          .faults=${faults}
          @document-changed=${change}
        ></charges-part>`;
      case SetUpPartName.about:
        return html`<about-part
          .document=${document}
          .clinic=${clinic}
          .faults=${faults}
          @document-changed=${change}
        ></about-part>`;
      case SetUpPartName.forms:
        return html`<forms-part
          .document=${document}
          .clinic=${clinic}
          .faults=${faults}
          @document-changed=${change}
        ></forms-part>`;
      case SetUpPartName.rules:
        return html`<rules-part
          .frame=${this.frame}
          .document=${document}
          .clinic=${clinic}
          .rules=${callingRules}
          .ruleFaults=${ruleFaults}
          .staff=${this.staff}
          .preview=${this.preview}
          @rules-changed=${({ detail }: CustomEvent<CallingRules | null>) => this.#ruled(detail)}
          @look-ahead=${() => this.#look()}
        ></rules-part>`;
      case SetUpPartName.journeys:
        return html`<journeys-part
          .document=${document}
          .clinic=${clinic}
          .faults=${faults}
          @document-changed=${change}
        ></journeys-part>`;
      case SetUpPartName.unanswered:
        return html`<unanswered-part
          .document=${document}
          .clinic=${clinic}
          .faults=${faults}
          @document-changed=${change}
        ></unanswered-part>`;
      case SetUpPartName.paper:
        return html`<paper-part
          .frame=${this.frame}
          .document=${document}
          .clinic=${clinic}
          .faults=${faults}
          @document-changed=${change}
        ></paper-part>`;
      case SetUpPartName.cards:
        return html`<cards-part
          .document=${document}
          .clinic=${clinic}
          .faults=${faults}
          @document-changed=${change}
        ></cards-part>`;
      case SetUpPartName.file:
        return html`<file-part
          .document=${document}
          .clinic=${clinic}
          .file=${draft.now}
          day=${this.view.clinic.businessDay}
          .fileFaults=${this.fileFaults}
          ?looking=${this.looking}
          @file-loaded=${({ detail }: CustomEvent<UnreadFile>) => this.#loadFile(detail)}
        ></file-part>`;
    }
  }

  #back(name: string) {
    return html`<p class="told" role="status">
      ${t('set-up.taken-away', { name: name || t('set-up.nameless') })}
      <button type="button" class="link" @click=${() => this.#takeBack()}>
        <foyer-icon name="undo"></foyer-icon>${t('set-up.put-back')}
      </button>
    </p>`;
  }

  #foot(draft: SetUpDraft, faults: number) {
    const count = differences(draft.before, draft.now).length;
    const words =
      faults > 0
        ? t('set-up.foot-faults', { count: faults })
        : count === 0
          ? t('set-up.foot-none')
          : t('set-up.foot-changes', { count });
    return html`<div class="foot">
      <p role="status" class=${faults > 0 ? 'alert' : ''}>${words}</p>
      ${
        draft.steps.length === 0
          ? nothing
          : html`<foyer-button icon="undo" @click=${() => this.#takeBack()}>${t('set-up.step-back')}</foyer-button>`
      }
      ${
        count === 0
          ? nothing
          : html`<foyer-button @click=${() => this.#forget()}>${t('set-up.forget')}</foyer-button>
              <foyer-button kind="strong" ?disabled=${faults > 0} @click=${() => this.#begin()}
                >${t('set-up.look')}</foyer-button
              >`
      }
    </div>`;
  }

  #dialog(draft: SetUpDraft) {
    const { devices } = this.view;
    const names = {
      currency: this.clinic?.currency ?? '',
      deviceName: (id: string) => devices[id]?.name ?? id,
    };
    return html`<apply-dialog
      .draft=${draft}
      .names=${names}
      .preview=${changesOf(draft).callingRules === undefined ? undefined : this.preview}
      refused=${this.refused}
      ?sending=${this.sending}
      @apply-it=${({ detail }: CustomEvent<string>) => this.#apply(draft, detail)}
      @close=${() => (this.applying = false)}
    ></apply-dialog>`;
  }

  async #fetch(): Promise<void> {
    const { api } = this.frame;
    const fetched = await fetchSetUp(api, this.session.token, this.view.displayLayouts ?? {});
    if (!fetched.ok) {
      this.refused = refusalText(fetched.code, {});
      return;
    }
    const kept = this.draft ?? loadDraft(sessionStorage, this.#draftOf);
    this.refused = '';
    this.clinic = fetched.clinic;
    this.staff = fetched.staff;
    this.#keep(kept === undefined ? fetched.draft : rebased(kept, fetched.draft));
  }

  get #parts(): readonly SetUpPartName[] {
    return partsFor(this.view.me.roles);
  }

  get #current(): SetUpPartName {
    return this.#parts.find((part) => part === this.chosen) ?? this.#parts[0] ?? SetUpPartName.rules;
  }

  get #draftOf(): DraftOf {
    return this.#parts.length === 1 ? 'rules' : 'all';
  }

  #keep(draft: SetUpDraft): void {
    this.draft = draft;
    if (isChanged(changesOf(draft))) saveDraft(sessionStorage, draft, this.#draftOf);
    else forgetDraft(sessionStorage, this.#draftOf);
  }

  #changed({ changes, step, takenAway }: DocumentChange): void {
    if (!this.draft) return;
    this.told = '';
    this.takenAway = takenAway;
    this.#keep(changed(this.draft, withChanges(this.draft.now, changes), step));
  }

  #ruled(callingRules: CallingRules | null): void {
    if (!this.draft) return;
    this.told = '';
    this.takenAway = undefined;
    this.preview = undefined;
    this.#keep(changed(this.draft, { callingRules }, `rules/${this.draft.steps.length}`));
  }

  #takeBack(): void {
    this.takenAway = undefined;
    this.preview = undefined;
    if (this.draft) this.#keep(takenBack(this.draft));
  }

  /** One step, too: it can be taken back. */
  #forget(): void {
    if (!this.draft) return;
    this.takenAway = undefined;
    this.preview = undefined;
    this.#keep(changed(this.draft, this.draft.before, 'forget'));
  }

  #go(part: SetUpPartName): void {
    this.chosen = part;
    this.takenAway = undefined;
    this.told = '';
    this.place.scrollTop = 0;
  }

  async #look(): Promise<void> {
    if (!this.draft) return;
    const looked = await this.frame.api.previewRules(this.draft.now.callingRules, this.session.token);
    this.preview = looked.ok ? looked.value : undefined;
  }

  #begin(): void {
    this.refused = '';
    this.told = '';
    this.applying = true;
    if (this.draft && changesOf(this.draft).callingRules !== undefined) void this.#look();
  }

  async #apply(draft: SetUpDraft, reason: string): Promise<void> {
    this.sending = true;
    const refused = await applySetUp(this.session, draft, reason === '' ? undefined : reason);
    this.sending = false;
    this.refused = refused ? setUpRefusalText(refused, draft.before.clinic) : '';
    if (!refused) {
      this.dialog?.leave();
      this.draft = undefined;
      this.preview = undefined;
      this.takenAway = undefined;
      forgetDraft(sessionStorage, this.#draftOf);
      this.told = t('set-up.applied');
    }
    const { refused: words } = this;
    // What was applied before the "no" is no change any more.
    await this.#fetch();
    this.refused = words;
  }

  async #loadFile(read: UnreadFile): Promise<void> {
    if (!this.draft) return;
    this.looking = true;
    const checked = await checkFile(this.frame.api, this.session.token, read, this.draft.now, this.staff);
    this.looking = false;
    this.fileFaults = checked.ok ? [] : checked.faults.map((fault) => fileFaultText(fault, this.draft!.before.clinic));
    if (!checked.ok) return;
    this.#keep(changed(this.draft, checked.file, 'file'));
    if (isChanged(changesOf(this.draft))) this.#begin();
    else this.told = t('set-up.file-same');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'set-up-page': SetUpPage;
  }
}
