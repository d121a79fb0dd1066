import { describe, expect, it } from 'vitest';
import type { FeedItem } from '@foyer/contracts/sync-protocol.ts';
import { hourMs } from '@foyer/contracts/time.ts';
import {
  anId,
  consultation,
  EngineUnderTest,
  nurseId,
  room1,
  room2,
  startOfTests,
  supervisor,
} from './testing/a-writer.ts';

/** An appointment with the nurse of room 1, as the centre's feed brings it. */
function booked(clinic: EngineUnderTest): string {
  const [id, patientId] = [anId(), anId()];
  const at = startOfTests + hourMs;
  const body = { id, patientId, serviceId: consultation, at, minutes: 20, practitionerId: nurseId, status: 'booked' };
  const items = [
    { number: 1, kind: 'patient', id: patientId, body: { id: patientId, details: {} } },
    { number: 2, kind: 'appointment', id, body },
  ] as FeedItem[];
  clinic.perform({ kind: 'feed', page: { version: 1, serverTime: startOfTests, items, next: 2 } });
  return id;
}

describe('whom an appointment is with', () => {
  it('comes down by the feed, and is known of the ticket once its patient is here', () => {
    const clinic = new EngineUnderTest().initialise();
    const appointmentId = booked(clinic);
    expect(clinic.reading((read) => read.appointment(appointmentId)?.practitionerId)).toBe(nurseId);
    const { id } = clinic.result('check-in', { appointmentId })['ticket'] as { id: string };
    expect(clinic.recordOf(id)?.practitionerId).toBe(nurseId);
    clinic.close();
  });

  it('is said where the clinic books itself, and has to be somebody who works here', () => {
    const clinic = new EngineUnderTest().initialise();
    const time = { patient: { phone: '600' }, serviceId: consultation, at: startOfTests + hourMs };
    const { appointmentId } = clinic.result('add-appointment', { ...time, practitionerId: nurseId });
    const known = clinic.reading((read) => read.appointment(appointmentId as string));
    expect(known?.practitionerId).toBe(nurseId);
    expect(clinic.refusal('add-appointment', { ...time, practitionerId: anId() })).toBe('unknown-staff');
    clinic.close();
  });

  it('makes somebody who is still to come wait for the room they were given, after a restart, too', () => {
    const clinic = new EngineUnderTest().initialise();
    const appointmentId = booked(clinic);
    clinic.result('open-service-point', { servicePointId: room1 });
    clinic.result('open-service-point', { servicePointId: room2 }, { ...supervisor, staffId: anId() });
    const steps = [{ appointmentId, to: 'service-point' as const, toServicePointId: room2 }];
    clinic.result('apply-reassignment', { staffId: nurseId, steps });
    clinic.reopen();
    const { id } = clinic.result('check-in', { appointmentId })['ticket'] as { id: string };
    expect(clinic.recordOf(id)?.standing).toMatchObject({ state: 'waiting', forServicePointId: room2 });
    clinic.close();
  });
});
