import { css } from 'lit';

export const roomsPageStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  main {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
    overflow-y: auto;
  }
  .said {
    display: grid;
    gap: 8px;
    padding-inline: 24px;
  }
  .said > * {
    margin-top: 12px;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 14px 24px 24px;
  }
  .chips foyer-button {
    --button-height: 2.75rem;
    --button-padding: 2px 14px;
  }
  .chips foyer-button[on] {
    --serving: currentColor;
  }
  .chip {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .none {
    padding: 24px;
    font-size: 1.25rem;
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 11.5rem), 1fr));
    gap: 28px 16px;
    padding-inline: 24px;
    overflow-x: clip;
  }
  li {
    position: relative;
    display: grid;
    min-width: 0;
    min-height: 17rem;
  }
  /* The floor under each row, from edge to edge; under the last it is the floor's own line. */
  li::after {
    content: '';
    position: absolute;
    inset: auto -100vw -8px;
    height: 8px;
    background: var(--text);
  }
  .broken li::after {
    display: none;
  }
  foyer-floor {
    background: none;
  }
  .label {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 24px;
    min-height: 3rem;
    padding: 8px 24px;
    font-size: 0.9375rem;
  }
  :host([shape='small']) .chips,
  :host([shape='small']) ul,
  :host([shape='small']) .label,
  :host([shape='small']) .said {
    padding-inline: 16px;
  }
  :host([shape='small']) ul {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5rem), 1fr));
    gap: 24px 8px;
  }
`;
