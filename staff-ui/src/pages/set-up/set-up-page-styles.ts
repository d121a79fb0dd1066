import { css } from 'lit';

export const setUpPageStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  main {
    display: grid;
    flex: 1;
    grid-template-columns: 13.5rem minmax(0, 1fr);
    min-height: 0;
  }
  main.alone {
    grid-template-columns: minmax(0, 1fr);
  }
  nav {
    display: flex;
    flex-direction: column;
    overflow-y: auto;
    padding: 14px 0;
    border-inline-end: 2px solid var(--text);
  }
  nav button {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 3rem;
    padding: 4px 20px;
    border: 0;
    border-inline-start: 6px solid transparent;
    background: none;
    font-size: 1.0625rem;
    text-align: start;
  }
  nav button[aria-current] {
    border-inline-start-color: var(--text);
    font-weight: 700;
  }
  nav button:focus-visible {
    outline-offset: -6px;
  }
  .mark {
    color: var(--alert);
    --icon-size: 1.2rem;
  }
  .part {
    min-width: 0;
    padding: 14px 28px 28px;
    overflow-y: auto;
  }
  .part:focus-visible {
    outline-offset: -4px;
  }
  h1 {
    font-size: 1.75rem;
  }
  .what {
    max-width: 46rem;
    margin-bottom: 16px;
    color: var(--muted);
  }
  .told {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    margin-bottom: 12px;
    padding: 6px 14px;
    border: 2px solid var(--text);
    border-radius: var(--r1);
    background: var(--raised);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 8px 16px;
    min-height: 4.5rem;
    padding: 8px 28px;
    border-top: 2px solid var(--text);
  }
  .foot p {
    flex: 1;
    min-width: 10rem;
    font-size: 1.0625rem;
  }
  .chooser {
    display: none;
  }
  :host(:not([shape='wide'])) main {
    display: flex;
    flex-direction: column;
  }
  :host(:not([shape='wide'])) nav {
    display: none;
  }
  :host(:not([shape='wide'])) .chooser {
    display: grid;
    padding: 12px 20px 0;
  }
  :host(:not([shape='wide'])) .part {
    flex: 1;
    padding-inline: 20px;
  }
  :host([shape='small']) .chooser,
  :host([shape='small']) .part,
  :host([shape='small']) .foot {
    padding-inline: 16px;
  }
  :host([shape='small']) .foot {
    position: sticky;
    bottom: 0;
    min-height: 0;
    background: var(--surface);
  }
`;
