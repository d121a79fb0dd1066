// Chromium as the clinic's policy makes it: it trusts the clinic's own authority, from a store of its own, and ignores
// no certificate error.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

export interface TrustingBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

/** The first address that is not internal; without one, a name that the browser maps to loopback. */
export function clinicHost(): { readonly host: string; readonly mapped: boolean } {
  const address = Object.values(networkInterfaces())
    .flat()
    .find((entry) => entry?.family === 'IPv4' && !entry.internal)?.address;
  return address === undefined ? { host: 'clinic.foyer.test', mapped: true } : { host: address, mapped: false };
}

export async function launchTrustingBrowser(authorityPem: string): Promise<TrustingBrowser> {
  const home = mkdtempSync(join(tmpdir(), 'foyer-browser-'));
  const store = join(home, '.pki/nssdb');
  mkdirSync(store, { recursive: true });
  const file = join(home, 'authority.pem');
  writeFileSync(file, authorityPem);
  execFileSync('certutil', ['-d', `sql:${store}`, '-N', '--empty-password']);
  execFileSync('certutil', ['-d', `sql:${store}`, '-A', '-t', 'C,,', '-n', 'foyer', '-i', file]);
  const { mapped, host } = clinicHost();
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    env: { ...(process.env as Record<string, string>), HOME: home },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--autoplay-policy=no-user-gesture-required',
      ...(mapped ? [`--host-resolver-rules=MAP ${host} 127.0.0.1`] : []),
    ],
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
