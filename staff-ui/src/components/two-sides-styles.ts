// A page of two sides under the head: beside one another on a wide tablet, and else one below the other. The second is
// as wide as --other-side.

import { css } from 'lit';

export const twoSidesStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  main {
    display: grid;
    flex: 1;
    grid-template-columns: minmax(0, 1fr) var(--other-side, minmax(19rem, 28%));
    min-height: 0;
  }
  section {
    display: flex;
    flex-direction: column;
    gap: 12px;
    min-width: 0;
    min-height: 0;
    padding: 14px 24px 0;
  }
  section:focus-visible {
    outline-offset: -6px;
  }
  section + section {
    border-inline-start: 2px solid var(--text);
  }
  :host(:not([shape='wide'])) section + section {
    border-inline: 0;
    border-top: 2px solid var(--text);
  }
  :host([shape='small']) section {
    padding-inline: 16px;
  }
`;
