// The scanners that the configuration names, loaded only where there are some.

import type { ScannerSetting } from '@foyer/firmware-config/scanner-setting.ts';
import { systemClock } from './writer/system-clock.ts';
import type { EdgeConfig } from './config/edge-config.ts';
import type { Log } from './ports/log.ts';
import type { ReadModel } from './ports/read-model.ts';
import type { Scanner } from './ports/scanner.ts';
import { TcpScanner } from './adapters/scanner/tcp-scanner.ts';

/** Those on cables of this box and those without one; undefined where there are none. */
export async function composeScanners(
  { scannerPort, scanners: settings }: Pick<EdgeConfig, 'scannerPort' | 'scanners'>,
  kioskDeviceId: (kiosk: string) => string | undefined,
  log: Log,
): Promise<{ readonly scanner: Scanner; readonly port: number | undefined } | undefined> {
  const tcp = scannerPort === null ? undefined : new TcpScanner({ port: scannerPort });
  const scanners: Scanner[] = tcp === undefined ? [] : [tcp];
  if (settings.some(({ profile }) => profile.mode !== 'wedge')) {
    const { scannersOnCables } = await import('./adapters/scanner/scanners-on-cables.ts');
    scanners.push(...scannersOnCables(settings, { kioskDeviceId, clock: systemClock, log }));
  }
  if (scanners.length === 0) return undefined;
  const { GuardedScanners } = await import('./adapters/scanner/guarded-scanners.ts');
  return {
    scanner: new GuardedScanners({ scanners, clock: systemClock, log }),
    get port() {
      return tcp?.port;
    },
  };
}

/** The kiosk that the file of scanners means by its name or its id. */
export function kioskNamed(readModel: Pick<ReadModel, 'devices'>, kiosk: string): string | undefined {
  const kiosks = readModel.devices().filter(({ role, revoked }) => role === 'kiosk' && !revoked);
  return (kiosks.find(({ id }) => id === kiosk) ?? kiosks.find(({ name }) => name === kiosk))?.id;
}

/** What the scanner that types into a kiosk puts first; nothing where no kiosk has one. */
export function wedgePrefixes(
  settings: readonly ScannerSetting[],
  readModel: Pick<ReadModel, 'devices'>,
): { readonly wedgePrefix?: (deviceId: string) => string | undefined } {
  const wedges = settings.flatMap(({ kiosk, profile }) =>
    profile.mode === 'wedge' && profile.prefix !== '' ? [{ kiosk, prefix: profile.prefix }] : [],
  );
  if (wedges.length === 0) return {};
  return { wedgePrefix: (id) => wedges.find(({ kiosk }) => kioskNamed(readModel, kiosk) === id)?.prefix };
}
