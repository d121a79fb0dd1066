import { css } from 'lit';
import { lying, tight } from '../../components/panel.ts';

export const needsStyles = css`
  .act {
    display: grid;
    gap: 40px;
  }
  .pictures,
  .languages {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 20px;
  }
  .languages {
    padding-bottom: 32px;
  }
  .picture {
    display: grid;
    font-size: calc(36px * var(--text-scale));
    --button-height: min(260px, calc((var(--act-height) - 300px) / 2));
    --button-justify: flex-start;
    --button-align: start;
    --button-padding: 24px 32px;
  }
  .picture::part(words) {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 20px;
    flex: 1;
  }
  .picture foyer-icon {
    --icon-size: min(96px, calc(var(--act-height) * 0.1));
    margin-inline-start: -6px;
  }
  .languages .picture {
    --button-height: min(220px, calc((var(--act-height) - 52px) / 2));
    font-size: calc(48px * var(--text-scale));
  }
  .on {
    min-height: min(220px, 26cqh);
    --door-padding: 32px 36px;
  }
  .on .door-title {
    font-size: calc(60px * var(--text-scale));
  }
  @container ${lying} {
    .act {
      gap: 24px;
    }
    .picture {
      font-size: calc(30px * var(--text-scale));
      --button-height: calc((var(--act-height) - 240px) / 2);
    }
    .on {
      min-height: 140px;
    }
    .on .door-title {
      font-size: calc(46px * var(--text-scale));
    }
  }
  @container ${tight} {
    .act {
      gap: 16px;
    }
    .pictures,
    .languages {
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
    }
    .picture {
      --button-height: 96px;
    }
    .picture::part(words) {
      flex-direction: row;
      align-items: center;
    }
    .on {
      min-height: 0;
      --handle-y: 50%;
    }
  }
`;
