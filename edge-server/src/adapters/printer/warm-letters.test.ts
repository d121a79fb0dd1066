import { expect, it } from 'vitest';

import { broughtFamilies } from './raster-fonts.ts';
import { aTicketDocument } from './sample-documents.ts';
import { warmLetters } from './warm-letters.ts';

it('a thread brings the typefaces of a paper for the whole process', async () => {
  expect(broughtFamilies()).toEqual([]);
  await warmLetters([{ kind: 'ticket', document: aTicketDocument({ language: 'ar', serviceName: 'الممرضة' }) }]);
  expect(broughtFamilies()).toEqual(expect.arrayContaining(['Foyer noto-sans latin', 'Foyer noto-sans-arabic arabic']));
});
