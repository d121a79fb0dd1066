// The scanners of the clinic: on cables of this box as the clinic set them up, or else as the machine was started, and
// those without a cable. Set up anew, they are read anew, without a restart.

import { saysTheSame } from '@foyer/contracts/says-the-same.ts';
import type { FoundScanner } from '@foyer/contracts/scanner-view.ts';
import type { ScannerSetUp } from '@foyer/contracts/scanners-set-up.ts';
import { scannerSettingOf } from '@foyer/firmware-config/scanner-setting.ts';
import { GuardedScanners } from './adapters/scanner/guarded-scanners.ts';
import { ScannerWatch } from './adapters/scanner/scanner-watch.ts';
import { ScannersOnCables } from './adapters/scanner/scanners-on-cables.ts';
import { TcpScanner } from './adapters/scanner/tcp-scanner.ts';
import type { Component } from './components.ts';
import type { EdgeConfig } from './config/edge-config.ts';
import type { ScannerOrders } from './ports/device-orders.ts';
import type { Log } from './ports/log.ts';
import type { ReadModel } from './ports/read-model.ts';
import type { ScannerNow } from './ports/scanner.ts';
import { unclaimed } from './views/found-scanners.ts';
import { systemClock } from './writer/system-clock.ts';

export interface ScannerParts {
  /** As the clinic set them up, or as the machine was started. */
  readonly setUps: () => readonly ScannerSetUp[];
  readonly kioskDeviceId: (kiosk: string) => string | undefined;
  readonly log: Log;
  /** How those on cables are now, and which are there that nobody set up. */
  readonly tell: (scanners: readonly ScannerNow[], found: readonly FoundScanner[]) => void;
}

export interface ClinicScanners {
  readonly scanner: GuardedScanners;
  /** Sees what is plugged in. */
  readonly watch: Component;
  readonly port: number | undefined;
  /** They may have been set up otherwise. */
  setUpChanged(): void;
  /** One that was set up a moment ago is there by then. */
  readonly orders: ScannerOrders;
}

/** A jammed trigger is told as often as this and no oftener. */
const tellAfterMs = 100;

export function composeScanners(
  { scannerPort }: Pick<EdgeConfig, 'scannerPort'>,
  { setUps, kioskDeviceId, log, tell }: ScannerParts,
): ClinicScanners {
  const tcp = scannerPort === null ? undefined : new TcpScanner({ port: scannerPort });
  const cables = new ScannersOnCables({ tcp, kioskDeviceId, clock: systemClock, log });
  const scanner = new GuardedScanners({ scanners: tcp === undefined ? [] : [tcp], clock: systemClock, log });
  let found: readonly FoundScanner[] = [];
  let inForce = setUps();
  let arranging = scanner.arrange(cables.of(inForce.map(scannerSettingOf)));
  let telling: NodeJS.Timeout | undefined;
  const tellSoon = (): void => {
    telling ??= setTimeout(() => {
      telling = undefined;
      tell(scanner.reports(), unclaimed(found, inForce));
    }, tellAfterMs).unref();
  };
  const watch = new ScannerWatch({
    hid: () => cables.foundHid(),
    network: () => tcp?.found() ?? [],
    onFound: (now) => {
      found = now;
      tellSoon();
    },
  });
  scanner.onChanged(tellSoon);
  tcp?.onPlugged(() => void watch.look());
  return {
    scanner,
    watch: {
      name: watch.name,
      start: async () => {
        tellSoon();
        await watch.start();
      },
      stop: async () => {
        clearTimeout(telling);
        await arranging;
        await watch.stop();
      },
    },
    get port() {
      return tcp?.port;
    },
    setUpChanged() {
      const wanted = setUps();
      if (saysTheSame(wanted, inForce)) return;
      inForce = wanted;
      arranging = arranging.then(() => scanner.arrange(cables.of(wanted.map(scannerSettingOf))));
      tellSoon();
    },
    orders: {
      async tryOut(scannerId) {
        await arranging;
        return scanner.tryOut(scannerId);
      },
    },
  };
}

/** The kiosk that a scanner's set-up means by its name or its id. */
export function kioskNamed(readModel: Pick<ReadModel, 'devices'>, kiosk: string): string | undefined {
  const kiosks = readModel.devices().filter(({ role, revoked }) => role === 'kiosk' && !revoked);
  return (kiosks.find(({ id }) => id === kiosk) ?? kiosks.find(({ name }) => name === kiosk))?.id;
}

/** What the scanner that types into a kiosk puts first; undefined where it has none. */
export function wedgePrefix(
  setUps: readonly ScannerSetUp[],
  readModel: Pick<ReadModel, 'devices'>,
  deviceId: string,
): string | undefined {
  const wedges = setUps.filter(({ profile, prefix = '' }) => profile === 'wedge' && prefix !== '');
  return wedges.find(({ kiosk }) => kioskNamed(readModel, kiosk) === deviceId)?.prefix;
}
