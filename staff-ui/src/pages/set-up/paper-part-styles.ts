import { css } from 'lit';

export const paperPartStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .bench {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 19rem;
    gap: 20px 28px;
    align-items: start;
  }
  .parts {
    display: grid;
    gap: 12px;
    justify-items: start;
    min-width: 0;
  }
  paper-rows {
    justify-self: stretch;
  }
  .look {
    position: sticky;
    top: 0;
    display: grid;
    gap: 10px;
    min-width: 0;
  }
  .look .row span {
    font-weight: 700;
  }
  .look select {
    flex: 1;
  }
  paper-picture {
    height: max(14rem, calc(100dvh - 22.75rem));
  }
  @container (max-width: 44rem) {
    .bench {
      grid-template-columns: minmax(0, 1fr);
    }
    .look {
      position: static;
      order: -1;
      max-width: 24rem;
    }
    paper-picture {
      height: 20rem;
    }
  }
`;
