import { css } from 'lit';

export const lettersPageStyles = css`
  header p {
    max-width: 60ch;
    font-size: 1.125rem;
  }
  .said {
    padding-bottom: 12px;
    font-weight: 700;
  }
  .fault {
    color: var(--alert);
  }
  .scroll {
    margin-top: 16px;
  }
  td:last-child {
    text-align: end;
  }
  foyer-button {
    --button-height: 44px;
  }
  td foyer-button {
    white-space: nowrap;
    --button-height: 40px;
    --button-padding: 0 14px;
  }
  .letter {
    display: grid;
    gap: 16px;
    max-width: 760px;
  }
  .letter h2 {
    font-size: 1.5rem;
  }
  label {
    display: grid;
    gap: 6px;
    font-weight: 700;
  }
  label span {
    font-weight: 400;
    color: var(--muted);
  }
  textarea,
  input {
    width: 100%;
    padding: 10px 12px;
    border: 2px solid var(--line);
    border-radius: var(--r1);
    background: var(--sheet);
    color: inherit;
    font: inherit;
    font-weight: 400;
  }
  textarea {
    min-height: 220px;
    font-family: ui-monospace, monospace;
    font-size: 0.9375rem;
    resize: vertical;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
  @media (max-width: 959px) {
    thead,
    .more {
      display: none;
    }
    tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px 16px;
      padding: 12px 0;
      border-bottom: 1px solid var(--hair);
    }
    tr:first-child {
      border-top: 2px solid var(--text);
    }
    th,
    td {
      grid-column: 1;
      padding: 0;
      border: 0;
    }
    tbody th {
      grid-row: 1;
    }
    td:last-child {
      grid-area: 1 / 2 / span 3;
    }
  }
`;
