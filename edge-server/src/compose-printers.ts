// The printers of the clinic behind one spool, as the clinic set them up, or else as the machine was started. Set up anew,
// they print anew, without a restart; what drives them is loaded only where there are some.

import { PrinterState } from '@foyer/contracts/printer-view.ts';
import type { PrintersSetUp } from '@foyer/contracts/printers-set-up.ts';
import { saysTheSame } from '@foyer/contracts/says-the-same.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { usualProfile } from '@foyer/firmware-config/printers/printer-profiles.ts';
import type { EdgeConfig } from './config/edge-config.ts';
import type { PrinterTiming } from './adapters/printer/thermal-printer.ts';
import type { Clock } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { PrinterStatus, TicketPrinter } from './ports/ticket-printer.ts';
import { PrintSpool } from './spool/print-spool.ts';
import type { Lane, LaneReport, Places } from './spool/spool-types.ts';
import type { PrintersNow } from './views/clinic-state.ts';
import { systemClock } from './writer/system-clock.ts';

export interface PrinterParts {
  /** Instead of all that are set up. */
  readonly printer?: TicketPrinter | undefined;
  /** As the clinic set them up, or as the machine was started. */
  readonly setUp: () => PrintersSetUp;
  readonly kioskName: (deviceId: string) => string | undefined;
  readonly log: Log;
  readonly printing?: Printing | undefined;
}

/** How printers are waited for, where that is not as usual. */
export interface Printing {
  readonly timing?: PrinterTiming;
  readonly clock?: Clock;
}

export interface ClinicPrinters {
  readonly spool: PrintSpool;
  /** They may have been set up otherwise. Resolves when they are in force. */
  setUpChanged(): Promise<void>;
}

/** The one printer of a clinic that has no file of them. */
const only = 'printer';
/** Of what can only be handed over. */
const silentProfile = 'plain-80mm';

/** What the machine was started with. */
export function startedPrinters({ printer, printers }: Pick<EdgeConfig, 'printer' | 'printers'>): PrintersSetUp {
  return printers ?? { printers: printer === null ? [] : [{ id: only, name: '', address: printer }] };
}

/** That of a printer of which nobody said anything. */
export function profileNameOf({
  address,
  profile,
}: {
  readonly address: string;
  readonly profile?: string | undefined;
}): string {
  return profile ?? (address.startsWith('cups:') ? silentProfile : usualProfile);
}

export async function composePrinters({
  printer,
  setUp,
  kioskName,
  log,
  printing = {},
}: PrinterParts): Promise<ClinicPrinters> {
  const { clock = systemClock } = printing;
  const now = (): number => clock.wall();
  if (printer !== undefined) {
    const places = { desk: only, kiosks: {} };
    const spool = new PrintSpool({ lanes: [{ id: only, name: '', printer }], places, kioskName, now });
    return { spool, setUpChanged: () => Promise.resolve() };
  }
  const lanesOf = laneMaker({ ...printing, clock, log });
  let inForce = setUp();
  const spool = new PrintSpool({ lanes: await lanesOf(inForce), places: placesOf(inForce), kioskName, now });
  let arranging = Promise.resolve();
  return {
    spool,
    setUpChanged() {
      const wanted = setUp();
      if (saysTheSame(wanted, inForce)) return arranging;
      inForce = wanted;
      arranging = arranging.then(async () => spool.arrange({ lanes: await lanesOf(wanted), places: placesOf(wanted) }));
      return arranging;
    },
  };
}

/** As the views tell it. */
export function printersNow(spool: PrintSpool): PrintersNow {
  return {
    printer: printerState(spool.healthAt(undefined)),
    printers: spool.reports().map(printerView),
    printerAt: (deviceId) => printerState(spool.healthAt(deviceId)),
  };
}

export function printerState(health: PrinterStatus['health']): StaffView['printer'] {
  if (health === 'no-printer') return 'none';
  return health === 'ready' ? 'ready' : 'unavailable';
}

function placesOf({ printers, desk, kiosks = {} }: PrintersSetUp): Places {
  return { desk: desk ?? printers[0]?.id ?? only, kiosks };
}

/** A printer that is reached and driven as before is the same one. */
function laneMaker(
  how: Printing & { readonly clock: Clock; readonly log: Log },
): (setUp: PrintersSetUp) => Promise<readonly Lane[]> {
  let made = new Map<string, TicketPrinter>();
  return async ({ printers }) => {
    const before = made;
    made = new Map();
    const lanes: Lane[] = [];
    for (const { id, name, address, profile, backup } of printers) {
      const key = `${id} ${address} ${profile ?? ''}`;
      const printer = before.get(key) ?? (await driverOf(address, profileNameOf({ address, profile }), how));
      made.set(key, printer);
      lanes.push({ id, name, printer, ...(backup === undefined ? {} : { backup }) });
    }
    return lanes;
  };
}

async function driverOf(
  address: string,
  profile: string,
  how: Printing & { readonly clock: Clock; readonly log: Log },
): Promise<TicketPrinter> {
  const [{ ThermalPrinter }, { knownProfile }] = await Promise.all([
    import('./adapters/printer/thermal-printer.ts'),
    import('./adapters/printer/printer-profile.ts'),
  ]);
  return new ThermalPrinter({ address, profile: knownProfile(profile), ...how });
}

function printerView({ id, name, health, paperLow, since }: LaneReport): NonNullable<PrintersNow['printers']>[number] {
  const state = health === 'no-printer' ? PrinterState.off : health;
  return { id, name, state, since, ...(paperLow ? { paperLow: true as const } : {}) };
}
