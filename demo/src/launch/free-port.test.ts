import { describe, expect, it } from 'vitest';
import { settledPort } from './free-port.ts';

describe('a port that is settled before its server starts', () => {
  it('is the one wanted', async () => {
    expect(await settledPort(8_090)).toBe(8_090);
  });

  it('is one that no outgoing connection is given, where none is wanted', async () => {
    const ports = await Promise.all(Array.from({ length: 50 }, () => settledPort(0)));
    expect(ports.filter((port) => port < 15_000 || port >= 32_768)).toEqual([]);
  });

  it('cannot be had of an address that this machine does not have', async () => {
    await expect(settledPort(0, '192.0.2.77')).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' });
  });
});
