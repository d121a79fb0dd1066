import { css } from 'lit';

export const queueColumnStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  header {
    display: grid;
    gap: 2px;
    padding-bottom: 10px;
    border-bottom: 4px solid var(--text);
    font-size: 0.9375rem;
  }
  h2 {
    font-size: 1.25rem;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .none-open {
    color: var(--alert);
    font-weight: 700;
  }
  ol {
    display: grid;
  }
  li {
    display: grid;
    grid-template-columns: 3rem minmax(0, 1fr);
    min-height: 3.5rem;
    border-bottom: 1px solid var(--hair);
  }
  .gap {
    min-height: 4px;
    border: 0;
  }
  .here {
    box-shadow: inset 0 4px 0 var(--text);
  }
  .lifted {
    opacity: 0.5;
  }
  button {
    border: 0;
    background: none;
    color: inherit;
    text-align: start;
  }
  button:focus-visible {
    outline-offset: -4px;
  }
  .handle {
    display: grid;
    place-items: center;
    min-width: 3rem;
    color: var(--muted);
    cursor: grab;
    touch-action: none;
    --icon-size: 1.5rem;
  }
  .open {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 12px;
    min-width: 0;
    padding: 8px 4px;
  }
  foyer-number {
    font-size: 1.375rem;
  }
  waited-path {
    flex: 1 1 11rem;
    min-width: 0;
  }
`;
