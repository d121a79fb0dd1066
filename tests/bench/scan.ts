/**
 * From the last report of a HID scanner to the document that it holds: the device is false at its cable, all else is the
 * edge's own. Beside it, reading the same reports and decoding nothing.
 */
import { invariant } from '@foyer/contracts/app-error.ts';
import { decodeScan, type DecodedScan } from '@foyer/domain/identity-documents/decode-scan.ts';
import { bands, licenceOf2020, zones } from '@foyer/domain/identity-documents/specimens.ts';
import { CableScanner } from '@foyer/edge-server/adapters/scanner/cable-scanner.ts';
import { FakeHid } from '@foyer/edge-server/adapters/scanner/fake-hid.ts';
import { fakeScanners, hidPosReports } from '@foyer/edge-server/adapters/scanner/fake-reports.ts';
import { GuardedScanners } from '@foyer/edge-server/adapters/scanner/guarded-scanners.ts';
import { HidBus } from '@foyer/edge-server/adapters/scanner/hid-bus.ts';
import { silentLog } from '@foyer/edge-server/ports/log.ts';
import type { Scan } from '@foyer/edge-server/ports/scanner.ts';
import { scannerProfiles } from '@foyer/firmware-config/scanner-profiles.ts';
import type { Bench, BenchOutcome } from './kit/bench.ts';
import type { Figure } from './kit/figure.ts';
import type { RunOptions } from './kit/run-options.ts';
import { median, percentile } from './kit/statistics.ts';

export const scan: Bench = {
  name: 'scan',
  about: 'from the last report of a scanner to the decoded document',
  run: measure,
};

const samples = [
  { name: 'a passport', text: zones.passport, aim: ']o2', kind: 'travel-document' },
  { name: 'a driver’s card', text: licenceOf2020, aim: ']L2', kind: 'driving-licence' },
  { name: 'a wristband', text: bands.patient, aim: ']C1', kind: 'wristband' },
] as const;
const context = { today: '2026-11-26', cardFormats: [] };
const path = '/dev/hidraw0';
const fullRuns = 2_000;
const quickRuns = 50;
/** Between two scans on the scanner's clock, as people show one thing after the other. */
const betweenMs = 1_000;

async function measure({ quick, cycles }: RunOptions): Promise<BenchOutcome> {
  const runs = cycles ?? (quick ? quickRuns : fullRuns);
  const bench = await aScanner();
  const figures = samples.flatMap((sample) => figuresOf(bench, sample, runs));
  await bench.stop();
  return { figures, runs };
}

function figuresOf(bench: ScannerBench, { name, text, aim, kind }: (typeof samples)[number], runs: number): Figure[] {
  const reports = hidPosReports(text, aim);
  const took: number[] = [];
  const floors: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    let decoded: DecodedScan | undefined;
    took.push(bench.msFor(reports, (read) => (decoded = decodeScan(read, context))));
    invariant(decoded?.ok === true && decoded.kind === kind, `${name} is decoded`);
    floors.push(bench.msFor(reports, () => undefined));
  }
  const goal = { of: 'value', op: '<=', bound: 2 } as const;
  return [
    { name: `${name}, median`, value: median(took), unit: 'ms', floor: median(floors), goal },
    { name: `${name}, 99th percentile`, value: percentile(took, 99), unit: 'ms', floor: percentile(floors, 99), goal },
  ];
}

interface ScannerBench {
  /** Sends all reports, and measures from the last one until `read` has returned. */
  msFor(reports: readonly Uint8Array[], read: (scan: Scan) => void): number;
  stop(): Promise<void>;
}

async function aScanner(): Promise<ScannerBench> {
  const hid = new FakeHid();
  hid.plugIn({ ...fakeScanners['hid-pos'], path });
  let now = 0;
  const clock = { monotonic: () => now, wall: () => now };
  const cable = new HidBus(() => Promise.resolve(hid)).cable('hid-pos', {});
  const setting = { id: 'scanner-1', kiosk: 'kiosk-1', profile: scannerProfiles['hid-pos'] };
  const scanner = new CableScanner({ setting, cable, kioskDeviceId: (id) => id, clock, log: silentLog });
  const scanners = new GuardedScanners({ scanners: [scanner], clock, log: silentLog });
  let heard: (scan: Scan) => void = () => undefined;
  scanners.onScan((each) => heard(each));
  await scanners.start();
  return {
    msFor(reports, read) {
      now += betweenMs;
      heard = read;
      hid.send(path, reports.slice(0, -1));
      const from = performance.now();
      hid.send(path, reports.slice(-1));
      return performance.now() - from;
    },
    stop: () => scanners.stop(),
  };
}
