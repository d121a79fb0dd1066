// The paper as it will be printed, drawn by the edge anew after every change of its template. What came last is shown
// until the next is there.

import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PaperProofRequest } from '@foyer/contracts/paper-proof.ts';
import { saysTheSame } from '@foyer/contracts/says-the-same.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import type { Frame } from '../../components/staff-page.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import { t } from '../../strings/strings.ts';

/** Whoever types on is not drawn letter by letter. */
const QUIET_MS = 250;

@customElement('paper-picture')
export class PaperPicture extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        min-height: 0;
      }
      .roll {
        min-height: 12rem;
        overflow-y: auto;
        border: 1px solid var(--line);
        background: #fff;
      }
      img {
        display: block;
        width: 100%;
      }
      p {
        padding: 12px;
        color: #000;
      }
    `,
  ];

  @property({ attribute: false }) frame!: Frame;
  @property({ attribute: false }) proof!: PaperProofRequest;
  @state() private address: string | undefined;
  @state() private failed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) void this.#draw();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.#show(undefined);
  }

  override updated(changes: PropertyValues<this>): void {
    if (!changes.has('proof')) return;
    const before = changes.get('proof') as PaperProofRequest | undefined;
    if (before === undefined) void this.#draw();
    else if (!saysTheSame(before, this.proof)) this.#drawSoon();
  }

  override render() {
    const words = t(`set-up.paper-picture-${this.proof.kind}`);
    return html`<div class="roll" tabindex="0" role="region" aria-label=${words}>
      ${this.address === undefined ? nothing : html`<img src=${this.address} alt=${words} />`}
      ${this.failed ? html`<p role="status">${t('set-up.paper-no-picture')}</p>` : nothing}
    </div>`;
  }

  #drawSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#draw(), QUIET_MS);
  }

  async #draw(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const { api, session } = this.frame;
    const picture = await api.paperPicture(this.proof, session.token);
    // A later one is on its way.
    if (asked !== this.#asked) return;
    this.failed = picture === undefined;
    if (picture !== undefined) this.#show(URL.createObjectURL(picture));
  }

  #show(address: string | undefined): void {
    if (this.address !== undefined) URL.revokeObjectURL(this.address);
    this.address = address;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'paper-picture': PaperPicture;
  }
}
