import { css } from 'lit';

export const firstRunAppStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100dvh;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    min-height: 66px;
    padding: 8px 24px;
    border-bottom: 2px solid var(--text);
    font-size: 1.125rem;
  }
  foyer-brand {
    flex: 0 1 auto;
    font-size: 1.25rem;
  }
  time {
    font-size: 1.5rem;
    font-weight: 700;
  }
  .language {
    display: flex;
    align-items: center;
    gap: 8px;
    --icon-size: 1.25rem;
  }
  set-up-path {
    padding: 22px 40px 0;
  }
  main {
    display: grid;
    flex: 1;
    grid-template-columns: minmax(0, 1fr) 15.5rem;
    align-items: end;
    gap: 0 28px;
    padding: 24px 40px 0;
  }
  .asked {
    display: flex;
    flex-direction: column;
    align-self: stretch;
    min-width: 0;
  }
  h1 {
    font-size: 3rem;
    line-height: 1.17;
    letter-spacing: -0.02em;
    overflow-wrap: break-word;
  }
  h1:lang(ar) {
    letter-spacing: 0;
    line-height: 1.5;
  }
  .what {
    max-width: 51rem;
    margin-top: 8px;
    font-size: 1.125rem;
    line-height: 1.55;
  }
  .answer {
    display: grid;
    flex: 1;
    padding-top: 24px;
  }
  /* Doors stand on the floor; what is filled in stands below its question. */
  services-step,
  rooms-step,
  people-step {
    align-self: end;
  }
  .code {
    max-width: 34rem;
    padding-bottom: 24px;
  }
  .code input {
    font-size: 1.5rem;
    font-family: ui-monospace, monospace;
    direction: ltr;
  }
  .said {
    display: flex;
    align-items: center;
    gap: 12px;
    margin-top: 16px;
    padding: 8px 16px;
    border: 4px solid var(--alert);
    border-radius: var(--r1);
    background: var(--raised);
    --icon-size: 1.75rem;
  }
  .said foyer-icon {
    color: var(--alert);
  }
  .next {
    height: 18.25rem;
    --handle: 24px;
    --handle-y: 10rem;
    --door-padding: 20px 24px 24px;
  }
  .next .small-word {
    font-size: 1.25rem;
  }
  .next .large-word {
    margin-bottom: auto;
    padding-bottom: 12px;
    font-size: clamp(1.75rem, 4.2vw, 3rem);
    line-height: 1.17;
    font-weight: 700;
    letter-spacing: -0.025em;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .next .large-word:lang(ar) {
    font-size: 2.25rem;
    letter-spacing: 0;
    line-height: 1.4;
  }
  .next .long {
    font-size: 2.25rem;
  }
  .next .lines {
    padding-top: 14px;
    border-top: 4px solid currentColor;
  }
  @media (max-width: 56rem) {
    header,
    set-up-path,
    main {
      padding-inline: 20px;
    }
    main {
      grid-template-columns: minmax(0, 1fr);
    }
    h1 {
      font-size: clamp(1.875rem, 6vw, 3rem);
    }
    .next {
      height: auto;
      min-height: 9rem;
      margin-top: 28px;
      --handle-y: 3.75rem;
    }
    .next .large-word {
      padding-inline-end: 48px;
    }
  }
  @media (max-width: 34rem) {
    .begun,
    time {
      display: none;
    }
    .language {
      margin-inline-start: auto;
    }
    .language foyer-icon {
      display: none;
    }
  }
`;
