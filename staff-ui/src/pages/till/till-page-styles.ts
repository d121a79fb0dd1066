import { css } from 'lit';

export const tillPageStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  main {
    display: grid;
    flex: 1;
    min-height: 0;
  }
  main.two {
    grid-template-columns: minmax(0, 1.2fr) minmax(20rem, 1fr);
  }
  main.three {
    grid-template-columns: minmax(0, 1.35fr) minmax(16rem, 1fr) minmax(18rem, 1.2fr);
  }
  section {
    display: flex;
    flex-direction: column;
    gap: 12px;
    min-width: 0;
    min-height: 0;
    padding: 14px 24px 0;
  }
  section:not(:last-child) {
    padding-inline-end: 16px;
  }
  section + section {
    border-inline-start: 2px solid var(--text);
  }
  .three section.change {
    border: 0;
    padding-inline-start: 16px;
  }
  .cash {
    container-type: inline-size;
    overflow-y: auto;
    padding-bottom: 16px;
  }
  .three section.cash {
    padding-inline: 24px 16px;
  }
  till-state {
    margin-bottom: 16px;
  }
  .bills till-state {
    flex: none;
    margin-top: auto;
  }
  .change h2 {
    font-size: 1.5rem;
  }
  .change till-cash {
    max-width: 24rem;
  }
  foyer-door {
    min-height: 9rem;
    margin-top: auto;
    --handle: 24px;
    --handle-y: 70%;
    --door-padding: 16px 28px 20px;
  }
  .act {
    font-size: 3rem;
    line-height: 1.2;
    font-weight: 700;
    letter-spacing: -0.025em;
  }
  .act:lang(ar) {
    letter-spacing: 0;
    line-height: 1.5;
  }
  .lines {
    margin-top: auto;
    padding-inline-end: 44px;
    font-size: 1.125rem;
  }
  :host([shape='upright']) main.three {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr) auto;
  }
  :host([shape='upright']) main.two {
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr) auto;
  }
  :host([shape='upright']) .bills {
    grid-column: 1 / -1;
    padding-inline-end: 24px;
  }
  :host([shape='upright']) section + section {
    border-inline: 0;
    border-top: 2px solid var(--text);
  }
  :host([shape='small']) main,
  :host([shape='small']) main.two,
  :host([shape='small']) main.three {
    display: block;
  }
  :host([shape='small']) section,
  :host([shape='small']) .three section.cash,
  :host([shape='small']) .three section.change {
    padding: 12px 16px 16px;
    border-inline: 0;
  }
  :host([shape='small']) .three section.change,
  :host([shape='small']) .change:last-child {
    padding-bottom: 0;
  }
`;
