// The printers that the configuration names, behind one spool; what drives them is loaded only where there are some.

import { PrinterState } from '@foyer/contracts/printer-view.ts';
import type { StaffView } from '@foyer/contracts/views.ts';
import type { PrinterEntry } from '@foyer/firmware-config/printers/printers-file.ts';
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

export interface SpoolParts {
  /** Instead of those that the configuration names. */
  readonly printer?: TicketPrinter | undefined;
  readonly kioskName: (deviceId: string) => string | undefined;
  readonly log: Log;
  readonly printing?: Printing | undefined;
}

/** How printers are waited for, where that is not as usual. */
export interface Printing {
  readonly timing?: PrinterTiming;
  readonly clock?: Clock;
}

/** The one printer of a clinic that has no file of them. */
const only = 'printer';
/** Of what can only be handed over. */
const silentProfile = 'plain-80mm';

export async function composeSpool(
  config: Pick<EdgeConfig, 'printer' | 'printers'>,
  { printer, kioskName, log, printing = {} }: SpoolParts,
): Promise<PrintSpool> {
  const { clock = systemClock } = printing;
  const now = (): number => clock.wall();
  if (printer !== undefined) {
    return new PrintSpool({ lanes: [{ id: only, name: '', printer }], places: onlyPlace, kioskName, now });
  }
  const { printers: entries, desk, kiosks = {} } = config.printers ?? fileOf(config.printer);
  const lanes = await Promise.all(entries.map((entry) => laneOf(entry, { ...printing, clock, log })));
  return new PrintSpool({ lanes, places: { desk: desk ?? entries[0]?.id ?? only, kiosks }, kioskName, now });
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

const onlyPlace: Places = { desk: only, kiosks: {} };

function fileOf(address: string | null): NonNullable<EdgeConfig['printers']> {
  return { printers: address === null ? [] : [{ id: only, name: '', address }] };
}

async function laneOf(
  { id, name, address, profile, backup }: PrinterEntry,
  how: Printing & { readonly clock: Clock; readonly log: Log },
): Promise<Lane> {
  const [{ ThermalPrinter }, { knownProfile }] = await Promise.all([
    import('./adapters/printer/thermal-printer.ts'),
    import('./adapters/printer/printer-profile.ts'),
  ]);
  const model = knownProfile(profile ?? (address.startsWith('cups:') ? silentProfile : usualProfile));
  const printer = new ThermalPrinter({ address, profile: model, ...how });
  return { id, name, printer, ...(backup === undefined ? {} : { backup }) };
}

function printerView({ id, name, health, paperLow, since }: LaneReport): NonNullable<PrintersNow['printers']>[number] {
  const state = health === 'no-printer' ? PrinterState.off : health;
  return { id, name, state, since, ...(paperLow ? { paperLow: true as const } : {}) };
}
