import { css } from 'lit';

export const patientsPageStyles = css`
  header p {
    max-width: 60ch;
    font-size: 1.125rem;
  }
  .find {
    grid-template-columns: repeat(3, minmax(0, 1fr)) auto;
    align-items: end;
    max-width: 68rem;
  }
  .count {
    padding-block: 16px 8px;
    font-weight: 700;
  }
  .found {
    max-width: 68rem;
  }
  .found li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px 24px;
    padding: 12px 0;
    border-top: 1px solid var(--hair);
  }
  .found h2 {
    font-size: 1.125rem;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  .found p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    color: var(--muted);
  }
  @media (max-width: 959px) {
    .find {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
