// How printed paper looks: its parts beside a picture of the paper, which is drawn anew at every change.

import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Language } from '@foyer/contracts/languages.ts';
import { mostLogoBytes, mostParts } from '@foyer/contracts/paper-limits.ts';
import type { PaperKind, TemplatePart } from '@foyer/contracts/paper-template.ts';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { language as spoken, languageCodes, Languages } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { refusedIn } from '../../data/refusals.ts';
import { moved } from '../../data/set-up/lists.ts';
import {
  addableParts,
  newLogo,
  newPart,
  paperKinds,
  partPath,
  partsOfPaper,
  proofOf,
  withParts,
  type PartName,
} from '../../data/set-up/paper.ts';
import { partName } from '../../strings/paper-text.ts';
import { refusalText } from '../../strings/refusal-text.ts';
import { t } from '../../strings/strings.ts';
import type { PaperPartChange } from './edit-paper-part.ts';
import { paperPartStyles } from './paper-part-styles.ts';
import './paper-logo-choice.ts';
import './paper-picture.ts';
import './paper-rows.ts';
import { SetUpPart, partStyles } from './set-up-part.ts';

@customElement('paper-part')
export class PaperPart extends SetUpPart {
  static override styles = [shared, staffStyles, partStyles, paperPartStyles];

  @property({ attribute: false }) frame!: Frame;
  @state() private kind: PaperKind = 'ticket';
  @state() private language: Language | undefined;
  @state() private open = -1;
  @state() private adding = false;
  @state() private bringing = false;
  @state() private proving = false;
  /** What became of a test, or of a picture that was brought. */
  @state() private told = '';
  @state() private refused = '';
  /** Names of the clinic's; undefined until they are known. */
  @state() private files: ReadonlySet<string> | undefined;

  override firstUpdated(): void {
    void this.#list();
  }

  override render() {
    return html`<div class="bench" @logo-chosen=${({ detail }: CustomEvent<File>) => void this.#bring(detail)}>
      <div class="parts">
        <div class="choices" role="group" aria-label=${t('set-up.paper-which')}>
          ${paperKinds.map((kind) => html`<foyer-button toggle ?on=${kind === this.kind} @click=${() => this.#turn(kind)}>${t(`set-up.paper-${kind}`)}</foyer-button>`)}
        </div>
        ${this.said(`/paper/${this.kind}/parts`, 'whole')}
        <paper-rows
          .parts=${this.#parts}
          .faults=${this.#parts.map((part, index) => this.faultIn(partPath(this.kind, index)) || this.#lacks(part))}
          .kind=${this.kind}
          .languages=${this.document.languages}
          .open=${this.open}
          ?bringing=${this.bringing}
          @paper-row-open=${({ detail }: CustomEvent<number>) => (this.open = detail)}
          @paper-row-move=${({ detail }: CustomEvent<number>) => this.#move(detail < 0 ? -1 : 1)}
          @paper-row-remove=${({ detail }: CustomEvent<number>) => this.#remove(detail)}
          @paper-part-changed=${({ detail }: CustomEvent<PaperPartChange>) => this.#set(detail)}
        ></paper-rows>
        ${this.#add()}
      </div>
      ${this.#look()}
    </div>`;
  }

  #add() {
    if (this.#parts.length >= mostParts) return html`<p class="muted">${t('set-up.paper-full')}</p>`;
    return html`<foyer-button icon="plus" toggle ?on=${this.adding} @click=${() => void this.#offer()}
        >${t('set-up.paper-add')}</foyer-button
      >
      ${
        this.adding
          ? html`<div class="choices offer" role="group" aria-label=${t('set-up.paper-add')}>
              ${addableParts[this.kind].map((name) => this.#addable(name))}
            </div>`
          : nothing
      }`;
  }

  #addable(name: PartName) {
    if (name === 'logo') {
      const has = this.#parts.some(({ part }) => part === 'logo');
      return has ? nothing : html`<paper-logo-choice short ?bringing=${this.bringing}></paper-logo-choice>`;
    }
    return html`<foyer-button @click=${() => this.#insert(newPart(name))}>${t(`set-up.paper-${name}`)}</foyer-button>`;
  }

  #look() {
    const { language, kind } = this;
    const shown = language ?? this.#firstLanguage;
    return html`<section class="look" aria-label=${t(`set-up.paper-picture-${kind}`)}>
      <label class="row"
        ><span>${t('set-up.paper-language')}</span>
        <select @change=${(event: Event) => (this.language = (event.target as HTMLSelectElement).value as Language)}>
          ${languageCodes.map((code) => html`<option value=${code} lang=${code} ?selected=${code === shown}>${Languages[code].name}</option>`)}
        </select></label
      >
      <paper-picture
        .frame=${this.frame}
        .proof=${proofOf(this.document.paper, kind, shown, this.faults)}
      ></paper-picture>
      <div class="choices">
        <foyer-button
          icon="printer"
          ?pending=${this.proving}
          ?disabled=${this.proving}
          @click=${() => void this.#prove(shown)}
          >${t('set-up.paper-proof')}</foyer-button
        >
        ${
          this.document.paper?.[kind] === undefined
            ? nothing
            : html`<foyer-button @click=${() => this.#change(partsOfPaper(null, kind), 'usual')}
                >${t('set-up.paper-usual')}</foyer-button
              >`
        }
      </div>
      ${this.refused ? html`<p class="alert" role="alert">${this.refused}</p>` : nothing}
      <p role="status">${this.told}</p>
    </section>`;
  }

  /** Somebody may have removed what a display showed, too. */
  #lacks(part: TemplatePart): string {
    const isGone = part.part === 'logo' && this.files?.has(part.file) === false;
    return isGone ? t('set-up.paper-logo-gone') : '';
  }

  get #parts(): readonly TemplatePart[] {
    return partsOfPaper(this.document.paper, this.kind);
  }

  /** The one that is read here, where the clinic speaks it. */
  get #firstLanguage(): Language {
    const here = spoken.code;
    return this.document.languages.includes(here) ? here : (this.document.languages[0] ?? 'en');
  }

  /** What can be added is below the list: it comes into view. */
  async #offer(): Promise<void> {
    this.adding = !this.adding;
    await this.updateComplete;
    this.renderRoot.querySelector('.offer')?.scrollIntoView({ block: 'nearest' });
  }

  #turn(kind: PaperKind): void {
    this.kind = kind;
    this.open = -1;
    this.adding = false;
    this.#quiet();
  }

  #quiet(): void {
    this.told = '';
    this.refused = '';
  }

  #set({ part, field }: PaperPartChange): void {
    this.#change(this.#parts.with(this.open, part), `${this.open}/${field}`);
  }

  #move(by: -1 | 1): void {
    this.#change(moved(this.#parts, this.open, by), `order/${this.open}`);
    this.open += by;
  }

  /** Behind the one that is open, or at the end, where a logo hardly belongs. */
  #insert(part: TemplatePart): void {
    const atEnd = part.part === 'logo' ? 0 : this.#parts.length;
    const at = this.open === -1 ? atEnd : this.open + 1;
    this.#change(this.#parts.toSpliced(at, 0, part), `new/${at}/${this.#parts.length}`);
    this.open = at;
    this.adding = false;
  }

  #remove(index: number): void {
    const part = this.#parts[index];
    if (part === undefined) return;
    this.open = -1;
    this.#change(this.#parts.toSpliced(index, 1), `without/${index}/${this.#parts.length}`, partName(part));
  }

