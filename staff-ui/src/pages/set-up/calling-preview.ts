// What other rules would do to the queue of this moment: for each room whom it would call, and who moves up or down.

import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CallingPreview as Preview, PointPreview } from '@foyer/contracts/calling-rules.ts';
import { FoyerElement, shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { localised } from '@foyer/ui-kit/language/language.ts';
import '@foyer/ui-kit/elements/foyer-icon.ts';
import { staffStyles } from '../../components/staff-styles.ts';
import type { Room } from '../../data/set-up/new-things.ts';
import { t } from '../../strings/strings.ts';

@customElement('calling-preview')
export class CallingPreview extends FoyerElement {
  static override styles = [
    shared,
    staffStyles,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
      .room {
        display: grid;
        grid-template-columns: 10rem minmax(0, 1fr);
        gap: 2px 16px;
        padding-block: 8px;
        border-bottom: 1px solid var(--line);
      }
      .calls {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 14px;
      }
      .call {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        --icon-size: 1.1em;
      }
      @media (max-width: 34rem) {
        .room {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) preview!: Preview;
  @property({ attribute: false }) rooms: readonly Room[] = [];

  override render() {
    const points = this.preview.points.filter(({ changed, moves }) => changed.length > 0 || moves.length > 0);
    const moves = points.reduce((sum, point) => sum + point.moves.length, 0);
    return html`<p role="status">
        <b>${moves === 0 ? t('set-up.preview-same') : t('set-up.preview-moves', { count: moves })}</b>
      </p>
      <ul>
        ${points.map((point) => this.#point(point))}
      </ul>`;
  }

  #point({ servicePointId, changed, moves }: PointPreview) {
    const room = this.rooms.find(({ id }) => id === servicePointId);
    const by = new Map(moves.map((move) => [move.ticketId, move.by]));
    const held = moves.filter(({ only }) => only === 'now');
    return html`<li class="room">
      <b>${room ? localised(room.name) : ''}</b>
      <span class="calls">
        ${changed.map(({ ticketId, number }) => this.#call(number, by.get(ticketId) ?? 0))}
        ${held.map(({ number }) => html`<span class="call"><b>${number}</b><span class="small">${t('set-up.preview-held')}</span></span>`)}
      </span>
    </li>`;
  }

  #call(number: string, by: number) {
    if (by === 0) return html`<span class="call">${number}</span>`;
    return html`<span class="call"
      ><b>${number}</b><foyer-icon name=${by > 0 ? 'arrow-up' : 'arrow-down'}></foyer-icon
      ><span class="small"
        >${t(by > 0 ? 'set-up.preview-sooner' : 'set-up.preview-later', { count: Math.abs(by) })}</span
      ></span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'calling-preview': CallingPreview;
  }
}
