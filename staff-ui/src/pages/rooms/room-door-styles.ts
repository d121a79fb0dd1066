import { css } from 'lit';

export const roomDoorStyles = css`
  :host {
    display: grid;
    min-width: 0;
    container-type: inline-size;
  }
  foyer-door {
    --door-edge: 2px;
    --door-padding: 4px 10px 12px;
    --handle: 18px;
    --handle-x: 12px;
    --handle-y: 7.25rem;
  }
  foyer-door[state='lit'] {
    --door-edge: 4px;
    --door-padding: 2px 8px 12px;
    --muted: var(--on-accent);
    --serving: var(--on-accent);
  }
  foyer-door[state='lit'] waited-path {
    --text: var(--on-accent);
    --alert: var(--on-accent);
    --hair: color-mix(in srgb, var(--on-accent) 40%, transparent);
  }
  .sign {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    padding-inline: 4px;
  }
  h3 {
    display: grid;
  }
  .name {
    display: flex;
    align-items: center;
    min-height: 2.75rem;
    padding: 4px 0 0;
    border: 0;
    background: none;
    color: inherit;
    font-size: 1.625rem;
    font-weight: 700;
    line-height: 1.25;
    letter-spacing: -0.01em;
    text-align: start;
  }
  .name.long {
    font-size: 1.25rem;
  }
  button.name {
    cursor: pointer;
  }
  button.name:hover {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .who {
    min-height: 1.35em;
    color: var(--muted);
    font-size: 0.9375rem;
    line-height: 1.35;
  }
  room-sign {
    min-height: 1.75rem;
    margin-inline-end: -10px;
    padding-top: 2px;
    gap: 6px;
    font-weight: 700;
    line-height: 1.2;
  }
  .serving {
    color: var(--serving);
  }
  foyer-number {
    margin-block: 8px 4px;
    font-size: 2.125rem;
  }
  .none {
    min-height: 2.25rem;
  }
  waited-path {
    flex-direction: column;
    align-items: flex-start;
    gap: 2px;
    white-space: normal;
  }
  .act {
    --button-height: max(64px, 4.5rem);
    --button-padding: 4px 8px;
    display: grid;
    margin-top: auto;
    padding-top: 6px;
    --line: var(--text);
    font-size: 1.0625rem;
  }
  foyer-door[state='lit'] .act {
    --line: var(--on-accent);
    font-weight: 700;
  }
  /* The floor in front of it is wet. */
  .foot {
    height: 12px;
    margin: 8px -14px -12px;
    background: repeating-linear-gradient(135deg, var(--text) 0 3px, transparent 3px 14px);
  }
  @container (max-width: 9rem) {
    .who {
      white-space: normal;
    }
  }
`;
