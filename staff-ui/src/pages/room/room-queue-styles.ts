import { css } from 'lit';

/** Columns give way as the list grows narrow: first where somebody came from, then the line of the wait, then words. */
export const roomQueueStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    container-type: inline-size;
    --columns: 7.25rem 7.75rem 13rem 10.5rem minmax(0, 1fr) auto;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 16px;
    min-height: 44px;
  }
  h2 {
    font-size: 1.5rem;
  }
  .longest {
    font-size: 1.125rem;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    margin-inline-start: auto;
    margin-inline-end: -8px;
  }
  .tabs button {
    min-height: 44px;
    padding: 0 8px;
    border: 0;
    border-radius: var(--r1);
    background: none;
    white-space: nowrap;
  }
  .tabs button[aria-pressed='true'] {
    background: var(--text);
    color: var(--surface);
  }
  .heads {
    display: grid;
    grid-template-columns: var(--columns);
    align-items: center;
    min-height: 32px;
    border-bottom: 2px solid var(--text);
    color: var(--muted);
    font-size: 0.875rem;
    white-space: nowrap;
  }
  :host([stale]) .heads {
    border-bottom: 0;
    background: repeating-linear-gradient(90deg, var(--line) 0 16px, transparent 16px 24px) bottom / 100% 2px no-repeat;
  }
  .rows {
    min-height: 0;
    margin: 2px -12px 0;
    padding: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
  li {
    position: relative;
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0 12px;
    border-bottom: 1px solid var(--hair);
  }
  li.next {
    margin: 0;
    border: 2px solid var(--text);
    border-radius: var(--r1);
    background: var(--raised);
  }
  li.planned {
    border-style: dashed;
    background: transparent;
  }
  .open {
    display: grid;
    flex: 1;
    grid-template-columns: var(--columns);
    align-items: center;
    min-width: 0;
    min-height: 3.4375rem;
    padding: 0;
    border: 0;
    border-radius: var(--r1);
    background: none;
    line-height: 1.3;
  }
  li.next .open {
    padding-inline: 10px;
  }
  .open:focus-visible {
    outline-offset: -4px;
  }
  .open foyer-number {
    font-size: 1.75rem;
  }
  .open .needs {
    padding-inline-end: 12px;
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    --icon-size: 1.25rem;
  }
  :host([stale]) .rows {
    color: var(--muted);
  }
  :host([stale]) li.next {
    color: var(--text);
  }
  .empty {
    padding: 24px 0;
    font-size: 1.125rem;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    padding: 12px 0;
    margin-top: auto;
  }
  @container (max-width: 47.5rem) {
    .heads,
    .open {
      --columns: 5.75rem 7rem 12.25rem minmax(0, 1fr) auto;
    }
    li:not(.back):not(.away) .from,
    li.next.away .tag,
    .heads .from {
      display: none;
    }
    .back .waited {
      display: none;
    }
  }
  @container (max-width: 30rem) {
    .heads,
    .open {
      --columns: 4.75rem 6.25rem 3.75rem minmax(1.5rem, 1fr) auto;
      column-gap: 8px;
    }
    .heads {
      display: none;
    }
    .rows {
      border-top: 2px solid var(--text);
    }
    .waited::part(line) {
      display: none;
    }
    .open foyer-number {
      font-size: 1.5rem;
    }
  }
`;
