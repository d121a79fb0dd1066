import { css } from 'lit';

/** A form of a page: one field below the other, each with its label and what it is for. */
export const formStyles = css`
  form {
    display: grid;
    gap: 16px;
    max-width: 44rem;
  }
  h2 {
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
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 8px;
    font-weight: 700;
  }
  input,
  select {
    width: 100%;
    min-height: 48px;
    padding: 8px 12px;
    border: 2px solid var(--line);
    border-radius: var(--r1);
    background: var(--raised);
    color: inherit;
    font: inherit;
    font-weight: 400;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
  foyer-button {
    --button-height: 48px;
  }
  .fault {
    color: var(--alert);
    font-weight: 700;
  }
`;
