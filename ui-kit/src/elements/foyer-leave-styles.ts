import { css } from 'lit';

export const leaveStyles = css`
  :host {
    display: grid;
    grid-template: minmax(0, 1fr) auto auto / minmax(0, 1fr) calc(568 * var(--u));
    column-gap: calc(40 * var(--u));
    min-height: 0;
    background: var(--surface);
    color: var(--text);
    overflow: clip;
  }
  .say {
    padding-inline-start: calc(60 * var(--u));
    min-width: 0;
  }
  h1 {
    font-size: calc(208 * var(--u));
    line-height: 1;
    letter-spacing: -0.03em;
  }
  h1:lang(es) {
    font-size: calc(156 * var(--u));
    line-height: 1.33;
  }
  h1:lang(zh) {
    font-size: calc(176 * var(--u));
    line-height: 1.18;
    letter-spacing: 0;
  }
  h1:lang(ar) {
    font-size: calc(136 * var(--u));
    line-height: 1.5;
    letter-spacing: 0;
  }
  .how {
    margin-top: calc(8 * var(--u));
    font-size: calc(60 * var(--u));
    line-height: 1.27;
  }
  .say .tongues {
    display: flex;
    flex-wrap: wrap;
    column-gap: calc(48 * var(--u));
    margin-top: calc(40 * var(--u));
    font-size: calc(60 * var(--u));
    line-height: 1.53;
    font-weight: 700;
  }
  .exit {
    margin-block-start: calc(24 * var(--u));
    margin-inline-end: calc(64 * var(--u));
    width: calc(504 * var(--u));
    --r1: calc(12 * var(--u));
    --door-edge: calc(4 * var(--u));
    --door-padding: calc(24 * var(--u)) calc(44 * var(--u)) calc(32 * var(--u));
    --handle: calc(28 * var(--u));
    --handle-x: calc(24 * var(--u));
    --handle-y: 60%;
  }
  .word {
    font-size: calc(152 * var(--u));
    line-height: 1.15;
    letter-spacing: -0.03em;
  }
  .word:lang(es) {
    font-size: calc(124 * var(--u));
  }
  .word:lang(ar) {
    font-size: calc(108 * var(--u));
    line-height: 1.5;
    letter-spacing: 0;
  }
  .exit foyer-icon {
    --icon-size: calc(200 * var(--u));
    margin-block: calc(16 * var(--u)) auto;
  }
  .stairs {
    font-size: calc(56 * var(--u));
    line-height: 1.27;
    font-weight: 700;
  }
  .floor {
    grid-column: 1 / -1;
    height: calc(8 * var(--u));
    background: var(--text);
  }
  .below {
    grid-column: 1 / -1;
    padding: calc(20 * var(--u)) calc(64 * var(--u)) 0;
    min-width: 0;
  }
  .facts {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    column-gap: calc(64 * var(--u));
    font-size: calc(40 * var(--u));
    line-height: 1.5;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    column-gap: calc(48 * var(--u));
    margin-top: calc(16 * var(--u));
    margin-inline: calc(-64 * var(--u));
    padding: calc(8 * var(--u)) calc(64 * var(--u)) calc(12 * var(--u));
    border-top: calc(2 * var(--u)) solid var(--line);
    font-size: calc(36 * var(--u));
    line-height: 1.45;
  }
  @media (orientation: portrait) {
    :host {
      grid-template: auto minmax(calc(420 * var(--u)), 1fr) auto auto / minmax(0, 1fr);
    }
    .say {
      padding-inline: calc(60 * var(--u));
    }
    h1 {
      font-size: calc(176 * var(--u));
    }
    h1:lang(es) {
      font-size: calc(136 * var(--u));
    }
    h1:lang(zh) {
      font-size: calc(156 * var(--u));
    }
    h1:lang(ar) {
      font-size: calc(116 * var(--u));
    }
    .exit {
      width: auto;
      margin-inline: calc(64 * var(--u));
    }
    .facts {
      grid-template-columns: minmax(0, 1fr);
      row-gap: calc(16 * var(--u));
    }
  }
`;