  #change(parts: readonly TemplatePart[], step: string, takenAway?: string): void {
    this.#quiet();
    this.change({ paper: withParts(this.document.paper, this.kind, parts) }, `paper/${this.kind}/${step}`, takenAway);
  }

  async #list(): Promise<void> {
    const list = await this.frame.api.mediaList(this.frame.session.token);
    if (list.ok) this.files = new Set(list.value.files.map(({ file }) => file));
  }

  async #bring(file: File): Promise<void> {
    this.#quiet();
    if (file.size > mostLogoBytes) {
      this.refused = refusalText('file-too-large', {});
      return;
    }
    const { api, session } = this.frame;
    this.bringing = true;
    const added = await api.addMedia(file, session.token);
    this.bringing = false;
    const refused = refusedIn(added);
    if (refused) this.refused = refusalText(refused.code, refused.facts);
    if (!added.ok) return;
    const { file: name } = added.value;
    this.files = new Set([...(this.files ?? []), name]);
    const opened = this.#parts[this.open];
    if (opened?.part === 'logo') this.#set({ part: { ...opened, file: name }, field: 'file' });
    else this.#insert(newLogo(name));
  }

  async #prove(language: Language): Promise<void> {
    this.#quiet();
    this.proving = true;
    const { api, session } = this.frame;
    const proof = proofOf(this.document.paper, this.kind, language, this.faults);
    const printed = await api.printPaperProof(proof, session.token);
    this.proving = false;
    const refused = refusedIn(printed);
    if (refused) this.refused = refusalText(refused.code, refused.facts);
    if (!printed.ok) return;
    const { outcome, code } = printed.value;
    if (outcome === 'failed') this.refused = refusalText(code ?? 'printer-off', {});
    else this.told = t(outcome === 'printed' ? 'set-up.paper-proof-done' : 'set-up.paper-proof-unsure');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-part': PaperPart;
  }
}
