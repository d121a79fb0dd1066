// The head of a picture: its title, and what its hollow and its full bars stand for.

import { css } from 'lit';

export const chartHeadStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4px 16px;
  }
  .key {
    display: flex;
    align-items: center;
    gap: 8px;
    font-size: 0.9375rem;
  }
  .key i {
    width: 16px;
    height: 16px;
    margin-inline-start: 8px;
    border: 2px solid var(--text);
  }
  .key .full {
    background: var(--text);
  }
`;
