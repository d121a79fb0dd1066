/** Two sides of a small week, alike until a test changes something. */
import { hashOf } from './row-hash.ts';
import {
  balanceThing,
  detailsThing,
  type HeldRow,
  type Side,
  type Thing,
  type ThingKind,
  thingKinds,
} from './sides.ts';
import { Told } from './told.ts';

export const day = '2026-11-27';
const clinicId = '01990000-0000-7000-8000-0000000000c1';

/** One visit that was charged and paid, of a patient who was booked. */
export function aSide(changed: Partial<Record<ThingKind, Readonly<Record<string, Thing | undefined>>>> = {}): Side {
  const usual: Readonly<Record<ThingKind, Readonly<Record<string, Thing>>>> = {
    visit: { t1: { state: 'completed', businessDay: day, number: 'A001' } },
    charge: { c1: { amountMinor: 4_500, paymentId: 'p1' } },
    payment: { p1: { amountMinor: 4_500, means: 'cash', receiptNumber: 'HARB-1-1', receiptOrdinal: 1 } },
    till: { till1: { countedMinor: 14_500 } },
    'takings of a day': { [`${day} cash`]: { payments: 1, amountMinor: 4_500 } },
    patient: { a: detailsThing({ name: { given: 'Ada' }, phone: '+34620000001' }, null) },
    appointment: { b1: { cancelled: false }, b2: { cancelled: true } },
    arrival: { b1: { ticketId: 't1' } },
    price: { s1: { amountMinor: 4_800 } },
    'member of staff': { m1: { name: 'Noa', active: true } },
    request: { r1: { state: 'accepted', code: null } },
    'open balance': { a: balanceThing([{ chargeId: 'c2', amountMinor: 700 }]) },
  };
  const things = thingKinds.map((kind) => {
    const all = Object.entries({ ...usual[kind], ...changed[kind] });
    return [kind, new Map(all.filter((entry): entry is [string, Thing] => entry[1] !== undefined))] as const;
  });
  return { rows: aLog(), things: Object.fromEntries(things) as unknown as Side['things'], setAside: 0, feedNumber: 7 };
}

/** A log of these facts, chained. */
export function aLog(
  facts: readonly (readonly [type: string, body: object])[] = [
    ['v1.TillOpened', { tillId: 'till1' }],
    ['v1.TicketIssued', { ticketId: 't1' }],
    ['v1.ChargeRecorded', { chargeId: 'c1' }],
    ['v1.PaymentTaken', { paymentId: 'p1', means: 'cash', amountMinor: 4_500 }],
    ['v1.TillClosed', { tillId: 'till1', zOrdinal: 1 }],
  ],
): readonly HeldRow[] {
  let prevHash: Uint8Array = new Uint8Array(32);
  return facts.map(([type, body], index) => {
    const row: HeldRow = {
      ...{ clinicId, epoch: 1, seq: index + 1, id: `row-${index + 1}`, type, at: index, businessDay: day },
      ...{ actor: 'system', commandId: null, body: JSON.stringify(body), subjectId: null, sealed: null },
      prevHash,
      hash: new Uint8Array(),
    };
    const chained = { ...row, hash: hashOf(row) };
    prevHash = chained.hash;
    return chained;
  });
}

/** What people were told of that week. */
export function whatWasTold(): Told {
  const told = new Told();
  told.payments.set('p1', { amountMinor: 4_500, means: 'cash', receiptNumber: 'HARB-1-1' });
  told.closings.set('till1', 14_500);
  told.ends.set('t1', 'completed');
  told.detail('a', { phone: '+34620000001' });
  told.prices.set('s1', 4_800);
  told.appointments.set('b2', 'cancelled');
  told.requests.add('r1');
  return told;
}
