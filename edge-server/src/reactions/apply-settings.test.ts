import { expect, it } from 'vitest';
import type { SettingValues } from '@foyer/contracts/live-settings.ts';
import { ApplySettings } from './apply-settings.ts';

it('writes as much to the log as is set, from then on and once for each change', async () => {
  const levels: string[] = [];
  let settings: SettingValues | undefined;
  let changed = (): void => undefined;
  const applied = new ApplySettings({
    settings: () => settings,
    onChanged: (listener) => (changed = listener),
    setLogLevel: (level) => levels.push(level),
  });
  await applied.start();
  for (const next of [undefined, {}, { FOYER_LOG_LEVEL: 'debug' }, { FOYER_LOG_LEVEL: 'debug' }, {}]) {
    settings = next;
    changed();
  }
  expect(levels).toEqual(['info', 'debug', 'info']);
});
