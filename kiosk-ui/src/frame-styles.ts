// The frame of the kiosk, upright (1080 x 1920) and lying (1920 x 1080): header, path, stage on the floor, tools below
// it. Pages stand in `.stage`, whose container "stage" tells them how it lies.

import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css } from 'lit';

export const frameStyles = [
  shared,
  css`
    :host {
      position: fixed;
      inset: 0;
      overflow: hidden;
      background: var(--surface);
      user-select: none;
    }
    .kiosk {
      position: relative;
      zoom: var(--scale, 1);
      width: calc(100vw / var(--scale, 1));
      height: calc(100vh / var(--scale, 1));
      container: kiosk / size;
      display: grid;
      grid-template-rows: 104px auto minmax(0, 1fr) auto;
      --act-height: 1264px;
      --ask-top: 44px;
    }
    .kiosk > * {
      min-width: 0;
    }
    header {
      display: flex;
      align-items: center;
      gap: 24px;
      padding: 48px 64px 0;
      font-size: 32px;
      line-height: 56px;
    }
    .idle header {
      font-size: 44px;
    }
    foyer-brand {
      flex: 1;
    }
    .clock {
      font-weight: 700;
      font-size: 36px;
    }
    .idle .clock {
      font-size: 44px;
    }
    foyer-mark {
      font-size: 28px;
      line-height: 1.2;
    }
    foyer-path {
      grid-row: 2;
      margin: 40px 64px 0;
      height: 84px;
    }
    .stage {
      grid-row: 3;
      position: relative;
      container: stage / size;
      overflow: hidden auto;
      scrollbar-color: var(--text) transparent;
    }
    .stage > * {
      animation: arrive var(--slow) var(--ease);
    }
    @keyframes arrive {
      from {
        opacity: 0;
      }
    }
    foyer-floor {
      grid-row: 4;
    }
    .low {
      --act-height: 528px;
      --roomy: none;
      --low-order: 1;
      --low-margin: auto;
      --low-rows: minmax(0, 1fr) auto;
    }
    .busy {
      position: absolute;
      inset: 0;
      display: grid;
      place-content: center;
      padding: 64px;
      background: var(--surface);
      font-size: 72px;
      line-height: 1.2;
      font-weight: 700;
      text-align: center;
      animation: arrive var(--slow) var(--ease) 200ms backwards;
    }
    .starting {
      place-content: center;
      grid-template-rows: auto;
      padding: 64px;
      font-size: 48px;
      text-align: center;
    }
    @media (orientation: landscape) {
      .kiosk {
        --act-height: 608px;
      }
      .low {
        --act-height: 460px;
      }
      foyer-path {
        position: absolute;
        grid-area: auto;
        top: 124px;
        inset-inline-start: 64px;
        width: 856px;
        margin: 0;
      }
      .kiosk:not(.idle, .help) {
        --ask-top: 132px;
      }
    }
  `,
];
