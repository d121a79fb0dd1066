// Somebody leaves, through the doors of an edge that serves, and through a restart of it.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReassignmentProposal } from '@foyer/contracts/reassignment-view.ts';
import { dataFiles } from './config/data-files.ts';
import { consultation, room1, room2 } from './testing/a-clinic.ts';
import { demonstration, EdgeUnderTest, tokens } from './testing/an-edge.ts';
import { composeAudit } from './writer/compose-audit.ts';

const { configuration } = demonstration;
const alike = {
  ...configuration,
  servicePoints: configuration.servicePoints.map((point) => ({ ...point, serviceIds: [consultation] })),
};
const edge = new EdgeUnderTest({ demonstration: { ...demonstration, configuration: alike } });
beforeAll(() => edge.start());
afterAll(() => edge.end());

async function proposal(token: string = tokens.reception, whose = `servicePointId=${room1}`) {
  const { status, body } = await edge.call('GET', `/api/v1/reassignment-proposal?${whose}`, { token });
  return { status, ...(body as unknown as ReassignmentProposal) };
}
const asProposed = ({ people }: Pick<ReassignmentProposal, 'people'>) => ({
  servicePointId: room1,
  steps: people.map(({ id: ticketId, state: seen, proposal: chosen }) => ({ ticketId, seen, ...chosen })),
});
const refusalOf = ({ body }: { readonly body: Record<string, unknown> }) =>
  body['refusal'] as { readonly code: string; readonly changed?: readonly string[] } | undefined;
async function sentToAna(): Promise<string> {
  const { ticket } = await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation });
  const ticketId = ticket!['id']!;
  await edge.result(tokens.reception, 'transfer', { ticketId, toServicePointId: room1, placement: 'by-time' });
  return ticketId;
}
let applied: string;

describe('somebody leaves', () => {
  it('and is asked for by who may move people, and told in ids alone', async () => {
    await edge.result(tokens.nurse, 'open-service-point', { servicePointId: room1 });
    await edge.result(tokens.supervisor, 'open-service-point', { servicePointId: room2 });
    const ticketId = await sentToAna();
    const { people, rooms } = await proposal();
    expect(people).toMatchObject([{ id: ticketId, proposal: { to: 'service-point', toServicePointId: room2 } }]);
    expect(rooms).toEqual([{ servicePointId: room2, people: 0 }]);
    for (const token of [tokens.cashier, tokens.kiosk, tokens.auditor]) {
      expect((await proposal(token)).status).toBe(403);
    }
  });

  it('and of two who apply it at the same moment one does, and the other is told what has changed', async () => {
    const chosen = asProposed(await proposal());
    const answers = await Promise.all([
      edge.command(tokens.reception, 'apply-reassignment', chosen),
      edge.command(tokens.supervisor, 'apply-reassignment', chosen),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409)!;
    expect(refusalOf(lost)).toMatchObject({ code: 'reassignment-stale', changed: [chosen.steps[0]!.ticketId] });
    const won = answers.find(({ status }) => status === 200)!;
    applied = (won.body['result'] as { reassignmentId: string }).reassignmentId;
    const { body } = await edge.call('GET', '/api/v1/board', { token: tokens.nurse });
    const rooms = body['servicePoints'] as { id: string; state: string }[];
    expect(rooms.map(({ state }) => state)).toEqual(['closed', 'open']);
  });

  it('and it is taken back after a restart, but for whoever was called since', async () => {
    await edge.restart();
    const { ticket } = await edge.result(tokens.supervisor, 'call-next', { servicePointId: room2 });
    const undone = await edge.result(tokens.reception, 'undo-reassignment', { reassignmentId: applied });
    expect(undone).toMatchObject({ reassignmentId: applied, kept: [{ id: ticket!['id'], number: ticket!['number'] }] });
    const { body } = await edge.call('GET', '/api/v1/board', { token: tokens.nurse });
    expect(body['servicePoints']).toMatchObject([{ state: 'open' }, { state: 'open' }]);
  });

  it('and is found the same by a rebuild of the log', async () => {
    await edge.stop();
    const { database: databasePath, clinicKey: clinicKeyPath } = dataFiles(edge.config.dataDir);
    const audit = composeAudit({ databasePath, clinicKeyPath });
    expect(audit.rebuild().differing).toEqual([]);
    audit.close();
  });
});
