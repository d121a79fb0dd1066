/** Every fault, by its name, in the order of `npm run faults`; read only when it is run: together they take a second. */
import type { Fault } from './kit/fault.ts';

export const faults: Readonly<Record<string, () => Promise<Fault>>> = {
  kill: async () => (await import('./kill.ts')).kill,
  acknowledge: async () => (await import('./acknowledge.ts')).acknowledge,
  race: async () => (await import('./race.ts')).race,
  linearizable: async () => (await import('./linearizable.ts')).linearizable,
  screens: async () => (await import('./screens.ts')).screens,
  day: async () => (await import('./day.ts')).day,
  'mqtt-acl': async () => (await import('./mqtt-acl.ts')).mqttAcl,
  'fuzz-documents': async () => (await import('./fuzz-documents.ts')).fuzzDocuments,
  printer: async () => (await import('./printer.ts')).printer,
  update: async () => (await import('./update.ts')).update,
  power: async () => (await import('./power.ts')).power,
  io: async () => (await import('./io.ts')).io,
  relay: async () => (await import('./relay.ts')).relay,
  replace: async () => (await import('./replace.ts')).replace,
  'seven-days': async () => (await import('./seven-days.ts')).sevenDays,
};
