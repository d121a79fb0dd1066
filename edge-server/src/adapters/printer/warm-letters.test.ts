import { expect, it, vi } from 'vitest';

import { aTicketDocument } from './sample-documents.ts';

it('a thread brings the typefaces of a paper for the whole process', async () => {
  // As in a process that has drawn nothing yet.
  vi.resetModules();
  const { broughtFamilies } = await import('./raster-fonts.ts');
  const { warmLetters } = await import('./warm-letters.ts');
  expect(broughtFamilies()).toEqual([]);
  await warmLetters([{ kind: 'ticket', document: aTicketDocument({ language: 'ar', serviceName: 'الممرضة' }) }]);
  expect(broughtFamilies()).toEqual(expect.arrayContaining(['Foyer noto-sans latin', 'Foyer noto-sans-arabic arabic']));
});
