import bwip from 'bwip-js';

import type { SampleCard } from './sample-cards.ts';

/** The symbol of a sample card as SVG; undefined for one that has none. */
export function drawCard({ symbol, text }: SampleCard): string | undefined {
  if (symbol === undefined) return undefined;
  // Its maker wants the application identifier in brackets.
  const drawn = symbol === 'gs1-128' ? text.replace(/^8018/, '(8018)') : text;
  return bwip.toSVG({
    bcid: symbol,
    text: drawn,
    binarytext: symbol === 'pdf417',
    scale: 2,
    paddingwidth: 8,
    paddingheight: 8,
    backgroundcolor: 'FFFFFF',
  });
}
