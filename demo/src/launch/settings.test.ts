import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { loadSettings } from './settings.ts';

/** On ports that are free, whatever else runs on this machine. */
const free = {
  FOYER_EDGE_PORT: '0',
  FOYER_EDGE_TLS_PORT: '0',
  FOYER_PMS_PORT: '0',
  FOYER_MQTT_PORT: '0',
  FOYER_VIRTUAL_PRINTER_PORT: '0',
};
const lan = '192.168.1.5';

describe('settings of the demonstration', () => {
  it('sends phones to the PMS at this machine’s address on its network', async () => {
    const { publicTicketUrl, pmsPort } = await loadSettings(free, lan);
    expect(publicTicketUrl).toBe(`http://${lan}:${pmsPort}`);
  });

  it.each([
    ['there is no network', free, undefined],
    ['nothing listens on it', { ...free, FOYER_BIND: '127.0.0.1' }, lan],
  ])('sends phones nowhere when %s', async (_, environment, address) => {
    expect((await loadSettings(environment, address)).publicTicketUrl).toBeUndefined();
  });

  it('sends phones where it is told to', async () => {
    const environment = { ...free, FOYER_PUBLIC_TICKET_URL: 'https://tickets.example' };
    expect((await loadSettings(environment, undefined)).publicTicketUrl).toBe('https://tickets.example');
  });

  it('keeps devices on loopback unless an address was set, and prints where the printer is', async () => {
    const usual = await loadSettings(free, lan);
    expect(usual).toMatchObject({ bind: '0.0.0.0', devicesBind: '127.0.0.1' });
    expect(usual.printer).toBe(`tcp://127.0.0.1:${usual.printerPort}`);
    const set = await loadSettings({ ...free, FOYER_BIND: '127.0.0.2' }, lan);
    expect(set).toMatchObject({ bind: '127.0.0.2', devicesBind: '127.0.0.2' });
    expect(set.printer).toBe(`tcp://127.0.0.2:${set.printerPort}`);
  });

  it('names the port that another program has, before anything starts', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '0.0.0.0', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(loadSettings({ ...free, FOYER_EDGE_PORT: String(port) }, lan)).rejects.toMatchObject({
      code: 'port-in-use',
      facts: { port, setting: 'FOYER_EDGE_PORT' },
    });
    await new Promise((resolve) => other.close(resolve));
  });

  it.each([
    ['FOYER_SEED', 'spring'],
    ['FOYER_SEED', '-1'],
    ['FOYER_PMS_PORT', '70000'],
    ['FOYER_MQTT_PORT', 'many'],
  ])('names %s when it is %j', async (setting, value) => {
    await expect(loadSettings({ ...free, [setting]: value }, lan)).rejects.toMatchObject({
      code: 'configuration-invalid',
      facts: { setting },
    });
  });
});
