// What the tablet's pages look alike in: type steps, lists, chips, fields. Sizes of type are rem, so that the text
// size that a person chooses moves everything; 1rem is 16 px of the drawings.

import { css } from 'lit';

export const staffStyles = css`
  :host {
    font-size: 1rem;
    line-height: 1.5;
  }
  h1,
  h2,
  h3 {
    line-height: 1.3;
    font-weight: 700;
  }
  .small {
    font-size: 0.9375rem;
  }
  .head {
    font-size: 0.875rem;
    color: var(--muted);
  }
  .alert {
    color: var(--alert);
    font-weight: 700;
  }
  .serving {
    color: var(--serving);
  }
  .row {
    display: flex;
    align-items: center;
    gap: var(--s3);
    min-width: 0;
  }
  .wrap {
    flex-wrap: wrap;
  }
  .push {
    margin-inline-start: auto;
  }
  .cut {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .keep {
    white-space: nowrap;
  }
  foyer-button {
    --button-height: 3rem;
    --button-padding: 4px 16px;
    --button-gap: 8px;
  }
  foyer-button.bare {
    --button-gap: 0;
  }
  foyer-number {
    vertical-align: baseline;
  }
  .inline-number {
    vertical-align: 0.02em;
    line-height: 1;
  }
  .link {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 2.75rem;
    padding: 0 4px;
    border: 0;
    background: none;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .link:disabled {
    color: var(--muted);
    text-decoration: none;
    cursor: default;
  }
  .field {
    display: grid;
    gap: 4px;
  }
  .field > span {
    font-weight: 700;
  }
  input,
  select,
  textarea {
    min-width: 0;
    min-height: 3rem;
    padding: 8px 14px;
    border: 2px solid var(--line);
    border-radius: var(--r1);
    background: var(--raised);
    color: var(--text);
    font: inherit;
  }
  input::placeholder,
  textarea::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline-offset: 0;
    border-color: var(--text);
  }
  .rule {
    height: 1px;
    border: 0;
    margin: 0;
    background: var(--line);
  }
`;
