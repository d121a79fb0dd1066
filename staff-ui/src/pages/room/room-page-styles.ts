import { css } from 'lit';

/** Wide: list and person side by side. Upright: the list above, person and door side by side below it. Phone: the
 *  person, then the list, and the door always at the bottom edge. */
export const roomPageStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    flex: 1;
  }
  main {
    display: grid;
    flex: 1;
    min-height: 0;
    grid-template-columns: minmax(0, 1fr) minmax(21rem, min(27.875rem, 38%));
  }
  main.hand-left {
    grid-template-columns: minmax(21rem, min(27.875rem, 38%)) minmax(0, 1fr);
  }
  .queue {
    display: flex;
    flex-direction: column;
    gap: 8px;
    min-height: 0;
    padding: 14px 24px 0;
  }
  room-queue {
    flex: 1;
  }
  .person {
    display: flex;
    flex-direction: column;
    min-height: 0;
    padding: 14px 24px 0;
    border-inline-start: 2px solid var(--text);
  }
  .hand-left .person {
    order: -1;
    border-inline-start: 0;
    border-inline-end: 2px solid var(--text);
  }
  .here {
    display: grid;
    gap: 16px;
    min-height: 0;
    margin-inline: -6px;
    padding: 0 6px 16px;
    overflow-y: auto;
  }
  room-call {
    flex: 1 0 auto;
    border-top: 1px solid var(--line);
    padding-top: 12px;
  }
  .without {
    display: grid;
    align-content: center;
    justify-items: start;
    gap: 16px;
    padding: 32px;
    font-size: 1.25rem;
  }
  :host([shape='upright']) main,
  :host([shape='upright']) main.hand-left {
    grid-template-columns: none;
    grid-template-rows: minmax(0, 1fr) auto;
  }
  :host([shape='upright']) .person,
  :host([shape='upright']) .hand-left .person {
    flex-direction: row;
    gap: 24px;
    order: 0;
    min-height: 26rem;
    border-inline: 0;
    border-top: 2px solid var(--text);
  }
  :host([shape='upright']) .hand-left .person {
    flex-direction: row-reverse;
  }
  :host([shape='upright']) .here {
    flex: 1.2 1 0;
    align-content: start;
    min-width: 0;
  }
  :host([shape='upright']) room-call {
    flex: 1 1 0;
    min-width: 0;
    padding-top: 0;
    border: 0;
  }
  :host(:not([shape='wide'])) :is(.queue, .person) {
    padding-inline: 16px;
  }
  :host([shape='small']) main,
  :host([shape='small']) main.hand-left {
    display: flex;
    flex-direction: column;
  }
  :host([shape='small']) .person,
  :host([shape='small']) .hand-left .person {
    display: contents;
  }
  :host([shape='small']) .here {
    margin: 0;
    padding: 12px 16px 16px;
    overflow: visible;
  }
  :host([shape='small']) .queue {
    order: 1;
    flex: 1;
    padding-bottom: 24px;
  }
  :host([shape='small']) room-call {
    position: sticky;
    bottom: 8px;
    z-index: 1;
    order: 2;
    padding: 4px 16px 0;
    border-top: 2px solid var(--text);
    background: var(--surface);
    --door-least: 6.5rem;
    --act-size: 2.75rem;
    --lines-size: 1.0625rem;
  }
  :host([shape='small']) room-call::part(reason) {
    display: none;
  }
  :host([shape='small']) foyer-floor {
    position: sticky;
    bottom: 0;
    z-index: 1;
  }
`;
