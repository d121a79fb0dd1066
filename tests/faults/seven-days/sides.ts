/**
 * One side of the line as it is compared with the other: the rows of the log, and everything that follows from them or
 * came down, in one plain form. It is read from the files and tables themselves, not through anything that relays.
 */

export interface HeldRow {
  readonly clinicId: string;
  readonly epoch: number;
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly at: number;
  readonly businessDay: string;
  readonly actor: string;
  readonly commandId: string | null;
  readonly body: string;
  readonly subjectId: string | null;
  readonly sealed: Uint8Array | null;
  readonly prevHash: Uint8Array;
  readonly hash: Uint8Array;
}

/** What is said of one thing, field by field. */
export type Thing = Readonly<Record<string, string | number | boolean | null>>;
export type Things = ReadonlyMap<string, Thing>;

export const thingKinds = [
  'visit',
  'charge',
  'payment',
  'till',
  'takings of a day',
  'patient',
  'appointment',
  'arrival',
  'price',
  'member of staff',
  'request',
  'open balance',
] as const;
export type ThingKind = (typeof thingKinds)[number];

export interface Side {
  readonly rows: readonly HeldRow[];
  readonly things: Readonly<Record<ThingKind, Things>>;
  /** What this side could not take in, and keeps for a person to look at. */
  readonly setAside: number;
  /** How far the feed of what the centre owns has come. */
  readonly feedNumber: number;
}

/** `id`: the name of the column by which each is known. */
export function thingsBy<Row extends Thing>(id: keyof Row & string, rows: readonly Row[]): Things {
  return new Map(rows.map(({ [id]: key, ...thing }) => [String(key), thing as Thing]));
}

/** Of the details of a patient, those that either side may change. */
export function detailsThing(details: Readonly<Record<string, unknown>> | null, linkedTo: string | null): Thing {
  const { name, identifiers, ...plain } = details ?? {};
  const texts = Object.entries(plain).map(([field, value]) => [field, asText(value)] as const);
  const { given = null, family = null } = (name ?? {}) as Readonly<Record<string, string>>;
  return { ...Object.fromEntries(texts), given, family, identifiers: identifiersText(identifiers), linkedTo };
}

function identifiersText(identifiers: unknown): string {
  const each = (identifiers ?? []) as readonly Readonly<Record<string, string>>[];
  return each
    .map(({ kind, issuer = '', value }) => `${kind} ${issuer} ${value}`)
    .toSorted()
    .join(', ');
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What somebody has yet to pay. */
export function balanceThing(charges: readonly { readonly chargeId: string; readonly amountMinor: number }[]): Thing {
  const ids = charges.map(({ chargeId }) => chargeId).toSorted();
  return { charges: ids.join(' '), amountMinor: charges.reduce((sum, { amountMinor }) => sum + amountMinor, 0) };
}
