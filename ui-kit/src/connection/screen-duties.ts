// What a screen owes to who looks after it: it says how it does, draws its page anew when it is told to, and shows its
// name. Fetched after the page has drawn: nobody waits for it.

import type { ScreenOrder, ScreenReport } from '@foyer/contracts/device-orders.ts';
import type { Namespace } from '@foyer/contracts/sockets.ts';
import type { Connection } from './connection.ts';

/** What this needs of a connection; tests bring their own. */
export type DutyLine = Pick<Connection<Namespace>, 'report' | 'onOrder'>;

interface Battery extends EventTarget {
  readonly level: number;
  readonly charging: boolean;
}

export interface ScreenParts {
  readonly version: string;
  readonly battery: Promise<Battery | undefined>;
  /** Where failures of the page are heard. */
  readonly page: EventTarget;
  readonly reload: () => void;
  readonly identify: (name: string) => void;
}

/** Reports now and whenever something changed, and carries orders out, until the line is stopped. */
export function takeDuties(line: DutyLine, parts: ScreenParts = ofThisPage()): void {
  let errors = 0;
  let battery: Battery | undefined;
  const report = (): void => line.report(reportOf(parts.version, errors, battery));
  const failed = (): void => {
    errors += 1;
    report();
  };
  parts.page.addEventListener('error', failed);
  parts.page.addEventListener('unhandledrejection', failed);
  void parts.battery.then((found) => {
    battery = found;
    for (const change of ['levelchange', 'chargingchange']) battery?.addEventListener(change, report);
    report();
  });
  line.onOrder(({ order, name }: ScreenOrder) => {
    if (order === 'restart') parts.reload();
    else parts.identify(name);
  });
}

function reportOf(version: string, errors: number, battery: Battery | undefined): ScreenReport {
  const power = battery && { batteryPercent: Math.round(battery.level * 100), charging: battery.charging };
  return { version, errors, ...power };
}

function ofThisPage(): ScreenParts {
  const { getBattery } = navigator as { readonly getBattery?: () => Promise<Battery> };
  return {
    version: pageVersion(),
    battery: getBattery?.call(navigator).catch(() => undefined) ?? Promise.resolve(undefined),
    page: window,
    reload: () => location.reload(),
    identify: (name) => void import('../elements/foyer-identify.ts').then(({ identify }) => identify(name)),
  };
}

/** The hash in the name of the page's own script, which is another one with each build. */
export function pageVersion(scripts: Iterable<{ readonly src: string }> = document.scripts): string {
  for (const { src } of scripts) {
    const hash = /-([\w-]{8,})\.js$/.exec(src)?.[1];
    if (hash !== undefined) return hash.slice(0, 8);
  }
  return 'development';
}
