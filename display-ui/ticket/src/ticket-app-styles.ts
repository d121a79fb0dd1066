import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css } from 'lit';
import { phonePageStyles } from './phone-page-styles.ts';

export const ticketAppStyles = [
  shared,
  phonePageStyles,
  css`
    main {
      container-type: inline-size;
      display: flex;
      flex-direction: column;
    }
    .number {
      margin: 12px 20px 20px;
      text-align: center;
    }
    .facts {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 2px 16px;
      margin-inline: 20px;
      padding-block: 9px;
      border-block: 1px solid var(--line);
      font-size: 1.0625rem;
    }
    .live,
    .late {
      display: inline-flex;
      align-items: center;
      gap: 6px;
    }
    .live {
      color: var(--muted);
    }
    .late {
      color: var(--alert);
      font-weight: 700;
    }
    visit-path {
      margin: 16px 20px 0;
    }
    ticket-wait {
      margin: 16px 20px 0;
    }
    ticket-stage {
      flex: 1;
      min-height: 250px;
    }
    /* The path above tells most of it. */
    ticket-wait + ticket-stage {
      min-height: 192px;
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
    .row {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.5rem), 1fr));
      gap: 8px;
    }
    .row foyer-button {
      --button-height: 56px;
      --button-padding: 6px 12px;
      --button-justify: flex-start;
      --button-align: start;
      --button-icon: 24px;
      font-size: 1rem;
    }
    foyer-leave {
      --u: calc(min(100vw, 560px) / 780);
      flex: 1;
    }
    .leaving {
      padding-block: 16px;
    }
    .note {
      padding: 10px 14px;
      background: var(--raised);
      border: 2px dashed var(--text);
      border-radius: var(--r1);
    }
    .note.alert {
      border: 4px solid var(--alert);
    }
    .close {
      font-size: 0.9375rem;
    }
  `,
];
