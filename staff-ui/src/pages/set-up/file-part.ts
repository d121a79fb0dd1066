// The whole set-up as one file: saved, and loaded into the draft, where it is looked at before it is applied. A file that
// does not fit changes nothing; each fault is said with its path. Fires `file-loaded`.

import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import '@foyer/ui-kit/elements/foyer-button.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { fileName, fileText, readClinicFile, type ClinicFile, type UnreadFile } from '../../data/set-up/clinic-file.ts';
import { t } from '../../strings/strings.ts';
import { SetUpPart, partStyles } from './set-up-part.ts';

/** A line in the list of what does not fit. */
export interface FileFault {
  readonly path: string;
  readonly words: string;
}

@customElement('file-part')
export class FilePart extends SetUpPart {
  static override styles = [
    shared,
    staffStyles,
    partStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
        justify-items: start;
      }
      p {
        max-width: 44rem;
      }
      .faults {
        display: grid;
        gap: 4px;
      }
      code {
        direction: ltr;
        unicode-bidi: isolate;
      }
    `,
  ];

  @property({ attribute: false }) file!: ClinicFile;
  /** Of the business day. */
  @property() day = '';
  /** Of the file that was loaded last. */
  @property({ attribute: false }) fileFaults: readonly FileFault[] = [];
  @property({ type: Boolean }) looking = false;
  @state() private unreadable = false;

  override render() {
    return html`<p>${t('set-up.file-what')}</p>
      <div class="choices">
        <foyer-button icon="arrow-down" @click=${() => this.#save()}>${t('set-up.file-save')}</foyer-button>
        <foyer-button icon="arrow-up" ?pending=${this.looking} @click=${() => this.#choose()}
          >${t('set-up.file-load')}</foyer-button
        >
      </div>
      <input
        hidden
        type="file"
        accept="application/json,.json"
        aria-label=${t('set-up.file-load')}
        @change=${(event: Event) => this.#load(event.target as HTMLInputElement)}
      />
      ${this.unreadable ? html`<p class="fault" role="alert">${t('set-up.file-unreadable')}</p>` : nothing}
      ${
        this.fileFaults.length === 0
          ? nothing
          : html`<div role="alert">
              <p class="fault">${t('set-up.file-faulty', { count: this.fileFaults.length })}</p>
              <ul class="faults">
                ${this.fileFaults.map(({ path, words }) => html`<li><code>${path}</code> · ${words}</li>`)}
              </ul>
            </div>`
      }`;
  }

  #save(): void {
    const url = URL.createObjectURL(new Blob([fileText(this.file)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = fileName(this.clinic.code, this.day);
    link.click();
    URL.revokeObjectURL(url);
  }

  #choose(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();
  }

  async #load(input: HTMLInputElement): Promise<void> {
    const [chosen] = input.files ?? [];
    if (chosen === undefined) return;
    const read = readClinicFile(await chosen.text());
    // The same file may be chosen again once it is mended.
    input.value = '';
    this.unreadable = read === undefined;
    if (read) this.dispatchEvent(new CustomEvent<UnreadFile>('file-loaded', { detail: read }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'file-part': FilePart;
  }
  interface HTMLElementEventMap {
    'file-loaded': CustomEvent<UnreadFile>;
  }
}
