// What a kiosk needs to know of an arrival beyond the appointment, as the centre's feed brought it: what the patient has
// yet to pay, and where the other clinics of the network are.

import type { ReferenceItem } from '../../ports/reference-data.ts';
import type { NetworkClinic, ReadModel } from '../../ports/read-model.ts';
import type { Connection, Statement } from './connection.ts';

type StoredBalance = NonNullable<ReturnType<ReadModel['balanceOf']>>;
type Body<K extends ReferenceItem['kind']> = Extract<ReferenceItem, { readonly kind: K }>['body'];

export const FIND_BALANCE = 'SELECT currency, charges FROM reference_balances WHERE patient_id = ?';
export const FIND_NETWORK_CLINIC = 'SELECT place, public_key FROM network_clinics WHERE id = ?';
export const PUT_BALANCE = `
  INSERT INTO reference_balances (patient_id, currency, charges) VALUES (?, ?, ?)
  ON CONFLICT (patient_id) DO UPDATE SET currency = excluded.currency, charges = excluded.charges`;
export const PUT_NETWORK_CLINIC = `
  INSERT INTO network_clinics (id, place, public_key) VALUES (?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET place = excluded.place, public_key = excluded.public_key`;

export interface ArrivalTables {
  putBalance(body: Body<'balance'>): void;
  putClinic(body: Body<'network-clinic'>): void;
  readonly removeBalance: Statement;
  readonly removeClinic: Statement;
}

export function createArrivalTables(db: Connection): ArrivalTables {
  const putBalance = db.prepare(PUT_BALANCE);
  const putClinic = db.prepare(PUT_NETWORK_CLINIC);
  return {
    putBalance(body) {
      if (body !== null) putBalance.run(body.patientId, body.currency, JSON.stringify(body.charges));
    },
    putClinic(body) {
      if (body === null) return;
      const { id, publicKey, ...place } = body;
      putClinic.run(id, JSON.stringify(place), Buffer.from(publicKey, 'base64'));
    },
    removeBalance: db.prepare('DELETE FROM reference_balances WHERE patient_id = ?'),
    removeClinic: db.prepare('DELETE FROM network_clinics WHERE id = ?'),
  };
}

/** A row of `FIND_BALANCE`. */
export function toBalance(row: Record<string, unknown>): StoredBalance {
  const charges = JSON.parse(row['charges'] as string) as StoredBalance['charges'];
  return { currency: row['currency'] as string, charges };
}

/** A row of `FIND_NETWORK_CLINIC`. */
export function toNetworkClinic(row: Record<string, unknown>): NetworkClinic {
  const place = JSON.parse(row['place'] as string) as Omit<NetworkClinic, 'publicKey'>;
  return { ...place, publicKey: row['public_key'] as Uint8Array };
}
