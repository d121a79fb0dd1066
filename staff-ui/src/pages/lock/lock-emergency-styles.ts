// An emergency that can be called while the tablet is locked, beside what else stands at the foot.

import { css } from 'lit';

export const lockEmergencyStyles = css`
  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr));
    gap: 12px;
  }
  .emergency {
    display: grid;
    --button-height: max(88px, 5.5rem);
    --button-justify: flex-start;
    --button-icon: 2.25rem;
    --button-gap: 16px;
    --button-padding: 8px 20px;
    --button-align: start;
  }
  .asked {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 8px 16px;
    border: 4px solid var(--text);
    border-radius: var(--r1);
    background: var(--raised);
    --icon-size: 1.5rem;
  }
  .emergency b {
    color: var(--alert);
    font-size: 1.25rem;
  }
`;
