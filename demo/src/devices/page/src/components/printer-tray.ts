// The ticket printer: its switches, and what lies in its tray, the newest on top.

import '@foyer/ui-kit/elements/foyer-button.ts';

import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

import type { TrayTicket } from '../../../bench-view.ts';
import type { Switches } from '../data/bench.ts';
import { t } from '../strings/strings.ts';

interface Position {
  readonly words: string;
  readonly change: Partial<Switches>;
  readonly on: boolean;
}

@customElement('printer-tray')
export class PrinterTray extends FoyerElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-rows: auto auto 1fr;
        gap: 16px;
        min-height: 0;
      }
      h2 {
        font-size: 20px;
        font-weight: 700;
      }
      dl {
        display: grid;
        grid-template-columns: 64px 1fr;
        align-items: center;
        gap: 8px 12px;
      }
      dd {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        --button-height: 44px;
        --button-padding: 2px 16px;
      }
      .tray {
        display: grid;
        grid-template-columns: 1fr 72px;
        gap: 16px;
        min-height: 0;
        max-height: calc(100dvh - 664px);
      }
      .top {
        overflow-y: auto;
        min-height: 200px;
        border: 1px solid var(--hair);
        background: var(--raised);
      }
      .top img {
        display: block;
        width: 100%;
      }
      .earlier {
        overflow-y: auto;
        display: grid;
        align-content: start;
        gap: 8px;
      }
      .earlier button {
        display: block;
        width: 100%;
        height: 96px;
        overflow: hidden;
        padding: 0;
        background: var(--raised);
        border: 2px solid var(--hair);
      }
      .earlier button[aria-pressed='true'] {
        border-color: var(--text);
      }
      .earlier img {
        width: 100%;
      }
      .none {
        padding: 24px;
      }
    `,
  ];

  @property({ attribute: false }) tickets: readonly TrayTicket[] = [];
  @property({ attribute: false }) switches: Switches | undefined;

  @state() private picked: string | undefined;

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('tickets')) this.picked = undefined;
  }

  override render() {
    return html`<h2>${t('printer.title')}</h2>
      ${this.switches === undefined ? nothing : this.#switches(this.switches)} ${this.#tray()}`;
  }

  #switches({ paper, cover, power, mute, line, jam }: Switches) {
    const row = (words: string, positions: readonly Position[]) =>
      html`<dt>${words}</dt>
        <dd>
          ${positions.map(
            (position) =>
              html`<foyer-button
                toggle
                ?on=${position.on}
                label="${words}: ${position.words}"
                @click=${() => this.#switch(position.change)}
              >
                ${position.words}
              </foyer-button>`,
          )}
        </dd>`;
    return html`<dl>
      ${row(
        t('printer.paper'),
        (['ok', 'low', 'out'] as const).map((to) => ({
          words: t(`paper.${to}`),
          change: { paper: to },
          on: paper === to,
        })),
      )}
      ${row(
        t('printer.cover'),
        (['closed', 'open'] as const).map((to) => ({
          words: t(`cover.${to}`),
          change: { cover: to },
          on: cover === to,
        })),
      )}
      ${row(
        t('printer.power'),
        (['on', 'off'] as const).map((to) => ({
          words: t(`power.${to}`),
          change: { power: to },
          on: power === to,
        })),
      )}
      ${row(t('printer.cutter'), [
        { words: t('cutter.free'), change: { jam: false }, on: !jam },
        { words: t('cutter.stuck'), change: { jam: true }, on: jam },
      ])}
      ${row(t('printer.answers'), [
        { words: t('answers.yes'), change: { mute: false }, on: !mute },
        { words: t('answers.mute'), change: { mute: true }, on: mute },
      ])}
      ${row(
        t('printer.line'),
        (['well', 'slow', 'hangs', 'cuts', 'refuses'] as const).map((to) => ({
          words: t(`line.${to}`),
          change: { line: to },
          on: line === to,
        })),
      )}
    </dl>`;
  }

  #tray() {
    const newestFirst = this.tickets.toReversed();
    const shown = newestFirst.find(({ id }) => id === this.picked) ?? newestFirst[0];
    if (shown === undefined) return html`<p class="none muted">${t('tray.empty')}</p>`;
    return html`<div class="tray">
      <div class="top" tabindex="0" role="group" aria-label=${t('printer.title')}>
        <img src=${shown.png} alt=${wordsOf(shown)} />
      </div>
      <div class="earlier" role="group" aria-label=${t('tray.earlier')}>
        ${newestFirst.map(
          (ticket) =>
            html`<button type="button" aria-pressed=${ticket === shown} @click=${() => (this.picked = ticket.id)}>
              <img src=${ticket.png} alt=${wordsOf(ticket)} />
            </button>`,
        )}
      </div>
    </div>`;
  }

  #switch(change: Partial<Switches>): void {
    this.dispatchEvent(new CustomEvent<Partial<Switches>>('printer-switched', { detail: change }));
  }
}

function wordsOf({ at, text }: TrayTicket): string {
  const time = new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return t('tray.ticket', { time, text });
}

declare global {
  interface HTMLElementTagNameMap {
    'printer-tray': PrinterTray;
  }
}
