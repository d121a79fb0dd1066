import { css } from 'lit';
import { lying, tight } from '../../components/panel.ts';

export const returningStyles = css`
  .act {
    display: grid;
    gap: 56px;
  }
  .facts {
    display: grid;
    gap: 20px;
  }
  .act.facts {
    padding-bottom: 32px;
  }
  .facts .wide {
    font-size: calc(38px * var(--text-scale));
    --button-height: min(136px, calc((var(--act-height) - 280px) / 4));
  }
  .facts .end {
    font-size: calc(32px * var(--text-scale));
  }
  .on {
    min-height: min(360px, calc(var(--act-height) * 0.34));
  }
  .on .big {
    font-size: min(calc(88px * var(--text-scale)), 144px);
    line-height: 1.1;
    padding-inline-end: 64px;
  }
  .field {
    display: block;
    margin-top: 40px;
  }
  kiosk-keypad {
    --key-height: min(120px, calc((var(--act-height) - 64px) / 4));
  }
  @container ${lying} {
    .act {
      gap: 24px;
    }
    .on .big {
      font-size: calc(64px * var(--text-scale));
    }
  }
  @container ${tight} {
    .act,
    .facts {
      gap: 16px;
    }
    .on {
      min-height: 0;
      --handle-y: 50%;
    }
    .field {
      margin-top: 16px;
    }
    kiosk-keypad {
      --key-height: 136px;
    }
  }
`;
