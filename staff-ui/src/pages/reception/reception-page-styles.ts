import { css } from 'lit';

export const receptionPageStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  main {
    display: grid;
    flex: 1;
    min-height: 0;
    grid-template-columns: minmax(0, 1fr);
  }
  :host([shape='wide']) main {
    grid-template-columns: minmax(0, 1fr) minmax(17rem, 27%);
  }
  .list {
    display: flex;
    flex-direction: column;
    gap: 12px;
    min-height: 0;
    padding: 14px 24px 0;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
  .find {
    flex: 1 1 18rem;
    min-width: 0;
    --search-height: max(64px, 4rem);
  }
  .big {
    display: grid;
    font-size: 1.125rem;
    --button-height: max(64px, 4rem);
  }
  .big::part(button) {
    border-color: var(--text);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .chips foyer-button {
    --button-height: 2.75rem;
    --button-padding: 2px 14px;
  }
  .chips foyer-button[on] state-mark {
    color: inherit;
    --serving: currentColor;
    --done: currentColor;
  }
  .print {
    margin-inline-start: auto;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  aside {
    display: grid;
    align-content: start;
    gap: 12px;
    min-height: 0;
    padding: 14px 16px 16px;
    border-inline-start: 2px solid var(--text);
    background: var(--floor);
    overflow-y: auto;
  }
  aside h2 {
    font-size: 1.125rem;
  }
  .arrived {
    display: grid;
    gap: 6px;
  }
  .arrived li {
    display: grid;
    grid-template-columns: 5rem 1fr auto;
    align-items: center;
  }
  .arrived foyer-number {
    font-size: 1.25rem;
  }
  :host([shape='small']) .list {
    padding: 12px 16px 24px;
  }
  :host([shape='small']) .find {
    flex: 1 1 100%;
  }
  :host([shape='small']) .top foyer-button {
    flex: 1 1 8rem;
  }
`;
