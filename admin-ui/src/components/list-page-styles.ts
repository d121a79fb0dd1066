import { css } from 'lit';

/** A page that says a few things above and lists them in a table below. */
export const listPageStyles = css`
  :host {
    display: block;
    min-width: 0;
    line-height: 1.5;
  }
  header {
    padding: 20px 32px 16px;
  }
  h1 {
    font-size: 2rem;
    letter-spacing: -0.01em;
  }
  h1:lang(ar) {
    letter-spacing: 0;
  }
  main {
    padding: 0 32px 40px;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 10px 12px 10px 0;
    border-bottom: 1px solid var(--hair);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  thead th {
    border-bottom: 2px solid var(--text);
    color: var(--muted);
    font-size: 0.875rem;
    white-space: nowrap;
  }
  tbody th {
    font-weight: 700;
  }
  @media (max-width: 959px) {
    header {
      padding-inline: 20px;
    }
    main {
      padding-inline: 20px;
    }
  }
`;
