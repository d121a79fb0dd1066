import { css } from 'lit';

export const ticketStageStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(144px, 41%);
    column-gap: 20px;
    padding-inline: 20px;
    min-height: 232px;
  }
  .say {
    display: flex;
    flex-direction: column;
    padding-block: 20px 0;
    font-size: 1.0625rem;
    line-height: 1.45;
  }
  .say:only-child {
    grid-column: 1 / 3;
  }
  h1 {
    font-size: 1.75rem;
    line-height: 1.2;
    letter-spacing: -0.02em;
    text-wrap: balance;
  }
  h1:lang(ar),
  h1:lang(zh) {
    letter-spacing: 0;
  }
  h1:lang(ar) {
    line-height: 1.5;
  }
  .say p {
    margin-top: 6px;
    padding-bottom: 16px;
  }
  .foot {
    margin-top: auto;
  }
  .say foyer-icon {
    --icon-size: 56px;
    align-self: flex-end;
    margin-bottom: 12px;
  }
  foyer-door {
    min-height: 152px;
    margin-top: 40px;
    --door-padding: 14px 14px 12px;
    --handle: 14px;
    --handle-x: 12px;
    --handle-y: 76%;
    font-size: 1rem;
    line-height: 1.25;
  }
  .sign {
    display: flex;
    flex: 1;
    flex-direction: column;
  }
  .sign b {
    margin-top: 2px;
    font-size: 1.625rem;
    line-height: 1.16;
    letter-spacing: -0.02em;
    overflow-wrap: anywhere;
  }
  .sign .long {
    font-size: 1.1875rem;
  }
  .sign b:lang(ar) {
    line-height: 1.5;
    letter-spacing: 0;
  }
  .sign .foot {
    padding-inline-end: 28px;
    padding-top: 12px;
  }
  .sign foyer-icon {
    --icon-size: 48px;
    margin-bottom: auto;
  }
  .sign p + p {
    padding-inline-end: 28px;
  }
  foyer-door.room {
    min-height: 212px;
    margin-top: 20px;
    --handle-y: 60%;
  }
  .words {
    font-size: 1.5rem;
    line-height: 1.3;
  }
  .room foyer-number {
    margin-top: 20px;
    font-size: 132px;
  }
  :host([face='called']) h1 {
    font-size: 2.5rem;
  }
  foyer-door[state='hollow']::part(door) {
    border-color: var(--line);
    background: transparent;
  }
  @media (max-width: 359px) {
    :host {
      column-gap: 12px;
      padding-inline: 16px;
    }
    .room foyer-number {
      font-size: 96px;
    }
  }
  /* Letters twice as large, as some phones are set: the door takes the whole width, below the words. */
  @container (max-width: 19rem) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      align-content: end;
    }
    .say:only-child {
      grid-column: 1;
    }
    foyer-door,
    foyer-door.room {
      min-height: 120px;
      margin-top: 12px;
    }
    .room .sign {
      flex-direction: row;
      gap: 20px;
    }
    .room foyer-number {
      margin-top: 8px;
      font-size: 96px;
    }
  }
`;
