import { css } from 'lit';

export const lockPageStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 16px;
    min-height: 66px;
    padding: 8px 24px;
    border-bottom: 2px solid var(--text);
  }
  .place {
    display: flex;
    align-items: center;
    gap: 12px;
    font-size: 1.5rem;
    --icon-size: 2rem;
  }
  .time {
    font-size: 1.5rem;
    font-weight: 700;
  }
  main {
    display: grid;
    flex: 1;
    min-height: 0;
    grid-template-columns: minmax(0, 1fr) minmax(21rem, 25rem);
    gap: 24px;
    padding: 14px 24px 0;
  }
  .people {
    display: flex;
    flex-direction: column;
    min-height: 0;
    overflow-y: auto;
    padding: 4px;
    margin: -4px;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 20px;
    margin-bottom: 14px;
    font-size: 1.125rem;
  }
  h1 {
    font-size: 2rem;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
    gap: 12px;
  }
  .tiles button {
    display: flex;
    flex-direction: column;
    width: 100%;
    min-height: 7.5rem;
    height: 100%;
    padding: 10px 14px;
    border: 2px solid var(--line);
    border-radius: var(--r1);
    background: var(--raised);
    font-size: 1.0625rem;
    line-height: 1.375rem;
    overflow-wrap: anywhere;
  }
  .tiles button:focus-visible {
    outline-offset: 0;
  }
  .tiles button[aria-pressed='true'] {
    padding: 8px 12px;
    border: 4px solid var(--text);
  }
  .tiles .row {
    width: 100%;
    margin-top: auto;
  }
  .tiles .other {
    flex-direction: row;
    align-items: center;
    gap: 10px;
    border-color: var(--text);
    --icon-size: 1.5rem;
  }
  .look {
    margin: 6px 6px 12px;
  }
  .wait {
    padding: 24px 0;
    font-size: 1.25rem;
  }
  .foot {
    display: grid;
    gap: 12px;
    margin-top: auto;
    padding: 16px 0 20px;
  }
  .forgot {
    display: grid;
    font-size: 1.125rem;
    --button-height: max(88px, 5.5rem);
  }
  .door {
    min-height: 0;
    --handle: 0px;
    --door-padding: 20px 16px 16px;
    --pad-key: max(64px, min(6rem, 11vh));
    --pad-size: 2.25rem;
    --pad-edge: currentColor;
  }
  .pin {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .pin > :not(digit-pad) {
    padding-inline: 12px;
  }
  h2 {
    font-size: 2.25rem;
    line-height: 1.2;
    letter-spacing: -0.02em;
    overflow-wrap: anywhere;
  }
  h2:lang(ar) {
    letter-spacing: 0;
    line-height: 1.5;
  }
  .pin p {
    font-size: 1.125rem;
  }
  .dots {
    display: flex;
    gap: 28px;
    margin: 14px 0 22px;
    direction: ltr;
  }
  .dots i {
    width: 36px;
    height: 36px;
    border: 4px solid currentColor;
    border-radius: 50%;
  }
  .handle {
    width: 24px;
    height: 24px;
    border: 4px solid currentColor;
    border-radius: 50%;
  }
  .handle.full,
  .dots .full {
    background: currentColor;
  }
  .which {
    display: grid;
    margin-top: 24px;
    font-size: 1.25rem;
    --button-height: max(96px, 6rem);
  }
  .said {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 3.5rem;
    margin-top: auto;
    padding-block: 8px;
    font-weight: 700;
    line-height: 1.3;
    --icon-size: 1.75rem;
  }
  .said:not(:has(*)) {
    display: none;
  }
  .promise {
    margin-top: auto;
  }
  .rooms {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr));
    gap: 12px;
  }
  .rooms foyer-button {
    display: grid;
    --button-height: max(72px, 4.5rem);
  }
  :host(:not([shape='wide'])) main {
    display: flex;
    flex-direction: column;
  }
  :host(:not([shape='wide'])) .people {
    flex: 1;
  }
  :host(:not([shape='wide'])) .door {
    flex: none;
    --pad-key: max(56px, 4rem);
  }
  :host([shape='small']) header {
    padding: 8px 16px;
  }
  :host([shape='small']) .time {
    display: none;
  }
  :host([shape='small']) h2 {
    font-size: 1.75rem;
  }
  :host([shape='small']) main {
    gap: 12px;
    padding: 12px 16px 0;
  }
  :host([shape='small']) .people {
    flex: none;
    overflow: visible;
  }
  :host([shape='small']) .tiles {
    grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr));
    gap: 8px;
  }
  :host([shape='small']) .tiles button {
    min-height: 5.5rem;
  }
`;
