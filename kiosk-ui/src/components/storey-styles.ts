// Doors in two storeys of two: a picture, what it is, and what comes of it.

import { css } from 'lit';
import { lying, tight } from './panel.ts';

export const storeyStyles = css`
  .storeys {
    display: grid;
    gap: 40px;
  }
  .storeys > .doors {
    align-items: stretch;
  }
  .storeys > .doors:not(:last-child) {
    border-bottom: 8px solid var(--text);
    margin-inline: -20px;
    padding-inline: 20px;
  }
  .storeys foyer-door {
    min-height: calc((min(var(--act-height), 900px) - 56px) / 2);
    --handle-y: 32%;
  }
  .storeys foyer-door::part(door) {
    padding: 32px 36px;
  }
  .storeys foyer-icon {
    --icon-size: min(104px, calc(var(--act-height) * 0.12));
    margin-inline-start: -6px;
  }
  .storeys .door-title {
    margin-top: auto;
    padding-top: 12px;
  }
  .storeys .door-what {
    margin-top: 8px;
    font-size: calc(30px * var(--text-scale));
  }
  @container ${lying} {
    .storeys {
      gap: 24px;
    }
    .storeys foyer-door {
      min-height: calc((var(--act-height) - 80px) / 2);
    }
    .storeys foyer-door::part(door) {
      padding: 20px 28px;
    }
    .storeys .door-title {
      font-size: calc(38px * var(--text-scale));
    }
    .storeys .door-what {
      font-size: calc(26px * var(--text-scale));
    }
  }
  @container ${tight} {
    .storeys {
      gap: 16px;
    }
    .storeys foyer-door {
      min-height: 0;
    }
    .storeys foyer-icon {
      display: none;
    }
  }
`;
