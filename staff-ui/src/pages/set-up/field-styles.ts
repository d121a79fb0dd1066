// A field with its label above and what is wrong below.

import { css } from 'lit';

export const fieldStyles = css`
  :host {
    display: grid;
    gap: 4px;
    align-content: start;
  }
  .fault {
    color: var(--alert);
    font-weight: 700;
  }
  [aria-invalid='true'] {
    border-color: var(--alert);
    border-width: 3px;
  }
`;
