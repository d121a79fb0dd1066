// Carries orders to devices after the commit that holds them: a screen is told on its line, a scanner is tried out, a
// printer gets a page that is nobody's ticket. What became of it is a line in the log.

import type { DeviceOrder } from '@foyer/contracts/device-orders.ts';
import type { EventBody } from '@foyer/contracts/events.ts';
import type { PrinterOrders, ScannerOrders, ScreenOrders } from '../ports/device-orders.ts';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import { printJobLifeMs, type TicketDocument } from '../ports/ticket-printer.ts';
import type { Writer } from '../ports/writer.ts';
import type { ClinicState } from '../views/clinic-state.ts';
import { sampleTicket } from './sample-paper.ts';

export interface TellDevicesParts {
  readonly writer: Pick<Writer, 'onCommitted'>;
  readonly state: () => ClinicState | undefined;
  readonly screens: ScreenOrders;
  readonly printers: PrinterOrders;
  readonly scanners: ScannerOrders;
  readonly ids: Pick<Ids, 'newId'>;
  readonly log: Log;
  readonly now: () => number;
}

export class TellDevices {
  readonly name = 'tell-devices';
  readonly #parts: TellDevicesParts;

  constructor(parts: TellDevicesParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    this.#parts.writer.onCommitted(({ rows }) => {
      for (const { type, body } of rows) {
        if (type === 'v1.DeviceOrdered') void this.#carryOut(body as EventBody<'v1.DeviceOrdered'>);
      }
    });
  }

  async stop(): Promise<void> {}

  async #carryOut({ deviceId, order }: EventBody<'v1.DeviceOrdered'>): Promise<void> {
    const outcome = order === 'test-page' ? await this.#print(deviceId) : await this.#tell(deviceId, order);
    this.#parts.log.info('device-ordered', { deviceId, order, outcome });
  }

  async #tell(deviceId: string, order: Exclude<DeviceOrder, 'test-page'>): Promise<string> {
    const { state, screens, scanners } = this.#parts;
    const name = state()?.devices.find(({ id }) => id === deviceId)?.name ?? '';
    const isTold = order === 'test-scan' ? await scanners.tryOut(deviceId) : screens.order(deviceId, { order, name });
    return isTold ? 'told' : 'not-connected';
  }

  async #print(printerId: string): Promise<string> {
    const { state, printers, ids, now } = this.#parts;
    const clinic = state();
    if (clinic === undefined) return 'no-clinic';
    const job = { jobId: ids.newId(now()), notAfter: now() + printJobLifeMs, kind: 'ticket' as const };
    const { outcome } = await printers.printOn(printerId, { ...job, document: testPage(clinic) });
    return outcome;
  }
}

/** It carries no number that anybody could wait with, and nothing of a person. */
function testPage(clinic: ClinicState): TicketDocument {
  const [language = 'en'] = clinic.configuration.languages;
  const { direction, clinicName, worse, place, printedAt } = sampleTicket(clinic, language);
  return { language, direction, clinicName, number: 'TEST', serviceName: 'TEST', place, worse, printedAt };
}
