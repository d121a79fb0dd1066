// How the first screen stands while nobody is admitted: what it says, and one door that says where to go. Sizes of letters
// are the page's own.

import { css } from 'lit';
import { lying, tight } from '../../components/panel.ts';

export const shutStyles = css`
  .sub {
    margin-top: 28px;
    line-height: 1.3;
    color: var(--text);
  }
  .doors foyer-door {
    flex: 1 1 0;
    min-height: min(560px, var(--act-height));
    --door-padding: 36px 40px;
    --handle-y: 45%;
  }
  @container ${lying} {
    .sub {
      font-size: calc(40px * var(--text-scale));
    }
  }
  @container ${tight} {
    h1 {
      font-size: 112px;
    }
    .sub {
      margin-top: 16px;
    }
    .doors foyer-door {
      flex: none;
      min-height: 0;
    }
  }
`;
