// The frame of the kiosk, upright (1080 x 1920) and lying (1920 x 1080): header, path, stage on the floor, tools below
// it. Pages stand in `.stage`, whose container "stage" tells them how it lies.

import { shared } from '@foyer/ui-kit/elements/foyer-element.ts';
import { css } from 'lit';
import { tight, tightLying } from './components/panel.ts';

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
      grid-template: auto auto minmax(0, 1fr) auto / minmax(0, 1fr);
      /* A letter of body text: what the panel's conditions count in. */
      font-size: calc(34px * var(--text-scale));
      --act-height: 1264px;
      --ask-top: 44px;
    }
    .kiosk > * {
      grid-column: 1;
      min-width: 0;
    }
    header {
      grid-row: 1;
      display: flex;
      align-items: center;
      gap: 24px;
      height: 104px;
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
      overflow: hidden auto;
      scrollbar-color: var(--text) transparent;
    }
    @media (prefers-reduced-motion: no-preference) {
      .stage {
        scroll-behavior: smooth;
      }
    }
    .stage > :not(kiosk-more) {
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
    kiosk-still-there {
      grid-area: 1 / 1 / 4 / 2;
      z-index: 2;
    }
    .low {
      --act-height: 528px;
      --roomy: none;
      --low-order: 1;
      --low-margin: auto;
      --low-rows: minmax(0, 1fr) auto;
    }
    .larger.low .stage {
      align-self: end;
      max-height: 640px;
    }
    .busy {
      position: absolute;
      inset: 0;
      display: grid;
      place-content: center;
      padding: 64px;
      background: var(--surface);
      font-size: calc(72px * var(--display-scale));
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
    @container ${tight} {
      foyer-path {
        margin-block: 24px 16px;
        height: auto;
        font-size: calc(26px * var(--display-scale));
      }
    }
    @media (orientation: landscape) {
      .kiosk {
        --act-height: 608px;
      }
      .low {
        --act-height: 460px;
      }
      .larger.low .stage {
        max-height: 420px;
      }
      foyer-path {
        position: absolute;
        grid-area: auto;
        top: 124px;
        inset-inline-start: 64px;
        width: 856px;
        margin: 0;
      }
      /* Keys take more than half of the panel. */
      .register foyer-path,
      .confirm foyer-path {
        width: 736px;
      }
      .kiosk:not(.idle, .help) {
        --ask-top: 132px;
      }
    }
    /* What is typed and touched needs the room that the way takes. */
    @container ${tightLying} {
      header {
        height: 80px;
        padding-top: 16px;
      }
      foyer-path {
        display: none;
      }
    }
  `,
];
