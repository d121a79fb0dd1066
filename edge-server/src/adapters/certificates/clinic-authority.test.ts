import { X509Certificate } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { createServer, request } from 'node:https';
import { type AddressInfo, isIP } from 'node:net';
import { createSecureContext } from 'node:tls';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayMs } from '@foyer/contracts/time.ts';
import { silentLog } from '../../ports/log.ts';
import { ClinicAuthority } from './clinic-authority.ts';

let folder: string;
let now = Date.now();
let names = ['127.0.0.1', 'clinic.foyer.test', 'localhost', '::1'];
const open: ClinicAuthority[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-authority-'));
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((authority) => authority.stop()));
  rmSync(folder, { recursive: true });
});

async function anAuthority(): Promise<ClinicAuthority> {
  const authority = new ClinicAuthority({
    folder,
    log: silentLog,
    now: () => now,
    names: () => names,
  });
  open.push(authority);
  await authority.start();
  return authority;
}
const serverCertificate = (authority: ClinicAuthority) => new X509Certificate(authority.certificate.cert);

describe('the clinic’s authority', () => {
  it('serves HTTPS that who trusts it alone accepts, for each of its names', async () => {
    const authority = await anAuthority();
    const server = createServer(authority.certificate, (_request, response) => response.end('here'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const answers = await Promise.all(
        names.map(
          (servername) =>
            new Promise((resolve, reject) => {
              const host = '127.0.0.1';
              request(
                {
                  host,
                  port,
                  ca: authority.authorityPem,
                  ...(isIP(servername) === 0 ? { servername } : {}),
                },
                (response) => {
                  response.on('data', (chunk: Buffer) => resolve(chunk.toString()));
                },
              )
                .on('error', reject)
                .end();
            }),
        ),
      );
      expect(answers).toEqual(names.map(() => 'here'));
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('keeps its keys to itself', async () => {
    await anAuthority();
    const keys = readdirSync(folder).filter((file) => file.endsWith('.key.pem'));
    expect(keys.map((file) => statSync(join(folder, file)).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  it('is the same after a restart', async () => {
    const [first, second] = [await anAuthority(), await anAuthority()];
    expect(second.certificate).toEqual(first.certificate);
  });

  it.each([
    ['a key without its certificate', () => cpSync(join(folder, 'authority.key.pem'), join(folder, 'server.key.pem'))],
    ['half a certificate', () => truncateSync(join(folder, 'server.pem'), 100)],
    ['an empty key', () => truncateSync(join(folder, 'server.key.pem'))],
  ])('starts where a power cut left %s, with another certificate under the same root', async (_what, tear) => {
    const first = await anAuthority();
    const root = first.authorityPem;
    tear();
    const second = await anAuthority();
    expect(second.authorityPem).toBe(root);
    const { key, cert } = second.certificate;
    expect(() => createSecureContext({ key, cert })).not.toThrow();
    expect(serverCertificate(second).serialNumber).not.toBe(serverCertificate(first).serialNumber);
    expect((await anAuthority()).certificate).toEqual(second.certificate);
  });

  it('makes another root where a power cut tore the first one', async () => {
    await anAuthority();
    truncateSync(join(folder, 'authority.key.pem'), 50);
    const authority = await anAuthority();
    const server = serverCertificate(authority);
    expect(server.verify(new X509Certificate(authority.authorityPem).publicKey)).toBe(true);
  });

  it('renews a certificate of which a third of the life is left, under the same root', async () => {
    const authority = await anAuthority();
    const before = serverCertificate(authority).serialNumber;
    const renewed: string[] = [];
    authority.onRenewed(({ cert }) => renewed.push(cert));
    now += 50 * dayMs;
    await authority.renew();
    expect(serverCertificate(authority).serialNumber).toBe(before);
    now += 15 * dayMs;
    const root = authority.authorityPem;
    await authority.renew();
    expect(serverCertificate(authority).serialNumber).not.toBe(before);
    expect(authority.authorityPem).toBe(root);
    expect(renewed).toEqual([authority.certificate.cert]);
    now = Date.now();
  });

  it('issues another one when the machine gets another address', async () => {
    const authority = await anAuthority();
    names = [...names, '192.168.77.5'];
    await authority.renew();
    expect(serverCertificate(authority).checkIP('192.168.77.5')).toBe('192.168.77.5');
    names = names.slice(0, -1);
  });
});
