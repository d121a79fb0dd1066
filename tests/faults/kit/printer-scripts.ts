/**
 * What befalls a printer while people take numbers: one script is one to three faults, each before, behind or in the middle
 * of one to three tickets, mended or not while they wait; then all is well, and half of what did not come is asked for again.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { allWell, type PrinterSwitches } from '@foyer/demo/virtual-printer/printer-switches.ts';
import { consultation, laboratory } from '@foyer/edge-server/testing/a-clinic.ts';
import type { Random } from '../../bench/kit/random.ts';
import type { Door, PrinterHouse } from './printer-house.ts';

const switches: readonly Partial<PrinterSwitches>[] = [
  { paper: 'out' },
  { paper: 'low' },
  { cover: 'open' },
  { jam: true },
  { mute: true },
  { power: 'off' },
  { line: 'refuses' },
  { line: 'hangs' },
  { line: 'cuts' },
  { line: 'slow' },
];
const longestEndMs = 20_000;
const longestFaultMs = 600;

/** Plays one script at this door; answers with what went against a promise that only the script knows of. */
export async function playScript(house: PrinterHouse, door: Door, random: Random): Promise<readonly string[]> {
  if (!door.hasBackup && random.below(8) === 0) return outliveTheirLife(house, door, random);
  const tickets: string[] = [];
  for (let faults = 1 + random.below(3); faults > 0; faults--) tickets.push(...(await oneFault(house, door, random)));
  await settled(house, tickets, tickets.length);
  const without = tickets.filter((id) => house.lastOf(id) !== 'v1.DocumentPrinted' && random.below(2) === 0);
  for (const id of without) await house.reprint(door, id);
  await settled(house, tickets, tickets.length + without.length);
  return [];
}

async function oneFault(house: PrinterHouse, door: Door, random: Random): Promise<readonly string[]> {
  const { printer } = door;
  const chosen = random.below(switches.length + 1);
  const fault = switches[chosen];
  const isBefore = random.below(2) === 0;
  // It prints, and cannot say so any more.
  const leave = fault === undefined ? printer.onTicket(() => void printer.switch({ mute: true })) : undefined;
  if (isBefore && fault !== undefined) await printer.switch(fault);
  const tickets: string[] = [];
  for (let count = 1 + random.below(3); count > 0; count--) tickets.push(await issue(house, door, random));
  if (!isBefore && fault !== undefined) {
    await sleep(random.below(40));
    await printer.switch(fault);
  }
  await sleep(random.below(longestFaultMs));
  leave?.();
  await printer.switch(allWell);
  return tickets;
}

/** Paper that comes back when nobody wants the ticket any more prints none. */
async function outliveTheirLife(house: PrinterHouse, door: Door, random: Random): Promise<readonly string[]> {
  const { printer } = door;
  await printer.switch({ paper: 'out' });
  const id = await issue(house, door, random);
  await sleep(60);
  await house.afterTheirLife(async () => {
    await printer.switch(allWell);
    await settled(house, [id], 1);
  });
  return house.lastOf(id) === 'v1.DocumentPrinted' ? ['a job was printed after its time to live'] : [];
}

function issue(house: PrinterHouse, door: Door, random: Random): Promise<string> {
  return house.issue(door, random.below(2) === 0 ? consultation : laboratory);
}

/** What is not is seen by the judge. */
async function settled(house: PrinterHouse, tickets: readonly string[], ends: number): Promise<void> {
  await house.ends(tickets, ends, longestEndMs);
}
