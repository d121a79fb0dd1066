// Facts of a clinic that the centre could not apply: a list, and one to look at, to mend and to settle. What the clinic
// wrote never changes.

import type { ClinicListEntry } from '@foyer/contracts/centre-api.ts';
import type { Letter, LetterEntry, LetterList, LetterPlace } from '@foyer/contracts/dead-letters.ts';
import type { ApiAnswer } from '@foyer/ui-kit/connection/edge-api.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { formatDay, formatTime } from '@foyer/ui-kit/language/format.ts';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { codeOf } from '../../data/centre.ts';
import * as letters from '../../data/letters.ts';
import { t } from '../../strings/strings.ts';
import { listPageStyles } from '../../components/list-page-styles.ts';
import { lettersPageStyles } from './letters-page-styles.ts';

const shortestWhy = 3;

@customElement('letters-page')
export class LettersPage extends FoyerElement {
  static override styles = [shared, listPageStyles, lettersPageStyles];

  @property({ attribute: false }) clinic!: ClinicListEntry;

  @state() private list: LetterList | undefined;
  @state() private looked: Letter | undefined;
  @state() private said: string | undefined;
  @state() private fault: string | undefined;
  @state() private isBusy = false;
  #clinicId: string | undefined;

  override willUpdate(): void {
    if (this.#clinicId === this.clinic.id) return;
    this.#clinicId = this.clinic.id;
    [this.list, this.looked, this.said] = [undefined, undefined, undefined];
    void this.#read();
  }

  override render() {
    const { list, looked, said, fault } = this;
    return html`<header>
        <h1>${t('letters.title')}</h1>
        <p>${t('letters.what')}</p>
        ${list ? html`<p>${this.#counts(list)}</p>` : nothing}
      </header>
      <main>
        ${said ? html`<p class="said" role="status">${said}</p>` : nothing}
        ${fault ? html`<p class="said fault" role="alert">${fault}</p>` : nothing}
        ${looked ? this.#letter(looked) : list ? this.#list(list) : fault ? nothing : html`<p>${t('letters.reading')}</p>`}
      </main>`;
  }

  #counts({ counts }: LetterList): string {
    if (counts.open + counts.applied + counts['set-aside'] === 0) return t('letters.none');
    return t('letters.counts', { open: counts.open, applied: counts.applied, aside: counts['set-aside'] });
  }

  #list({ letters: open, zone }: LetterList) {
    if (open.length === 0) return nothing;
    return html`<foyer-button kind="strong" ?disabled=${this.isBusy} @click=${() => void this.#retry(open)}
        >${t('letters.try-all')}</foyer-button
      >
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">${t('letters.when')}</th>
              <th scope="col">${t('letters.fact')}</th>
              <th scope="col">${t('letters.why')}</th>
              <th scope="col" class="more">${t('letters.tries')}</th>
              <th scope="col"><span class="visually-hidden">${t('letters.act')}</span></th>
            </tr>
          </thead>
          <tbody>
            ${open.map((letter) => this.#row(letter, zone))}
          </tbody>
        </table>
      </div>`;
  }

  #row(letter: LetterEntry, zone: string) {
    return html`<tr>
      <td>${formatDay(letter.at, zone)}, ${formatTime(letter.at, zone)}</td>
      <th scope="row"><bdi lang="en">${letters.factName(letter)}</bdi></th>
      <td>${because(letter.reason)}</td>
      <td class="more">${letter.tries || ''}</td>
      <td><foyer-button @click=${() => void this.#look(letter)}>${t('letters.look')}</foyer-button></td>
    </tr>`;
  }

  #letter(letter: Letter) {
    const zone = this.list?.zone ?? this.clinic.zone;
    return html`<div class="letter">
      <div>
        <h2><bdi lang="en">${letters.factName(letter)}</bdi></h2>
        <p>${formatDay(letter.at, zone)}, ${formatTime(letter.at, zone)}, <bdi>${letter.epoch}.${letter.seq}</bdi></p>
        <p>${because(letter.reason)}</p>
        ${letter.isSealed ? html`<p>${t('letters.sealed')}</p>` : nothing}
      </div>
      <label
        >${t('letters.values')}<span>${t('letters.values-what')}</span
        ><textarea
          name="values"
          dir="ltr"
          spellcheck="false"
          .value=${letters.laidOut(letter.mendedBody ?? letter.body)}
        ></textarea>
      </label>
      <label>${t('letters.reason')}<input name="why" maxlength="500" autocomplete="off" /></label>
      <div class="acts">
        <foyer-button kind="strong" ?disabled=${this.isBusy} @click=${() => void this.#retry([letter])}
          >${t('letters.again')}</foyer-button
        >
        <foyer-button ?disabled=${this.isBusy} @click=${() => void this.#mend(letter)}
          >${t('letters.apply')}</foyer-button
        >
        <foyer-button ?disabled=${this.isBusy} @click=${() => void this.#setAside(letter)}
          >${t('letters.aside')}</foyer-button
        >
        <foyer-button @click=${() => this.#goBack()}>${t('letters.back')}</foyer-button>
      </div>
    </div>`;
  }

  #goBack(): void {
    [this.looked, this.said, this.fault] = [undefined, undefined, undefined];
  }

  async #read(): Promise<void> {
    const { id } = this.clinic;
    const answer = await letters.fetchLetters(id);
    if (id !== this.clinic.id) return;
    if (answer.ok) this.list = answer.value;
    this.fault = answer.ok ? undefined : faultOf(answer);
  }

  async #look(place: LetterPlace): Promise<void> {
    this.said = undefined;
    const answer = await letters.fetchLetter(this.clinic.id, place);
    this.fault = answer.ok ? undefined : faultOf(answer);
    if (answer.ok) this.looked = answer.value;
  }

  async #retry(places: readonly LetterPlace[]): Promise<void> {
    await this.#act(
      () => letters.retry(this.clinic.id, places),
      ({ applied, left }) => t('letters.tried', { applied, left: left.length }),
    );
  }

  async #mend(letter: Letter): Promise<void> {
    const body = letters.packed(this.#field('values'));
    if (body === undefined) this.fault = t('letters.not-json');
    else if (this.#hasWhy()) {
      const change = { body, why: this.#field('why') };
      await this.#act(
        () => letters.mend(this.clinic.id, letter, change),
        () => t('letters.mended'),
      );
    }
  }

  async #setAside(letter: Letter): Promise<void> {
    if (!this.#hasWhy()) return;
    await this.#act(
      () => letters.setAside(this.clinic.id, letter, this.#field('why')),
      () => t('letters.aside-done'),
    );
  }

  /** Back to the list, as it is then, where it was done. */
  async #act<T>(send: () => Promise<ApiAnswer<T>>, words: (answer: T) => string): Promise<void> {
    this.isBusy = true;
    this.fault = undefined;
    const answer = await send();
    this.isBusy = false;
    if (!answer.ok) {
      this.fault = faultOf(answer);
      return;
    }
    this.looked = undefined;
    this.said = words(answer.value);
    await this.#read();
  }

  #hasWhy(): boolean {
    const isThere = this.#field('why').length >= shortestWhy;
    this.fault = isThere ? undefined : t('letters.need-why');
    return isThere;
  }

  #field(name: 'values' | 'why'): string {
    return this.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name=${name}]`)?.value.trim() ?? '';
  }
}

function because(reason: string) {
  const cause = letters.becauseOf(reason);
  if (cause === undefined) return html`<bdi>${reason}</bdi>`;
  // Set apart, so that brackets around it keep their sides in a line that runs from right to left.
  if (cause === 'contradicts') return t('letters.because-contradicts', { reason: `\u2068${reason}\u2069` });
  return t(`letters.because-${cause}`);
}

function faultOf(answer: ApiAnswer<unknown>): string {
  const code = codeOf(answer);
  if (code === 'letter-settled') return t('letters.settled');
  if (code === 'not-allowed') return t('letters.not-allowed');
  if (code !== 'letter-not-mended') return t('letters.failed');
  const reason = 'refusal' in answer ? answer.refusal.reason : undefined;
  return t('letters.not-mended', { reason: typeof reason === 'string' ? reason : '' });
}

declare global {
  interface HTMLElementTagNameMap {
    'letters-page': LettersPage;
  }
}
