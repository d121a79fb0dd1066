/** Every bench, by its name, in the order of `npm run bench`; read only when it is run: together they take a second. */
import type { Bench } from './kit/bench.ts';

export const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  'call-to-display': async () => (await import('./call-to-display.ts')).callToDisplay,
  'fan-out': async () => (await import('./fan-out.ts')).fanOut,
  'check-in': async () => (await import('./check-in.ts')).checkIn,
  backlog: async () => (await import('./backlog.ts')).backlog,
  failover: async () => (await import('./failover.ts')).failover,
  storm: async () => (await import('./storm.ts')).storm,
  boot: async () => (await import('./boot.ts')).boot,
  'kiosk-weight': async () => (await import('./kiosk-weight.ts')).kioskWeight,
  reception: async () => (await import('./reception.ts')).reception,
  'front-office': async () => (await import('./front-office.ts')).frontOffice,
  wait: async () => (await import('./wait.ts')).wait,
  decide: async () => (await import('./decide.ts')).decide,
  scan: async () => (await import('./scan.ts')).scan,
  ticket: async () => (await import('./ticket.ts')).ticket,
  'kiosk-soak': async () => (await import('./kiosk-soak.ts')).kioskSoak,
  'edge-soak': async () => (await import('./edge-soak.ts')).edgeSoak,
};
