// What the demonstration clinic is made of: two files, written by `demo/`, read by the servers it starts. Nothing in
// them is ever used outside the demonstration; its tokens are accepted from loopback alone.

import Type, { type Static } from 'typebox';
import { ClinicConfiguration } from './configuration.ts';
import { PatientDetails } from './patient.ts';
import { deviceRoles, staffRoles } from './roles.ts';
import { AmountMinor, EpochMsNumber, ShortText, Uuid, oneOf, strictObject } from './schema.ts';

const Token = Type.String({ minLength: 16, maxLength: 128 });

/** Named by `FOYER_DEMONSTRATION_FILE` at the edge. */
export const EdgeDemonstration = strictObject({
  /** An empty log is initialised with it, and its service points opened. */
  configuration: ClinicConfiguration,
  tokens: Type.Array(
    strictObject({
      token: Token,
      role: oneOf([...staffRoles, ...deviceRoles]),
      /** Of a role of staff. */
      staffId: Type.Optional(Uuid),
      servicePointId: Type.Optional(Uuid),
      /** Of a role of a screen or a thing. */
      deviceId: Type.Optional(Uuid),
    }),
  ),
  /** One-time codes of printed links: each enrols one screen. */
  codes: Type.Array(
    strictObject({ code: Token, role: oneOf(deviceRoles), name: ShortText, servicePointId: Type.Optional(Uuid) }),
  ),
});
export type EdgeDemonstration = Static<typeof EdgeDemonstration>;

/** Named by `FOYER_DEMONSTRATION_FILE` at the PMS. Applied at every start; what exists already stays as it is. */
export const PmsDemonstration = strictObject({
  network: strictObject({ id: Uuid, name: ShortText }),
  configuration: ClinicConfiguration,
  /** The credential of the demonstration's edge. */
  edgeToken: Token,
  users: Type.Array(
    strictObject({
      id: Uuid,
      email: Type.String(),
      password: Type.String({ minLength: 8 }),
      role: oneOf(['clinic-admin', 'network-admin']),
    }),
  ),
  /** Bearer tokens that stand for a role, from loopback alone. */
  tokens: strictObject({ clinicAdmin: Token, networkAdmin: Token, integration: Token }),
  staff: Type.Array(
    strictObject({ id: Uuid, name: ShortText, roles: Type.Array(oneOf(staffRoles)), pin: Type.String() }),
  ),
  prices: Type.Array(strictObject({ serviceId: Uuid, amountMinor: AmountMinor })),
  patients: Type.Array(strictObject({ id: Uuid, details: PatientDetails })),
  appointments: Type.Array(
    strictObject({
      id: Uuid,
      patientId: Uuid,
      serviceId: Uuid,
      at: EpochMsNumber,
      minutes: Type.Integer({ minimum: 5, maximum: 240 }),
    }),
  ),
});
export type PmsDemonstration = Static<typeof PmsDemonstration>;

/** `GET /api/v1/clinics/{id}/appointments?date=YYYY-MM-DD`, with the integration token: the codes to send to patients. */
export interface BookedAppointments {
  readonly appointments: readonly {
    readonly id: string;
    readonly patientId: string;
    readonly serviceId: string;
    readonly at: number;
    readonly checkInCode: string;
  }[];
}
