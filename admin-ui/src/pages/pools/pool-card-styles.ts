import { css } from 'lit';

export const poolCardStyles = css`
  section {
    padding-block: 24px 8px;
    border-top: 2px solid var(--text);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 8px 24px;
  }
  h2 {
    font-size: 1.5rem;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  h3 {
    font-size: 1rem;
    overflow-wrap: anywhere;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  foyer-button {
    --button-height: 44px;
    --button-padding: 0 14px;
  }
  .whole {
    display: grid;
    gap: 10px;
    margin-top: 12px;
  }
  .figure {
    display: flex;
    align-items: baseline;
    gap: 10px;
    line-height: 1.2;
  }
  .figure b {
    font-size: 4rem;
    letter-spacing: -0.025em;
    line-height: 1;
    font-variant-numeric: tabular-nums;
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 24px;
  }
  .key li {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .key unit-bar {
    width: 28px;
    --bar-height: 18px;
  }
  .shares {
    margin-top: 20px;
  }
  .shares > li {
    display: grid;
    grid-template-columns: minmax(9rem, 14rem) minmax(0, 1fr) minmax(9rem, auto);
    align-items: start;
    gap: 8px 24px;
    padding: 12px 0;
    border-top: 1px solid var(--hair);
  }
  .shares foyer-button {
    justify-self: end;
  }
  .what {
    display: grid;
    gap: 4px;
  }
  .what unit-bar {
    --bar-height: 18px;
  }
  .state {
    font-weight: 700;
  }
  summary {
    width: fit-content;
    min-height: 28px;
    cursor: pointer;
  }
  details li {
    color: var(--muted);
    font-variant-numeric: tabular-nums;
  }
  .sure {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 8px 16px;
    padding: 12px 16px;
    border: 2px solid var(--text);
    border-radius: var(--r1);
  }
  .sure p {
    flex: 1 1 20rem;
  }
  .fault {
    padding-block: 8px;
    color: var(--alert);
    font-weight: 700;
  }
  @media (max-width: 959px) {
    .shares > li {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .what {
      grid-area: 2 / 1 / auto / -1;
    }
  }
`;
