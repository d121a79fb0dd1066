import { describe, expect, it } from 'vitest';
import type { Sent } from '../../bench/kit/edge-client.ts';
import { CallJudge } from './call-judge.ts';

const told = (commandId: string, ticketId: string): Sent => ({
  commandId,
  status: 200,
  answer: { ok: true, epoch: 1, seq: 1, result: { ticket: { id: ticketId } } },
});
const called = (commandId: string, ticketId: string) => ({
  type: 'v1.TicketCalled',
  commandId,
  body: JSON.stringify({ ticketId }),
});

function verdictOf(heard: readonly Sent[], rows: readonly ReturnType<typeof called>[]) {
  const judge = new CallJudge();
  for (const answer of heard) judge.hear(answer);
  for (const row of rows) judge.read(row);
  return judge.verdict();
}

describe('the judge of calls', () => {
  it('is content when each ticket was called once and each call was told', () => {
    const heard = [told('a', 'A1'), told('a', 'A1'), told('b', 'A2')];
    expect(verdictOf(heard, [called('a', 'A1'), called('b', 'A2')])).toEqual({
      ...{ acknowledged: 2, lost: 0, duplicated: 0 },
      violations: [],
    });
  });

  it('sees a ticket that two commands called', () => {
    const heard = [told('a', 'A1'), told('b', 'A1')];
    expect(verdictOf(heard, [called('a', 'A1'), called('b', 'A1')])).toMatchObject({
      duplicated: 1,
    });
  });

  it('sees a call that the log does not hold', () => {
    expect(verdictOf([told('a', 'A1')], [])).toMatchObject({ lost: 1 });
  });

  it('sees a repeated command that was told another ticket', () => {
    const heard = [told('a', 'A1'), told('a', 'A2')];
    expect(verdictOf(heard, [called('a', 'A2')]).violations).toHaveLength(1);
  });

  it('sees a call that nobody was told of, one that was told wrongly, and one that was refused', () => {
    expect(verdictOf([], [called('a', 'A1')]).violations).toHaveLength(1);
    expect(verdictOf([told('a', 'A2')], [called('a', 'A1')]).violations).toHaveLength(1);
    const refused: Sent = {
      commandId: 'c',
      status: 409,
      answer: { ok: false, refusal: { code: 'queue-empty' } },
    };
    expect(verdictOf([refused], []).violations).toHaveLength(1);
  });
});
