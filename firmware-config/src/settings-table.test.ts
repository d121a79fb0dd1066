import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { settingsTable } from './settings-table.ts';

it('is what the page of settings shows (npm run appliance -- settings)', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/configuration.md'), 'utf8');
  expect(page).toContain(`\n${settingsTable()}\n`);
});
