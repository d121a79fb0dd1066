import { css } from 'lit';
import { lying, tight } from '../../components/panel.ts';

/** What the pages of a form have in common: how far one is, and doors in storeys of two. */
export const formStyles = css`
  .progress {
    display: grid;
    gap: 12px;
    margin-bottom: 36px;
    font-size: calc(28px * var(--text-scale));
    line-height: 1.36;
    color: var(--muted);
  }
  .bar {
    display: block;
    height: 12px;
    border: 3px solid var(--text);
    border-radius: 6px;
    background: linear-gradient(var(--text), var(--text)) no-repeat;
    background-size: var(--done, 0%) 100%;
  }
  .bar:dir(rtl) {
    background-position: right;
  }
  h1.long {
    font-size: calc(54px * var(--text-scale));
    line-height: 1.24;
  }
  .act {
    display: grid;
    gap: 32px;
  }
  .storeys,
  .ways {
    display: grid;
    gap: 32px;
  }
  .ways {
    gap: 20px;
  }
  .doors:not(:last-child) {
    border-bottom: 8px solid var(--text);
    margin-inline: -20px;
    padding-inline: 20px;
  }
  .doors foyer-door {
    min-height: min(320px, calc((var(--act-height) - 260px) / 2));
  }
  .doors foyer-door::part(door) {
    padding: 32px;
    padding-inline-end: 72px;
  }
  @container ${lying} {
    .progress {
      margin-bottom: 20px;
    }
    .act,
    .storeys {
      gap: 24px;
    }
    .ways:has(:nth-child(2)) {
      grid-template-columns: 1fr 1fr;
    }
    .ways:has(:nth-child(2)) .end {
      display: none;
    }
    .doors foyer-door {
      min-height: min(280px, calc((var(--act-height) - 240px) / 2));
    }
  }
  @container ${tight} {
    .progress {
      margin-bottom: 16px;
    }
    .act,
    .storeys,
    .ways {
      gap: 16px;
    }
    .ways:has(:nth-child(2)) {
      grid-template-columns: minmax(0, 1fr);
    }
    .doors foyer-door {
      min-height: 0;
    }
  }
`;
