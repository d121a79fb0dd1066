import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css } from 'lit';
import { chartHeadStyles } from '../../components/chart-head-styles.ts';

export const todayPageStyles = [
  shared,
  chartHeadStyles,
  css`
    :host {
      display: grid;
      grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
      min-height: 100%;
      line-height: 1.5;
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      justify-content: space-between;
      gap: 12px 24px;
      padding: 20px 32px 16px;
    }
    .title {
      display: flex;
      flex-wrap: wrap;
      flex: 1 1 340px;
      align-items: baseline;
      gap: 0 20px;
      min-width: 0;
    }
    h1 {
      font-size: 2rem;
      line-height: 1.5;
      letter-spacing: -0.01em;
    }
    h1:lang(ar) {
      letter-spacing: 0;
    }
    .title p {
      font-size: 1.125rem;
    }
    line-freshness {
      flex-basis: 100%;
      font-size: 0.9375rem;
    }
    main {
      display: flex;
      flex-direction: column;
      gap: 24px;
      padding: 0 32px 28px;
    }
    h2 {
      font-size: 1.25rem;
      line-height: 1.4;
    }
    .figures {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      column-gap: 40px;
    }
    day-takings {
      min-width: 188px;
    }
    .columns {
      display: grid;
      grid-template-columns: minmax(0, 736fr) minmax(0, 376fr);
      gap: 24px 56px;
    }
    hours-table {
      margin-top: 8px;
    }
    .decisions h2 {
      margin-bottom: 12px;
    }
    .none {
      padding: 8px 0 16px;
      color: var(--muted);
      font-size: 1.0625rem;
    }
    .late {
      display: flex;
      align-items: center;
      gap: 10px;
      padding: 10px 16px;
      border: 2px solid var(--alert);
      border-radius: var(--r1);
      background: var(--raised);
      color: var(--alert);
      font-weight: 700;
    }
    .never {
      max-width: 720px;
      padding: 16px 20px;
      border: 2px dashed var(--text);
      border-radius: var(--r1);
    }
    .rooms h2,
    .rooms .none {
      padding-inline: 32px;
    }
    .rooms h2 {
      margin-bottom: 10px;
    }
    .line {
      height: 4px;
      background: var(--text);
    }
    .ground {
      height: 32px;
      background: var(--floor);
    }
    @media (max-width: 1199px) {
      .columns {
        grid-template-columns: minmax(0, 1fr);
      }
      .figures {
        grid-template-columns: minmax(0, 1fr);
        row-gap: 16px;
      }
    }
    @media (max-width: 719px) {
      header,
      main {
        padding-inline: 20px;
      }
      .rooms h2,
      .rooms .none {
        padding-inline: 20px;
      }
      h1 {
        font-size: 1.75rem;
        line-height: 1.3;
      }
    }
  `,
];
