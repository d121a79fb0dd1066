import { describe, expect, it } from 'vitest';
import { logLevels } from '@foyer/contracts/log-level.ts';
import { readConfig } from './settings.ts';

describe('the settings of the centre', () => {
  it('have writes wait for a lost standby unless they say otherwise', () => {
    expect(readConfig({}).standbyLost).toBe('wait');
    expect(readConfig({ FOYER_STANDBY_LOST: 'degrade' }).standbyLost).toBe('degrade');
  });

  it.each(logLevels)('take every level that the edge takes: %s', (level) => {
    expect(readConfig({ FOYER_LOG_LEVEL: level }).logLevel).toBe(level);
  });

  it('name the one that is wrong', () => {
    expect(() => readConfig({ FOYER_LOG_LEVEL: 'loud' })).toThrow(
      expect.objectContaining({ code: 'configuration-invalid', facts: { setting: 'FOYER_LOG_LEVEL' } }),
    );
    expect(() => readConfig({ FOYER_STANDBY_LOST: 'hope' })).toThrow(
      expect.objectContaining({ facts: { setting: 'FOYER_STANDBY_LOST' } }),
    );
    expect(() => readConfig({ FOYER_PMS_PORT: '99999' })).toThrow(
      expect.objectContaining({ facts: { setting: 'FOYER_PMS_PORT' } }),
    );
  });
});
