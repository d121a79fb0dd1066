// A clinic whose log is old enough to go, and one of whose log the beginning is gone.

import { dayMs } from '@foyer/contracts/time.ts';
import { SigningCentre } from './a-signing-centre.ts';
import { anId, EngineUnderTest, room1 } from './a-writer.ts';

/** Somebody who came, and went again. */
export function visit(engine: EngineUnderTest): void {
  engine.result('cancel-ticket', { ticketId: engine.issue().id, reason: 'went home' });
}

/** A day of visits and one after it, 40 days ago, and today's; all of it is at the centre. */
export function anOldClinic(engine = new EngineUnderTest().initialise()) {
  const centre = new SigningCentre(engine);
  centre.giveKey();
  const patient = { name: { family: 'Noether' }, birthDate: '1982-03-23' };
  const patientId = String(engine.result('register-patient', { patient })['patientId']);
  const commandId = anId(engine.clock.wall());
  const { id: ticketId } = engine.issue({ commandId, patientId });
  visit(engine);
  engine.result('call-next', { servicePointId: room1 });
  engine.result('confirm-arrival', { servicePointId: room1, ticketId });
  engine.result('finish-service', { servicePointId: room1, ticketId });
  const firstDay = centre.rows().length;
  engine.clock.pass(dayMs);
  engine.result('open-service-point', { servicePointId: room1 });
  visit(engine);
  engine.clock.pass(40 * dayMs);
  engine.result('open-service-point', { servicePointId: room1 });
  visit(engine);
  centre.acknowledge();
  const old = centre.rows().filter(({ at }) => at <= engine.clock.wall() - 39 * dayMs).length;
  return { engine, centre, patientId, commandId, firstDay, old };
}

/** The first day of the clinic above is behind its checkpoint, and gone. */
export function aPrunedClinic() {
  const { engine, centre, patientId, old } = anOldClinic();
  centre.keepUpTo(old - 1);
  centre.prune(1_000);
  return { clinic: engine, centre, patientId };
}
