/**
 * The clinic and the centre, compared to the last row: what each holds of the log, what follows from it, what came down,
 * and what people were told. Nothing may be missing, nothing twice, nothing different. Sentences name things by their
 * ids and fields alone, and nobody by name. Pure.
 */
import { bothSides, type Check } from './check.ts';
import { compareRows } from './compare-rows.ts';
import { type Side, type Thing, type ThingKind, thingKinds, type Things } from './sides.ts';
import type { Told } from './told.ts';

/** Of each row of one of these types there is one such thing. */
const madeBy: Readonly<Record<string, ThingKind>> = {
  'v1.TicketIssued': 'visit',
  'v1.ChargeRecorded': 'charge',
  'v1.PaymentTaken': 'payment',
  'v1.TillOpened': 'till',
};

export function compareSides(clinic: Side, centre: Side, told: Told): readonly Check[] {
  return [
    compareRows(clinic.rows, centre.rows),
    ...thingKinds.map((kind) => compareThings(kind, clinic.things[kind], centre.things[kind])),
    compareFacts(clinic, centre),
    compareNumbers(clinic, centre),
    compareTold(clinic, centre, told),
    nothingSetAside(clinic, centre),
  ];
}

function compareThings(kind: ThingKind, clinic: Things, centre: Things): Check {
  const differences: string[] = [];
  for (const [id, ours] of clinic) {
    const theirs = centre.get(id);
    if (theirs === undefined) differences.push(`${kind} ${id} is at the clinic alone`);
    else differences.push(...fieldsThatDiffer(ours, theirs).map((field) => `${kind} ${id}: ${field} is another`));
  }
  for (const id of centre.keys()) if (!clinic.has(id)) differences.push(`${kind} ${id} is at the centre alone`);
  return { name: kind, compared: new Set([...clinic.keys(), ...centre.keys()]).size, differences };
}

function fieldsThatDiffer(one: Thing, other: Thing): readonly string[] {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...fields].filter((field) => (one[field] ?? null) !== (other[field] ?? null));
}

/** The log says how many there are and what was taken; each side's own books say the same. */
function compareFacts(clinic: Side, centre: Side): Check {
  const differences: string[] = [];
  let compared = 0;
  for (const [type, kind] of Object.entries(madeBy)) {
    const facts = clinic.rows.filter((row) => row.type === type).length;
    compared += facts;
    for (const [where, side] of bothSides(clinic, centre)) {
      const { size } = side.things[kind];
      if (size !== facts) differences.push(`${facts} rows ${type} made ${size} of ${kind} at the ${where}`);
    }
  }
  for (const [where, side] of bothSides(clinic, centre)) {
    const { differences: found } = compareThings(
      'takings of a day',
      takingsOf(clinic),
      side.things['takings of a day'],
    );
    differences.push(...found.map((difference) => `by the log, ${difference} (${where})`));
  }
  return { name: 'books against the log', compared, differences };
}

/** Day by day and means by means. */
function takingsOf({ rows }: Side): Things {
  const takings = new Map<string, { payments: number; amountMinor: number }>();
  for (const { type, businessDay, body } of rows) {
    if (type !== 'v1.PaymentTaken') continue;
    const { means, amountMinor } = JSON.parse(body) as { means: string; amountMinor: number };
    const before = takings.get(`${businessDay} ${means}`) ?? { payments: 0, amountMinor: 0 };
    takings.set(`${businessDay} ${means}`, {
      payments: before.payments + 1,
      amountMinor: before.amountMinor + amountMinor,
    });
  }
  return takings;
}

/** Receipts and closings of tills: from 1, without gaps, none twice, on both sides. */
function compareNumbers(clinic: Side, centre: Side): Check {
  const differences: string[] = [];
  let compared = 0;
  for (const [where, side] of bothSides(clinic, centre)) {
    const receipts = [...side.things.payment.values()].map(({ receiptOrdinal }) => Number(receiptOrdinal));
    const closings = side.rows
      .filter(({ type }) => type === 'v1.TillClosed')
      .map(({ body }) => (JSON.parse(body) as { zOrdinal: number }).zOrdinal);
    for (const [what, numbers] of [['receipts', receipts] as const, ['closings', closings] as const]) {
      compared += numbers.length;
      const inOrder = numbers.toSorted((a, b) => a - b);
      const place = inOrder.findIndex((number, index) => number !== index + 1);
      if (place !== -1) differences.push(`${what} at the ${where}: number ${place + 1} is missing, or there twice`);
    }
  }
  return { name: 'numbers without gaps', compared, differences };
}

function compareTold(clinic: Side, centre: Side, told: Told): Check {
  const expected: readonly (readonly [ThingKind, string, Thing])[] = [
    ...[...told.payments].map(([id, { ...payment }]) => ['payment', id, payment] as const),
    ...[...told.closings].map(([id, countedMinor]) => ['till', id, { countedMinor }] as const),
    ...[...told.ends].map(([id, state]) => ['visit', id, { state }] as const),
    ...[...told.details].map(([id, details]) => ['patient', id, details] as const),
    ...[...told.prices].map(([id, amountMinor]) => ['price', id, { amountMinor }] as const),
    ...[...told.appointments].map(([id, s]) => ['appointment', id, { cancelled: s === 'cancelled' }] as const),
    ...[...told.requests].map((id) => ['request', id, {}] as const),
  ];
  const differences = expected.flatMap(([kind, id, thing]) =>
    bothSides(clinic, centre).flatMap(([where, side]) => {
      const held = side.things[kind].get(id);
      if (held === undefined) return [`${kind} ${id}, of which people were told, is not at the ${where}`];
      const amiss = Object.keys(thing).filter((field) => held[field] !== thing[field]);
      return amiss.map((field) => `${kind} ${id}: ${field} at the ${where} is not what people were told`);
    }),
  );
  return { name: 'what people were told', compared: expected.length, differences };
}

function nothingSetAside(clinic: Side, centre: Side): Check {
  const differences = bothSides(clinic, centre).flatMap(([where, { setAside }]) =>
    setAside === 0 ? [] : [`${setAside} could not be taken in at the ${where}`],
  );
  if (clinic.feedNumber !== centre.feedNumber) differences.push('the feed has not come down to its end');
  return { name: 'nothing set aside', compared: centre.feedNumber === 0 ? 0 : 1, differences };
}
