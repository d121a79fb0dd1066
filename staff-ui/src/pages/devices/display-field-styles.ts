import { css } from 'lit';

export const displayFieldStyles = css`
  :host {
    display: grid;
    gap: 8px;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  h3 {
    font-size: 1.0625rem;
  }
`;
