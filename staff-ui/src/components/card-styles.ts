// A card that asks for something at once: what, and beside it what can be done. Its edge is --card-edge.

import { css } from 'lit';

export const cardStyles = css`
  .card {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding: 10px 16px;
    border: 4px solid var(--card-edge, var(--text));
    border-radius: var(--r1);
    background: var(--raised);
  }
`;
