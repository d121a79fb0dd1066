import { describe, expect, it } from 'vitest';

import { drawCard } from './draw-card.ts';
import { sampleCards } from './sample-cards.ts';

describe('sample cards', () => {
  it('are drawn where they are symbols', () => {
    for (const card of sampleCards) {
      const drawn = drawCard(card);
      if (card.symbol === undefined) expect(drawn).toBeUndefined();
      else expect(drawn, card.id).toMatch(/^<svg .*<path/s);
    }
  });

  it('say where their parts are', () => {
    const text = sampleCards.find(({ id }) => id === 'licence')?.text ?? '';
    const [, offset = '', length = ''] = /DL(\d{4})(\d{4})DL/.exec(text) ?? [];
    expect(text.slice(Number(offset)).startsWith('DLDAQ')).toBe(true);
    expect(text).toHaveLength(Number(offset) + Number(length));
  });
});
