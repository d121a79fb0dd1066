// Every size is a share of the screen: `--u` is a pixel of the drawing (1920 x 1080, or 1080 x 1920 upright), so that
// the wall is the same on every panel.

import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css } from 'lit';

export const callsPageStyles = [
  shared,
  css`
    :host {
      --u: min(100vw / 1920, 100vh / 1080);
      display: grid;
      grid-template: calc(104 * var(--u)) minmax(0, 1fr) auto / minmax(0, 1fr);
      height: 100vh;
      overflow: hidden;
      cursor: none;
      font-size: calc(44 * var(--u));
    }
    header {
      display: flex;
      align-items: center;
      gap: calc(40 * var(--u));
      padding-inline: calc(64 * var(--u));
    }
    foyer-brand {
      flex: 1;
    }
    foyer-mark {
      font-size: calc(36 * var(--u));
    }
    .silent {
      display: flex;
      align-items: center;
      gap: calc(16 * var(--u));
      padding: calc(10 * var(--u)) calc(24 * var(--u));
      border: calc(2 * var(--u)) solid var(--line);
      border-radius: calc(12 * var(--u));
      font-size: calc(36 * var(--u));
    }
    wall-clock {
      font-size: calc(64 * var(--u));
      font-weight: 700;
    }
    main {
      display: grid;
      grid-template: calc(500 * var(--u)) calc(8 * var(--u)) minmax(0, 1fr) / minmax(0, 1fr);
      min-height: 0;
    }
    .floor {
      background: var(--text);
    }
    media-panel {
      margin-block: calc(16 * var(--u));
      margin-inline-end: calc(64 * var(--u));
    }
    /* Nothing is called: what the clinic shows has the place of the door. */
    .beside:not(.calling) {
      grid-template-columns: minmax(0, 1fr) calc(786 * var(--u));
    }
    .beside:not(.calling) :is(.floor, call-rows) {
      grid-column: 1 / -1;
    }
    .beside:not(.calling) media-panel {
      grid-area: 1 / 2;
      margin-block: calc(24 * var(--u));
    }
    .beside quiet-stage {
      --door-column: 0;
      --door-shown: none;
    }
    .beside.calling {
      grid-template-columns: minmax(0, 1fr) calc(584 * var(--u));
    }
    .beside.calling :is(call-stage, .floor) {
      grid-column: 1 / -1;
    }
    .beside.calling media-panel {
      grid-area: 3 / 2;
    }
    .rowless call-rows {
      display: none;
    }
    .beside.calling.rowless media-panel {
      grid-area: 3 / 1 / 4 / -1;
      justify-self: center;
      width: calc(520 * var(--u));
      margin-inline: 0;
    }
    /* The sign of one room: the call has all of it. */
    .sign {
      --stage-height: calc(100vh - 208 * var(--u));
      grid-template-rows: minmax(0, 1fr) calc(8 * var(--u));
    }
    .sign.told {
      --stage-height: calc(100vh - 300 * var(--u));
    }
    .stopped .floor {
      background: repeating-linear-gradient(
        90deg,
        var(--line) 0 calc(32 * var(--u)),
        transparent calc(32 * var(--u)) calc(48 * var(--u))
      );
    }
    @media (orientation: portrait) {
      :host {
        --u: min(100vw / 1080, 100vh / 1920);
      }
      main {
        grid-template-rows: calc(860 * var(--u)) calc(8 * var(--u)) minmax(0, 1fr);
      }
      .beside.beside {
        grid-template: calc(860 * var(--u)) calc(8 * var(--u)) minmax(0, 1fr) calc(568 * var(--u)) / minmax(0, 1fr);
      }
      .told.beside.beside {
        grid-template-rows: calc(860 * var(--u)) calc(8 * var(--u)) minmax(0, 1fr) calc(476 * var(--u));
      }
      .beside.beside.beside media-panel {
        grid-area: 4 / 1;
        width: auto;
        justify-self: stretch;
        margin: calc(16 * var(--u)) calc(64 * var(--u));
      }
      .beside call-rows {
        padding-block: 0;
      }
      foyer-brand {
        --brand-wrap: normal;
        --brand-height: 2.3em;
        font-size: calc(38 * var(--u));
        line-height: 1.15;
      }
      .silent {
        max-width: calc(340 * var(--u));
        padding-block: calc(4 * var(--u));
        font-size: calc(28 * var(--u));
        line-height: 1.15;
      }
      foyer-mark {
        font-size: calc(28 * var(--u));
      }
    }
  `,
];
