// The printer and the scanners that the configuration names, loaded only where there are some.

import type { StaffView } from '@foyer/contracts/views.ts';
import { systemClock } from './writer/system-clock.ts';
import type { Log } from './ports/log.ts';
import type { PrinterStatus, TicketPrinter } from './ports/ticket-printer.ts';
import { TcpScanner } from './adapters/scanner/tcp-scanner.ts';

export async function composePrinter(address: string | null, log: Log): Promise<TicketPrinter> {
  if (address === null) {
    const { NoPrinter } = await import('./adapters/printer/no-printer.ts');
    return new NoPrinter();
  }
  const { ThermalPrinter } = await import('./adapters/printer/thermal-printer.ts');
  return new ThermalPrinter({ address, clock: systemClock, log });
}

export function composeScanner(port: number | null): TcpScanner | undefined {
  return port === null ? undefined : new TcpScanner({ port });
}

export function printerState({ health }: PrinterStatus): StaffView['printer'] {
  if (health === 'no-printer') return 'none';
  return health === 'ready' ? 'ready' : 'unavailable';
}
