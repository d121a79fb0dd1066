import { css } from 'lit';

/** Columns give way from the end: what for, then the birth date; on a phone a row is two lines. */
export const receptionListStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
    container-type: inline-size;
    --columns: 4.5rem minmax(8rem, 1fr) 7.75rem 7.75rem 11rem 7rem;
  }
  .heads,
  li {
    display: grid;
    grid-template-columns: var(--columns);
    align-items: center;
  }
  .heads {
    min-height: 32px;
    border-bottom: 2px solid var(--text);
    color: var(--muted);
    font-size: 0.875rem;
  }
  .rows {
    flex: 1;
    min-height: 0;
    margin: 2px -12px 0;
    padding-bottom: 16px;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
  li {
    min-height: 3.25rem;
    margin: 0 12px;
    border-bottom: 1px solid var(--hair);
  }
  li.found {
    margin: 0;
    padding-inline: 10px;
    border: 2px solid var(--text);
    border-radius: var(--r1);
    background: var(--raised);
  }
  li.others,
  li.none {
    display: block;
    padding-top: 16px;
    border: 0;
  }
  li.none {
    font-size: 1.125rem;
  }
  .register {
    margin-top: 12px;
  }
  li.other {
    grid-template-columns: minmax(8rem, 1fr) 11rem 7rem;
  }
  time {
    font-size: 1.25rem;
    font-weight: 700;
  }
  .name {
    min-width: 0;
    min-height: 2.75rem;
    padding: 0 12px 0 0;
    border: 0;
    background: none;
    font-size: 1.125rem;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  .name:dir(rtl) {
    padding: 0 0 0 12px;
  }
  .name:focus-visible,
  .number:focus-visible {
    outline-offset: -4px;
  }
  .for {
    padding-inline-end: 12px;
  }
  .born {
    white-space: nowrap;
  }
  .end {
    display: grid;
    justify-items: end;
    white-space: nowrap;
  }
  .end foyer-button {
    --button-height: 2.75rem;
    --button-padding: 2px 14px;
  }
  .lit {
    font-weight: 700;
  }
  .lit::part(button) {
    background: var(--accent);
    border-color: var(--lit-edge);
    color: var(--on-accent);
  }
  .number {
    min-height: 2.75rem;
    padding: 0;
    border: 0;
    background: none;
    font-size: 1.5rem;
  }
  @container (max-width: 50rem) {
    .heads,
    li {
      --columns: 4.25rem minmax(8rem, 1fr) 7.25rem 11rem 7.5rem;
    }
    .for {
      display: none;
    }
  }
  @container (max-width: 40rem) {
    li.other {
      grid-template: 'name end' auto / minmax(0, 1fr) auto;
    }
    li.other .state {
      display: none;
    }
    .heads {
      display: none;
    }
    li {
      grid-template: 'time name end' auto 'time state end' auto / 4rem minmax(0, 1fr) auto;
      padding-block: 4px;
    }
    .born,
    .for {
      display: none;
    }
    time {
      grid-area: time;
    }
    .name {
      grid-area: name;
      min-height: 2rem;
    }
    .state {
      grid-area: state;
    }
    .end {
      grid-area: end;
    }
  }
`;
