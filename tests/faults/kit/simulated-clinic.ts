/** The clinic of the simulated days: three services, four rooms, and everybody who sends a command there. */
import type { ClinicConfiguration } from '@foyer/contracts/configuration.ts';
import { uuidV7 } from '@foyer/contracts/ids.ts';
import type { JourneyTemplate } from '@foyer/contracts/journey.ts';
import type { ConsentForm, Questionnaire } from '@foyer/contracts/forms.ts';
import type { Sender } from '@foyer/domain/decision.ts';

const id = (tail: number): string => `01990000-0000-7000-8000-${String(tail).padStart(12, '0')}`;
const clinicId = id(1);
const [consultation, laboratory, imaging] = [id(11), id(12), id(13)];
export const serviceIds = [consultation, laboratory, imaging];
export const pointIds = [id(21), id(22), id(23), id(24)];
export const kioskIds = [id(41), id(42)];
/** A display that shows initials beside the numbers. */
export const displayId = id(43);
export const zone = 'Europe/Madrid';
/** The hour at which the business day changes there. */
export const dayStartsAtHour = 4;

/** Where those wait who are not to sit in the hall. */
export const sideEntrance = 'Side entrance';
export const questionnaire: Questionnaire = {
  id: id(51),
  version: 1,
  serviceIds: [consultation, laboratory],
  title: { en: 'Before you wait' },
  items: [
    {
      linkId: 'cough',
      text: { en: 'Do you cough?' },
      type: 'choice',
      options: [
        {
          value: 'yes',
          text: { en: 'Yes' },
          screening: { sendTo: { en: sideEntrance }, instructions: ['mask', 'call-nurse'] },
        },
        { value: 'no', text: { en: 'No' } },
      ],
    },
    { linkId: 'since', text: { en: 'What else is there?' }, type: 'text' },
  ],
};
export const consent: ConsentForm = {
  id: id(52),
  version: 1,
  serviceIds: [imaging],
  title: { en: 'Before an image' },
  text: { en: 'I agree.' },
  signature: 'tap',
};

/** One that a number begins by itself, and one in any order with something that has to be ready at its end. */
export const journeys: readonly JourneyTemplate[] = [
  {
    id: id(61),
    name: { en: 'Image and result' },
    startsWith: imaging,
    steps: [
      { id: 'image', serviceId: imaging, after: [] },
      { id: 'result', serviceId: consultation, after: ['image'], optional: true },
    ],
  },
  {
    id: id(62),
    name: { en: 'Check-up' },
    steps: [
      { id: 'blood', serviceId: laboratory, after: [] },
      { id: 'image', serviceId: imaging, after: [] },
      { id: 'talk', serviceId: consultation, after: ['blood', 'image'], whenReady: true },
    ],
  },
];

const service = { walkIn: true, waitingArea: { en: 'Hall' }, targetMinutes: 20 };
export const configuration: ClinicConfiguration = {
  clinicId,
  code: 'SIM',
  name: 'Clinic of the simulated days',
  zone,
  currency: 'EUR',
  businessDayStartsAt: '04:00',
  languages: ['en', 'es'],
  services: [
    { ...service, id: consultation, name: { en: 'Consultation' }, prefix: 'A' },
    { ...service, id: laboratory, name: { en: 'Laboratory' }, prefix: 'C' },
    { ...service, id: imaging, name: { en: 'Imaging' }, prefix: 'E' },
  ],
  servicePoints: [
    { id: pointIds[0]!, name: { en: 'Room 1' }, serviceIds: [consultation] },
    { id: pointIds[1]!, name: { en: 'Room 2' }, serviceIds: [consultation, laboratory] },
    { id: pointIds[2]!, name: { en: 'Room 3' }, serviceIds: [laboratory] },
    { id: pointIds[3]!, name: { en: 'Room 4' }, serviceIds: [imaging, consultation] },
  ],
  openingHours: [],
  skippedOrdinals: [13],
  questionnaires: [questionnaire],
  consents: [consent],
  journeys: [...journeys],
  notAnswered: { afterRecalls: 2, afterMinutes: 8, graceMinutes: 15 },
};

const staffId = (tail: number): string => id(30 + tail);
export const staff = [
  ...pointIds.map((_, index) => ({ id: staffId(index), name: `Nurse ${index + 1}`, roles: ['nurse'] as const })),
  { id: staffId(5), name: 'Reception', roles: ['reception'] as const },
  { id: staffId(6), name: 'Supervisor', roles: ['supervisor', 'admin'] as const },
];

/** One nurse for each room, in the order of the rooms. */
export const nurses: readonly Sender[] = pointIds.map((servicePointId, index) => ({
  actor: `staff:${staffId(index)}`,
  roles: ['nurse'],
  staffId: staffId(index),
  servicePointId,
}));
export const reception: Sender = { actor: `staff:${staffId(5)}`, roles: ['reception'], staffId: staffId(5) };
export const supervisor: Sender = {
  actor: `staff:${staffId(6)}`,
  roles: ['supervisor', 'admin'],
  staffId: staffId(6),
};
export const kiosks: readonly Sender[] = kioskIds.map((deviceId) => ({
  actor: `device:${deviceId}`,
  roles: ['kiosk'],
  deviceId,
}));
export function pageOf(ticketId: string): Sender {
  return { actor: `ticket:${ticketId}`, roles: ['ticket-page'] };
}

let counted = 0;
/** A UUIDv7 of this moment, another one at each call. */
export function newId(at: number): string {
  counted += 1;
  const random = new Uint8Array(10);
  new DataView(random.buffer).setUint32(6, counted);
  return uuidV7(at, random);
}
