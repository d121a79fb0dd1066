// Identifiers. Every id of ours is a UUIDv7 in lower case, made from the server's time; a `PublicId` is 128 random
// bits. The types are flavours: a plain string fits, another flavour of id does not.

declare const flavour: unique symbol;
type Id<Kind extends string> = string & { readonly [flavour]?: Kind };

export type ClinicId = Id<'Clinic'>;
export type EventId = Id<'Event'>;
export type CommandId = Id<'Command'>;
export type PatientId = Id<'Patient'>;
/** A patient, a member of staff, or a ticket. */
export type SubjectId = Id<'Subject'> | PatientId | StaffId | TicketId;
export type AppointmentId = Id<'Appointment'>;
export type ServiceId = Id<'Service'>;
export type ServicePointId = Id<'ServicePoint'>;
export type TicketId = Id<'Ticket'>;
export type CallId = Id<'Call'>;
export type StaffId = Id<'Staff'>;
export type DeviceId = Id<'Device'>;
export type TillId = Id<'Till'>;
export type ChargeId = Id<'Charge'>;
export type PaymentId = Id<'Payment'>;
export type HelpId = Id<'Help'>;
export type IdentificationId = Id<'Identification'>;
export type RequestId = Id<'Request'>;
export type JobId = Id<'Job'>;
export type ReassignmentId = Id<'Reassignment'>;
/** What a patient's ticket page is reached by: unguessable, 22 characters of base64url. */
export type PublicId = Id<'Public'>;

export const uuidPattern = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';
export const uuidV7Pattern = '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$';
export const publicIdPattern = '^[A-Za-z0-9_-]{22}$';

const hexOfByte: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const uuidV7Shape = new RegExp(uuidV7Pattern);

/** A UUIDv7 from milliseconds since 1970 and ten random bytes. Source: RFC 9562, section 5.7. */
export function uuidV7(atMs: number, random: Uint8Array): string {
  const time = Math.floor(atMs).toString(16).padStart(12, '0');
  const byte = (index: number): number => random[index] ?? 0;
  const hex = (value: number): string => hexOfByte[value] ?? '';
  const versioned = hex(0x70 | (byte(0) & 0x0f)) + hex(byte(1));
  const variant = hex(0x80 | (byte(2) & 0x3f)) + hex(byte(3));
  const tail = hex(byte(4)) + hex(byte(5)) + hex(byte(6)) + hex(byte(7)) + hex(byte(8)) + hex(byte(9));
  return `${time.slice(0, 8)}-${time.slice(8)}-${versioned}-${variant}-${tail}`;
}

/** The milliseconds since 1970 that a UUIDv7 was made from; undefined when the text is not one. */
export function uuidV7Time(id: string): number | undefined {
  return uuidV7Shape.test(id) ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : undefined;
}
