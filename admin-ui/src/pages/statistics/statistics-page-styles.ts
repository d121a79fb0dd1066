import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css } from 'lit';
import { chartHeadStyles } from '../../components/chart-head-styles.ts';

export const statisticsPageStyles = [
  shared,
  chartHeadStyles,
  css`
    :host {
      display: block;
      min-width: 0;
      line-height: 1.5;
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 20px;
      padding: 20px 32px 8px;
    }
    h1 {
      font-size: 2rem;
      line-height: 1.5;
      letter-spacing: -0.01em;
    }
    h1:lang(ar) {
      letter-spacing: 0;
    }
    header p {
      font-size: 1.125rem;
    }
    statistics-choice {
      padding: 0 32px 20px;
    }
    main {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 32px;
      padding: 0 32px 40px;
    }
    [aria-busy='true'] {
      opacity: 0.6;
    }
    h2 {
      font-size: 1.25rem;
      line-height: 1.4;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
      gap: 16px 24px;
    }
    dl div {
      padding-top: 8px;
      border-top: 4px solid var(--text);
    }
    .value {
      font-size: 2.25rem;
      font-weight: 700;
      line-height: 1.25;
      font-variant-numeric: tabular-nums;
    }
    dd.muted {
      font-size: 0.9375rem;
    }
    .pictures {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 480px), 1fr));
      gap: 28px 56px;
    }
    .pictures section {
      min-width: 0;
    }
    .tables {
      display: grid;
      gap: 32px;
    }
    .none {
      color: var(--muted);
      font-size: 1.0625rem;
    }
    .fault {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 12px 20px;
      padding: 10px 16px;
      border: 2px solid var(--alert);
      border-radius: var(--r1);
      background: var(--raised);
      color: var(--alert);
      font-weight: 700;
    }
    .fault foyer-button {
      --button-height: 48px;
    }
    @media (max-width: 719px) {
      header,
      statistics-choice,
      main {
        padding-inline: 20px;
      }
      h1 {
        font-size: 1.75rem;
        line-height: 1.3;
      }
    }
  `,
];
