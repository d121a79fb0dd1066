// How the panel stands, as conditions of `@container`: the frame's container is "kiosk", and an em there is a letter of
// body text as large as the patient set it.

import { css } from 'lit';

/** The panel lies: what is asked and the ways on stand side by side. */
export const lying = css`kiosk (min-aspect-ratio: 1/1)`;

/** With larger letters few go across: what stood side by side stands one below the other. */
export const tight = css`kiosk ((max-width: 24em) or ((min-aspect-ratio: 1/1) and (max-width: 42em)))`;
export const tightUpright = css`kiosk ((max-aspect-ratio: 1/1) and (max-width: 24em))`;
export const tightLying = css`kiosk ((min-aspect-ratio: 1/1) and (max-width: 42em))`;
