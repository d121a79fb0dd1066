import { expect, it } from 'vitest';

import { readingDirection } from './text-direction.ts';

it.each([
  ['A047', 'rtl', 'ltr'],
  ['10:40 – 11:20', 'rtl', 'rtl'],
  ['10:40 – 11:20', 'ltr', 'ltr'],
  ['זמן המתנה: 20', 'ltr', 'rtl'],
  ['זמן המתנה: 20', 'rtl', 'rtl'],
  ['A047 – الممرضة', 'rtl', 'rtl'],
  ['A047 – الممرضة', 'ltr', 'ltr'],
  ['Harbour Street Clinic.', 'rtl', 'ltr'],
] as const)('%s on paper that runs %s is read %s', (text, ofPaper, direction) => {
  expect(readingDirection(text, ofPaper)).toBe(direction);
});
