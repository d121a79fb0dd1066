import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aClinic } from '../testing/a-clinic.ts';
import { loadConfig } from './load-config.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-config-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const refusal = (environment: Record<string, string>) => {
  try {
    loadConfig(environment);
  } catch (error) {
    return (error as { facts?: unknown }).facts;
  }
  return undefined;
};

describe('settings of an edge', () => {
  it('has the defaults of the manifest', () => {
    expect(loadConfig({})).toMatchObject({
      bind: '0.0.0.0',
      mqttBind: '127.0.0.1',
      port: 8080,
      tlsPort: 8443,
      mqttPort: 1883,
      printer: null,
      pms: null,
      publicTicketUrl: null,
      demonstration: null,
      logLevel: 'info',
    });
  });

  it('keeps the log for good, or for as many days as it is told, thirty at least', () => {
    expect(loadConfig({}).keepLogDays).toBeUndefined();
    expect(loadConfig({ FOYER_KEEP_LOG_DAYS: '400' }).keepLogDays).toBe(400);
    for (const days of ['29', '0', '30.5', '-31', 'all', '99999']) {
      expect(refusal({ FOYER_KEEP_LOG_DAYS: days })).toMatchObject({ setting: 'FOYER_KEEP_LOG_DAYS' });
    }
  });

  it('opens MQTT to the network only where an address was set', () => {
    expect(loadConfig({ FOYER_BIND: '192.168.7.2' })).toMatchObject({
      bind: '192.168.7.2',
      mqttBind: '192.168.7.2',
    });
  });

  it('takes several printers from a file, and says where that is wrong', () => {
    const file = join(folder, 'printers.json');
    const entry = { id: 'desk', name: 'Desk', address: '/dev/usb/lp0' };
    writeFileSync(file, JSON.stringify({ printers: [entry] }));
    expect(loadConfig({ FOYER_PRINTERS_FILE: file }).printers).toEqual({ printers: [entry] });
    writeFileSync(file, JSON.stringify({ printers: [{ ...entry, address: 'usb' }] }));
    const path = 'printers.0.address';
    expect(refusal({ FOYER_PRINTERS_FILE: file })).toEqual({ setting: 'FOYER_PRINTERS_FILE', path });
  });

  it('takes a broker of the clinic’s own, and has its own where none is named', () => {
    expect(loadConfig({ FOYER_MQTT_URL: 'mqtt://broker.clinic:1883' }).mqttUrl).toBe('mqtt://broker.clinic:1883');
    expect(loadConfig({})).not.toHaveProperty('mqttUrl');
  });

  it('takes an empty variable as one that is not set', () => {
    expect(loadConfig({ FOYER_EDGE_PORT: '', FOYER_PRINTER: '' })).toMatchObject({
      port: 8080,
      printer: null,
    });
  });

  it.each([
    ['FOYER_EDGE_PORT', '70000'],
    ['FOYER_MQTT_PORT', 'many'],
    ['FOYER_MQTT_URL', 'http://broker'],
    ['FOYER_PRINTER', 'usb'],
    ['FOYER_PRINTERS_FILE', '/dev/null'],
    ['FOYER_PMS_URL', 'ftp://centre'],
    ['FOYER_LOG_LEVEL', 'loud'],
    ['FOYER_DEMONSTRATION_FILE', '/nowhere/demo.json'],
  ])('names %s when it is %j', (setting, value) => {
    expect(refusal({ [setting]: value })).toEqual({ setting });
  });

  it('wants the credential of the centre beside its address', () => {
    expect(refusal({ FOYER_PMS_URL: 'https://centre.example' })).toEqual({
      setting: 'FOYER_PMS_TOKEN_FILE',
    });
  });

  it('reads the demonstration’s credentials and refuses a file of another shape', () => {
    const file = join(folder, 'demonstration.json');
    const tokens = [{ token: 'a'.repeat(32), role: 'kiosk', deviceId: '01990000-0000-7000-8000-000000000001' }];
    const configuration = aClinic();
    writeFileSync(file, JSON.stringify({ configuration, tokens, codes: [] }));
    expect(loadConfig({ FOYER_DEMONSTRATION_FILE: file }).demonstration).toEqual({
      configuration,
      tokens,
      codes: [],
    });
    writeFileSync(file, JSON.stringify({ configuration, tokens: [{ token: 'short', role: 'kiosk' }], codes: [] }));
    expect(refusal({ FOYER_DEMONSTRATION_FILE: file })).toEqual({
      setting: 'FOYER_DEMONSTRATION_FILE',
    });
  });
});
