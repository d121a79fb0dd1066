// How the pages of the kiosk stand: two areas on every page, `.ask` (what is asked, facts) and `.act` (doors, keys), which
// stands on the floor. Upright they are one above the other, lying side by side. `--act-height` is how high acts may reach
// (less when moved down), `--text-scale` how much larger letters are, and `--display-scale` the same for those that are
// the height of a hand before.

import { css } from 'lit';
import { lying, tight, tightLying, tightUpright } from './panel.ts';

export const pageStyles = css`
  :host {
    display: grid;
    grid-template: 'ask' auto 'act' minmax(0, 1fr) / minmax(0, 1fr);
    min-height: 100%;
    padding-inline: 64px;
  }
  .ask {
    grid-area: ask;
    padding-top: var(--ask-top);
    min-width: 0;
  }
  .act {
    grid-area: act;
    align-self: end;
    min-width: 0;
    padding-top: 32px;
  }
  h1 {
    font-size: calc(72px * var(--text-scale));
    line-height: 1.17;
    font-weight: 700;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  .sub {
    margin-top: 16px;
    font-size: calc(34px * var(--text-scale));
    line-height: 1.41;
    color: var(--muted);
  }
  .wide {
    display: grid;
    font-size: calc(34px * var(--text-scale));
    --button-height: 96px;
    --button-justify: flex-start;
    --button-align: start;
    --button-padding: 8px 32px;
    --button-gap: 24px;
    --button-icon: 48px;
  }
  .wide::part(words) {
    flex: 1;
    display: flex;
    justify-content: space-between;
    align-items: center;
    flex-wrap: wrap;
    gap: 4px 16px;
  }
  .wide .end {
    display: flex;
    align-items: center;
    gap: 16px;
    margin-inline-start: auto;
    color: var(--muted);
    --icon-size: calc(36px * var(--text-scale));
  }
  .wide .end foyer-icon {
    color: var(--text);
  }
  .doors {
    display: flex;
    align-items: flex-end;
    gap: 20px;
  }
  .doors > * {
    flex: 1 1 0;
    min-width: 0;
  }
  .big {
    display: block;
    font-weight: 700;
    letter-spacing: -0.025em;
    line-height: 1;
  }
  .door-title {
    display: block;
    font-size: calc(46px * var(--text-scale));
    line-height: 1.2;
    font-weight: 700;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  .door-what {
    display: block;
    font-size: calc(28px * var(--text-scale));
    line-height: 1.42;
  }
  @container ${lying} {
    :host {
      grid-template: 'ask act' minmax(0, 1fr) / minmax(0, 1fr) minmax(0, 1fr);
      column-gap: 80px;
    }
    .wide {
      font-size: calc(30px * var(--text-scale));
    }
    .act {
      position: sticky;
      bottom: 0;
    }
  }
  :host(:lang(ar)) h1,
  :host(:lang(ar)) .big,
  :host(:lang(ar)) .door-title {
    letter-spacing: 0;
    line-height: 1.5;
  }
  :host(:lang(ar)) .sub,
  :host(:lang(ar)) .door-what {
    line-height: 1.55;
  }
`;

/** Last in a page's styles. What stood side by side stands one below the other, each on a floor, and the page scrolls. */
export const tightStyles = css`
  @container ${tight} {
    /* The margin at the end is for the way through the page. */
    :host {
      padding-inline-end: 104px;
    }
    /* What is only read was large before, and leaves the room to what is touched. */
    h1 {
      font-size: min(calc(72px * var(--text-scale)), 112px);
    }
    .ask {
      padding-top: 24px;
    }
    .act {
      padding-top: 16px;
    }
    .wide {
      --button-padding: 8px 24px;
      --button-gap: 16px;
    }
    .doors {
      flex-direction: column;
      align-items: stretch;
      gap: 16px;
    }
    .doors > * {
      flex: none;
      min-height: 0;
      --handle-y: 50%;
      --door-foot: 12px;
    }
    .doors > foyer-door::part(door) {
      padding: 20px 32px;
      padding-inline-end: 88px;
    }
    .doors > foyer-door:not(:last-child) {
      border-bottom: 8px solid var(--text);
    }
  }
  @container ${tightLying} {
    :host {
      column-gap: 40px;
    }
    h1 {
      font-size: min(calc(60px * var(--text-scale)), 96px);
    }
    /* What is typed into is at the end, and stays in sight. */
    .typed {
      position: sticky;
      bottom: 0;
      align-self: end;
    }
  }
  @container ${tightUpright} {
    :host {
      display: flex;
      flex-direction: column;
    }
    .act {
      align-self: stretch;
      margin-top: auto;
    }
    .typed {
      display: contents;
    }
    .typed > :last-child {
      position: sticky;
      top: 0;
      z-index: 1;
      padding-block: 8px 16px;
      background: var(--surface);
    }
  }
`;
