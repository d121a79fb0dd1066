import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css } from 'lit';
import { phonePageStyles } from '../phone-page-styles.ts';

export const appointmentAppStyles = [
  shared,
  phonePageStyles,
  css`
    :host(:lang(ar)) {
      line-height: 1.5;
    }
    main {
      display: flex;
      flex-direction: column;
      padding-inline: 20px;
    }
    .when {
      padding-block: 8px 20px;
    }
    h1 {
      font-size: 1.5rem;
      font-weight: 400;
      line-height: 1.3;
    }
    .time {
      font-size: 4.5rem;
      font-weight: 700;
      font-variant-numeric: tabular-nums;
      line-height: 1.1;
      letter-spacing: -0.025em;
    }
    .when ul {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 16px;
      margin-top: 8px;
      padding-top: 9px;
      border-top: 1px solid var(--line);
      color: var(--muted);
    }
    .door {
      width: min(100%, 330px);
      margin: auto auto 0;
      --door-padding: 16px 32px 20px;
      --handle: 14px;
      --handle-x: 9px;
    }
    .do {
      margin-bottom: 12px;
      font-size: 1.25rem;
      font-weight: 700;
      line-height: 1.25;
      text-align: center;
      text-wrap: balance;
    }
    foyer-qr {
      overflow: hidden;
      border-radius: 4px;
    }
    .track {
      height: 8px;
      margin-top: 16px;
      border: 2px solid currentColor;
      border-radius: 4px;
    }
    .left {
      width: var(--left);
      height: 100%;
      background: currentColor;
    }
    .say {
      padding-block: 12px 24px;
      font-size: 1.0625rem;
    }
    h2 {
      font-size: 1.75rem;
      line-height: 1.2;
      letter-spacing: -0.02em;
      text-wrap: balance;
    }
    h2:lang(ar),
    h2:lang(zh) {
      letter-spacing: 0;
    }
    h2:lang(ar) {
      line-height: 1.5;
    }
    .say p {
      margin-top: 6px;
    }
    foyer-floor {
      --floor-line: 4px;
    }
    .below {
      display: grid;
      gap: 16px;
      min-height: 96px;
      padding: 20px 20px calc(20px + env(safe-area-inset-bottom));
      font-size: 1.0625rem;
    }
    .below foyer-button {
      --button-height: 56px;
      --button-padding: 6px 16px;
      --button-justify: flex-start;
      --button-align: start;
      --button-icon: 24px;
      font-size: 1rem;
    }
  `,
];
