import { css } from 'lit';

export const leavesPageStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  main {
    display: grid;
    flex: 1;
    grid-template-columns: minmax(0, 1fr) minmax(19rem, 28%);
    min-height: 0;
  }
  section {
    display: flex;
    flex-direction: column;
    gap: 12px;
    min-width: 0;
    min-height: 0;
    padding: 14px 24px 0;
    overflow-y: auto;
  }
  section:focus-visible {
    outline-offset: -6px;
  }
  .side {
    border-inline-start: 2px solid var(--text);
  }
  leaves-effect,
  leaves-swap {
    flex: 1 0 auto;
  }
  leaves-today {
    order: -1;
  }
  h1 {
    font-size: 2rem;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }
  :host(:dir(rtl)) h1 {
    letter-spacing: 0;
  }
  :host(:not([shape='wide'])) main {
    display: block;
    overflow-y: auto;
  }
  :host(:not([shape='wide'])) section {
    overflow-y: visible;
  }
  :host(:not([shape='wide'])) .side {
    border-inline: 0;
    border-top: 2px solid var(--text);
  }
  :host([shape='small']) section {
    padding-inline: 16px;
  }
  :host([shape='small']) h1 {
    font-size: 1.5rem;
  }
`;
