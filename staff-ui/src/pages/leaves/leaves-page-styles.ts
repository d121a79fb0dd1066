import { css } from 'lit';

export const leavesPageStyles = css`
  main.alone {
    grid-template-columns: minmax(0, 1fr);
  }
  .alone .side {
    display: none;
  }
  section {
    overflow-y: auto;
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
  :host([shape='small']) h1 {
    font-size: 1.5rem;
  }
`;
