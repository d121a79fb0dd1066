// A ticket that is still open though it is old by its id, as after a clock that jumped by days.

import { expect, it } from 'vitest';
import { dayMs } from '@foyer/contracts/time.ts';
import { createReadModel } from '../adapters/sqlite/read-model.ts';
import { EngineUnderTest, room1 } from './testing/a-writer.ts';

it('is shown after a restart with its call, and with where its patient waits', () => {
  const clinic = new EngineUnderTest().initialise();
  const { id } = clinic.issue();
  clinic.result('call-next', { servicePointId: room1 });
  const screening = { sendTo: { en: 'Side entrance' }, act: { en: 'Mask' } };
  clinic.db
    .prepare('INSERT INTO ticket_forms (id, record) VALUES (?, ?)')
    .run(id, JSON.stringify({ id, filled: [], screening }));
  clinic.clock.jump(3 * dayMs);
  clinic.issue();
  const { tickets, calls, forms } = createReadModel(clinic.db).queue();
  expect(tickets.get(id)?.standing.state).toBe('called');
  expect(calls.has(tickets.get(id)?.standing.callId ?? '')).toBe(true);
  expect(forms.get(id)?.screening).toEqual(screening);
  clinic.close();
});
