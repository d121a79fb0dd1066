import { describe, expect, it } from 'vitest';
import type { CommandAnswer } from '@foyer/contracts/http-api.ts';
import { TicketState } from '@foyer/contracts/ticket-state.ts';
import { queueCommandTypes } from '@foyer/domain/queue/decide.ts';
import { createRandom } from '../../bench/kit/random.ts';
import { journeyOfOneService } from './journey-orders.ts';
import { anOrder, DeskRole, KnownTickets } from './queue-orders.ts';
import { sentCommands } from './sent-commands.ts';

const many = 8_000;

/** Everything that may have been heard: tickets in every state, a call for help, a message, what is closed. */
function knownOfAll(): KnownTickets {
  const known = new KnownTickets();
  const hear = (result: object) => known.hear({ ok: true, epoch: 1, seq: 1, result } as CommandAnswer);
  for (const state of Object.values(TicketState)) {
    const at = state === 'serving' ? { servicePointId: 'busy' } : {};
    hear({ ticket: { id: `a ticket that is ${state}`, publicId: state, state, ...at } });
  }
  hear({ helpId: 'help' });
  hear({ messageId: 'message' });
  return known;
}

function typesSentBy(role: DeskRole): ReadonlySet<string> {
  const random = createRandom(7);
  const [known, serviceIds, pointIds] = [knownOfAll(), ['service'], ['busy', 'free']];
  const journey = journeyOfOneService('journey', 'service');
  const common = { role, known, serviceIds, pointIds, journey, staffIds: ['staff'], paperPrefix: 'W', random };
  const orderer = { ...common, now: () => 1, newId: () => 'id' };
  return new Set(Array.from({ length: many }, (_, at) => anOrder({ ...orderer, pointId: pointIds[at % 2]! }).type));
}

describe('the commands of a history', () => {
  it('are all that the queue has', () => {
    expect(Object.keys(sentCommands).toSorted()).toEqual([...queueCommandTypes].toSorted());
  });

  it.each(Object.values(DeskRole))('are sent by a %s as they are listed', (role) => {
    const listed = queueCommandTypes.filter((type) => {
      const sent = sentCommands[type];
      return !('bySystem' in sent) && sent.includes(role);
    });
    expect([...typesSentBy(role)].toSorted()).toEqual(listed.toSorted());
  });
});
