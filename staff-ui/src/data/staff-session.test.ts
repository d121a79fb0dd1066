import { describe, expect, it, vi } from 'vitest';
import type { CommandBody, Pending, Sent } from '@foyer/ui-kit/connection/commands.ts';
import { aTypicalRoom, id, now, room3 } from '../../testing/a-staff-view.ts';
import { StaffSession, type StaffLine } from './staff-session.ts';

const view = aTypicalRoom();
const current = Object.values(view.tickets).find((ticket) => ticket.number === 'A043')!;

function aLine(answer: (body: CommandBody) => Sent, pending: readonly Pending[] = []): StaffLine {
  return {
    view,
    pending,
    liveness: 'live',
    heardAt: now,
    serverNow: () => now,
    send: (body) => Promise.resolve(answer(body)),
    subscribe: () => () => undefined,
    start: () => undefined,
    stop: () => undefined,
    use: () => undefined,
  };
}
const accepted = (result: Record<string, unknown> = {}): Sent => ({ ok: true, epoch: 1, seq: 7, result, status: 200 });
const refused: Sent = { ok: false, refusal: { code: 'wrong-state', state: 'serving' }, status: 409 };
const session = (line: StaffLine) =>
  new StaffSession(line, { staffId: id('staff', 1), servicePointId: room3, token: 't' });

describe('a session', () => {
  it('keeps a refusal with its number until somebody read it', async () => {
    const open = session(aLine(() => refused));
    const heard = vi.fn<() => void>();
    open.subscribe(heard);
    await open.act({ type: 'hold', ticketId: current.id });
    expect(open.said).toMatchObject({ code: 'wrong-state', type: 'hold', number: 'A043', facts: { state: 'serving' } });
    expect(heard).toHaveBeenCalledTimes(1);
    open.read();
    expect(open.said).toBeUndefined();
  });

  it('forgets a refusal when the same act succeeds', async () => {
    const answers = [refused, accepted()];
    const open = session(aLine(() => answers.shift()!));
    await open.act({ type: 'recall', servicePointId: room3 });
    await open.act({ type: 'recall', servicePointId: room3 });
    expect(open.said).toBeUndefined();
  });

  it.each([
    ['the ticket of the command', { type: 'hold', ticketId: 'a' }, {}, 'a'],
    ['the ticket that was called', { type: 'call-next', servicePointId: room3 }, { ticket: { id: 'b' } }, 'b'],
    ['its id alone', { type: 'call-next', servicePointId: room3 }, { ticket: 'c' }, 'c'],
    ['nothing new when nobody was called', { type: 'call-next', servicePointId: room3 }, { ticket: null }, undefined],
  ] as const)('remembers for undo %s', async (_, body, result, wanted) => {
    const open = session(aLine(() => accepted(result)));
    await open.act(body);
    expect(open.lastTicket).toBe(wanted);
  });

  it('knows which act waits for its answer', () => {
    const command = { type: 'finish-service' as const, commandId: 'x', ticketId: current.id, servicePointId: room3 };
    const open = session(aLine(() => accepted(), [{ commandId: 'x', type: 'finish-service', command, since: 0 }]));
    expect(open.isPending('finish-service', current.id)).toBe(true);
    expect(open.isPending('finish-service', 'another')).toBe(false);
    expect(open.isPending('hold')).toBe(false);
  });

  it('says that the line is away when its patience ended', async () => {
    const open = session(aLine(() => ({ ok: false, unanswered: true })));
    await open.act({ type: 'request-help', kind: 'emergency' });
    expect(open.said?.code).toBe('unreachable');
  });
});
