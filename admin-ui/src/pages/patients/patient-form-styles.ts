import { css } from 'lit';

export const patientFormStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 24px;
    max-width: 60rem;
    padding-block: 8px 16px;
    border-top: 2px solid var(--text);
  }
  h2 {
    overflow-wrap: anywhere;
  }
  form {
    max-width: 60rem;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
    align-items: start;
    gap: 16px;
  }
  /* Words that stand within a sentence elsewhere. */
  .label {
    display: block;
    color: var(--text);
    font-weight: 700;
  }
  .label::first-letter {
    text-transform: uppercase;
  }
  .needs {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5rem), 1fr));
    gap: 8px;
  }
  .needs foyer-button {
    display: grid;
  }
  .cards {
    display: grid;
    gap: 8px;
  }
  .cards li {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 8px;
  }
  .meanwhile {
    display: grid;
    gap: 12px;
    padding: 16px;
    border: 4px solid var(--alert);
    border-radius: var(--r1);
    background: var(--raised);
  }
  .meanwhile h3 {
    font-size: 1.125rem;
  }
  .said {
    font-weight: 700;
  }
`;
