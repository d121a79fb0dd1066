import { css } from 'lit';

/** A page on a phone: whose it is, what it says, and what is to be done below. */
export const phonePageStyles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    min-height: 100vh;
    min-height: 100dvh;
    font-size: 1rem;
    line-height: 1.4;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 12px;
    padding: 16px 20px;
  }
  header,
  main,
  .below {
    width: 100%;
    max-width: 560px;
    margin-inline: auto;
  }
  foyer-brand {
    flex: 1 0 min(100%, 10rem);
  }
`;
