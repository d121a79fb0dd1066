import { describe, expect, it } from 'vitest';
import { composeAudit } from './compose-audit.ts';
import { consultation, EngineUnderTest, kiosk, room1 } from './testing/a-writer.ts';

/** A ticket that was taken for `wrong`, with what was written and charged of it meanwhile. */
function takenForAnother() {
  const clinic = new EngineUnderTest().initialise();
  const register = () => clinic.result('register-patient', { patient: { phone: '600' } }, kiosk)['patientId'] as string;
  const [wrong, right] = [register(), register()];
  const { id: ticketId } = clinic.issue({ reason: 'cannot stand' });
  clinic.result('identify-ticket', { ticketId, patientId: wrong, reason: 'known by voice' });
  const { chargeId } = clinic.result('record-charge', { ticketId, serviceId: consultation, reason: 'asked for it' });
  const keys = () => clinic.reading((read) => read.wrappedKeys([wrong, right, ticketId])).map((key) => key.subjectId);
  const erase = (patientId: string) => clinic.result('erase-patient', { patientId, reason: 'asked to be forgotten' });
  const patientOfCharge = () => clinic.reading((read) => read.billing().charges.get(chargeId as string)?.patientId);
  return { clinic, wrong, right, ticketId, keys, erase, patientOfCharge };
}
type Taken = ReturnType<typeof takenForAnother>;

function putRight({ clinic, ticketId, right }: Taken): void {
  const { epoch, seq } = clinic.recordOf(ticketId)!.last;
  clinic.result('undo', { ticketId, epoch, seq, reason: 'another person' });
  clinic.result('identify-ticket', { ticketId, patientId: right });
}
function finish({ clinic, ticketId }: Taken): void {
  clinic.result('call-next', { servicePointId: room1 });
  clinic.result('finish-service', { servicePointId: room1, ticketId });
}
function expectWhole({ clinic }: Taken): void {
  const audit = composeAudit(clinic.settings);
  expect(audit.verify()).toMatchObject({ ok: true });
  expect(audit.rebuild().differing).toEqual([]);
  audit.close();
}

describe('a ticket that was identified wrongly', () => {
  it('is put right: the ticket and its charges are the right patient’s', () => {
    const taken = takenForAnother();
    const { clinic, wrong, right, ticketId, patientOfCharge } = taken;
    expect(clinic.refusal('identify-ticket', { ticketId, patientId: right })).toBe('already-identified');
    expect(patientOfCharge()).toBe(wrong);
    putRight(taken);
    expect(clinic.recordOf(ticketId)?.patientId).toBe(right);
    expect(patientOfCharge()).toBe(right);
    expectWhole(taken);
  });

  it('stays whole when the wrong patient is erased, and goes with the right one', () => {
    const taken = takenForAnother();
    const { clinic, wrong, right, ticketId, keys, erase, patientOfCharge } = taken;
    putRight(taken);
    finish(taken);
    erase(wrong);
    expect(keys().toSorted()).toEqual([right, ticketId].toSorted());
    expect([clinic.recordOf(ticketId)?.patientId, patientOfCharge()]).toEqual([right, right]);
    erase(right);
    expect(keys()).toEqual([]);
    expect([clinic.recordOf(ticketId)?.patientId, patientOfCharge()]).toEqual([null, null]);
    expectWhole(taken);
  });

  it('leaves nothing written of the right patient under the key of the wrong one, whoever is erased first', () => {
    const taken = takenForAnother();
    const { wrong, right, keys, erase } = taken;
    putRight(taken);
    finish(taken);
    erase(right);
    expect(keys()).toEqual([wrong]);
    expectWhole(taken);
  });

  it('can be identified rightly after the wrong patient was erased while it was taken for theirs', () => {
    const taken = takenForAnother();
    const { clinic, wrong, right, ticketId, keys, erase } = taken;
    const body = { subjectId: wrong };
    const items = [{ number: 1, kind: 'subject-erased' as const, id: wrong, body }];
    clinic.perform({ kind: 'feed', page: { version: 1, serverTime: clinic.clock.wall(), items, next: 1 } });
    expect(clinic.recordOf(ticketId)?.patientId).toBeNull();
    clinic.result('identify-ticket', { ticketId, patientId: right });
    finish(taken);
    erase(right);
    expect(keys()).toEqual([]);
    expectWhole(taken);
  });
});
