// How a page stands that says one thing to who arrives and offers two or three doors, the first of them lit.

import { css } from 'lit';
import { lying, tight } from './panel.ts';

export const arrivalStyles = css`
  h1 {
    font-size: calc(80px * var(--text-scale));
    line-height: 1.15;
  }
  .sub {
    margin-top: 28px;
    font-size: calc(44px * var(--text-scale));
    line-height: 1.3;
    color: var(--text);
  }
  .doors > * {
    min-height: min(448px, calc(var(--act-height) * 0.82));
    --door-padding: 28px 24px 32px;
    --handle-y: 45%;
  }
  .doors > :first-child {
    flex: 440 1 0;
    min-height: min(560px, var(--act-height));
    --door-padding: 36px 40px;
  }
  .doors > :not(:first-child) {
    flex: 260 1 0;
  }
  .doors .big {
    font-size: min(calc(72px * var(--text-scale)), 144px, calc(var(--act-height) * 0.13 * var(--text-scale)));
    line-height: 1.1;
    margin-inline-end: 28px;
  }
  .door-title {
    font-size: calc(40px * var(--text-scale));
  }
  .doors > :first-child .door-what {
    font-size: calc(32px * var(--text-scale));
    line-height: 1.38;
  }
  @container ${lying} {
    h1 {
      font-size: calc(64px * var(--text-scale));
    }
    .sub {
      font-size: calc(36px * var(--text-scale));
    }
    .door-title {
      font-size: calc(34px * var(--text-scale));
    }
    .doors .big {
      font-size: calc(56px * var(--text-scale));
    }
  }
  @container ${tight} {
    h1 {
      font-size: min(calc(72px * var(--text-scale)), 112px);
    }
    .sub {
      margin-top: 16px;
      font-size: calc(32px * var(--text-scale));
    }
    .doors > :first-child .door-what {
      font-size: calc(28px * var(--text-scale));
      line-height: 1.3;
    }
    .doors > foyer-door:nth-child(n) {
      flex: none;
      min-height: 0;
    }
  }
`;
