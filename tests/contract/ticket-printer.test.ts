import { FakeTicketPrinter } from '@foyer/edge-server/adapters/printer/fake.ts';
import { ThermalPrinter, usualTiming } from '@foyer/edge-server/adapters/printer/thermal-printer.ts';
import { allWell } from '@foyer/demo/virtual-printer/printer-switches.ts';
import { VirtualPrinter } from '@foyer/demo/virtual-printer/virtual-printer.ts';

import { ticketPrinterContract, type PrinterFault } from './ticket-printer.contract.ts';

const impatient = { ...usualTiming, answerMs: 1_000, watchMs: 20, patienceMs: 60, retryMs: 20 };

const SWITCHES = {
  'printer-off': { power: 'off' },
  'printer-mute': { mute: true },
  'paper-out': { paper: 'out' },
  'cover-open': { cover: 'open' },
  'printer-jam': { jam: true },
} as const satisfies Record<PrinterFault, object>;

ticketPrinterContract('over TCP, at the virtual printer', async (startAt) => {
  let now = startAt;
  const device = new VirtualPrinter({ port: 0, now: () => now, paints: false });
  await device.start();
  const printer = new ThermalPrinter({
    address: `tcp://${device.host}:${device.port}`,
    clock: { wall: () => now, monotonic: () => performance.now() },
    timing: impatient,
  });
  return {
    printer,
    fault: (fault) => device.switch({ ...allWell, ...(fault === undefined ? {} : SWITCHES[fault]) }),
    printed: () => device.tickets.map(({ text }) => /^[A-Z]\d{3}$/m.exec(text)?.[0] ?? text),
    setNow: (at) => {
      now = at;
    },
    stop: () => device.stop(),
  };
});

ticketPrinterContract('fake', (startAt) => {
  let now = startAt;
  const printer = new FakeTicketPrinter({ wall: () => now, monotonic: () => 0 });
  return Promise.resolve({
    printer,
    fault: (fault) => Promise.resolve(printer.fault(fault)),
    printed: () =>
      printer.printed.map(({ kind, document }) => ('number' in document ? document.number : undefined) ?? kind),
    setNow: (at) => {
      now = at;
    },
    stop: () => Promise.resolve(),
  });
});
