import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Credential } from './credential.ts';
import { Enrolment } from './enrolment.ts';

type Call = { path: string; method: string; bearer: string | undefined };
const calls: Call[] = [];
const approved = { state: 'approved', token: 'secret', deviceId: 'd', role: 'kiosk', name: 'Kiosk 1' };
const begun = (n: number) => ({ enrolmentId: `e${n}`, code: `ABCD-000${n}`, expiresAt: 1, pollSecret: `p${n}` });

/** A server that gives these answers, one after the other; a number is a status without a body of ours. */
function aServer(...answers: (object | number | 'away')[]) {
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    calls.push({ path, method: init.method!, bearer: (init.headers as Record<string, string>)['authorization'] });
    const answer = answers.shift() ?? 'away';
    if (answer === 'away') throw new TypeError('Failed to fetch');
    if (typeof answer === 'number')
      return Response.json({ ok: false, error: { code: 'not-found', message: '' } }, { status: answer });
    return Response.json(answer);
  });
}

function anEnrolment() {
  const codes: (string | undefined)[] = [];
  const credentials: Credential[] = [];
  const enrolment = new Enrolment(
    ({ code }) => codes.push(code),
    (credential) => credentials.push(credential),
  );
  enrolment.start();
  return { enrolment, codes, credentials };
}

beforeEach(() => {
  calls.length = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the enrolment of a screen', () => {
  it('shows a code, polls with its secret, and ends with the token', async () => {
    aServer(begun(1), { state: 'pending' }, approved);
    const { codes, credentials } = anEnrolment();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(codes).toEqual(['ABCD-0001']);
    expect(credentials).toEqual([{ token: 'secret', deviceId: 'd', role: 'kiosk', name: 'Kiosk 1' }]);
    expect(calls.map(({ path, bearer }) => [path, bearer])).toEqual([
      ['/api/v1/enrolments', undefined],
      ['/api/v1/enrolments/e1', 'Bearer p1'],
      ['/api/v1/enrolments/e1', 'Bearer p1'],
    ]);
  });
  it.each([
    ['ran out', { state: 'expired' }],
    ['is unknown to a server that started anew', 404],
  ])('shows a new code when the old one %s', async (_, answer) => {
    aServer(begun(1), answer, begun(2));
    const { codes } = anEnrolment();
    await vi.advanceTimersByTimeAsync(4_000);
    expect(codes).toEqual(['ABCD-0001', 'ABCD-0002']);
  });
  it('keeps its code while the server is away for a moment, and says so when it never answered', async () => {
    aServer('away', begun(1), 'away', approved);
    const { codes, credentials } = anEnrolment();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(codes).toEqual([undefined, 'ABCD-0001']);
    expect(credentials).toHaveLength(1);
  });
  it('asks no more once it is stopped', async () => {
    aServer(begun(1));
    const { enrolment } = anEnrolment();
    await vi.advanceTimersByTimeAsync(0);
    enrolment.stop();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(calls).toHaveLength(1);
  });
});
