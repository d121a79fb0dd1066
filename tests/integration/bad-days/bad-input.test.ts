// What must never be sent, sent: every answer is a code of the list with its status, at both doors of the edge, and
// nothing of it changes anything.

import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandSchemas } from '@foyer/contracts/commands.ts';
import { dayMs, minuteMs } from '@foyer/contracts/time.ts';
import { clinicId, consultation, laboratory, room1, room2 } from '@foyer/edge-server/testing/a-clinic.ts';
import { aCommandId } from '@foyer/edge-server/testing/a-command-id.ts';
import { EdgeUnderTest, tokens } from '@foyer/edge-server/testing/an-edge.ts';
import { codeOf, ofSocket } from './kit/coded.ts';
import { Screen } from './kit/screen.ts';

const edge = new EdgeUnderTest();
let desk: Screen<'/staff'>;
beforeAll(async () => {
  await edge.start();
  desk = new Screen(edge.running.url, '/staff', { token: tokens.reception });
  await desk.until(() => true);
});
afterAll(async () => {
  desk.close();
  await edge.end();
});

/** An id of a clinic that is not this one: well-formed, and nothing here. */
const strange = aCommandId();
const rowsNow = async () =>
  ((await edge.call('GET', '/api/v1/board', { token: tokens.reception })).body as { seq: number }).seq;

describe('a body that is no command', () => {
  it.each([
    ['half an object', '{"type":', 'not-json'],
    ['nothing', '', 'not-json'],
    ['a bare word', 'call-next', 'not-json'],
    ['XML', '<command type="call-next"/>', 'not-json'],
    ['a byte-order mark and an array', '\ufeff[]', 'invalid-request'],
    ['a number', '7', 'invalid-request'],
    ['null', 'null', 'invalid-request'],
    ['a poisoned prototype', '{"__proto__":{"type":"call-next"}}', 'not-json'],
    ['a type that is an object', '{"type":{"call":"next"}}', 'invalid-request'],
    ['brackets ten thousand deep', `{"type":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'invalid-request'],
    ['a megabyte', JSON.stringify({ type: 'call-next', x: 'x'.repeat(1e6) }), 'body-too-large'],
  ])('such as %s is told so', async (_what, raw, code) => {
    const before = await rowsNow();
    expect(codeOf(await edge.call('POST', '/api/v1/commands', { token: tokens.reception, raw }))).toBe(code);
    expect(await rowsNow()).toBe(before);
  });

  it.each([
    ['text/plain', '{"type":"call-next"}'],
    ['application/x-www-form-urlencoded', 'type=call-next'],
    ['multipart/form-data; boundary=x', '--x--'],
    ['application/json', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ])('of the kind %s is not JSON', async (type, body) => {
    const response = await fetch(`${edge.running.url}/api/v1/commands`, {
      method: 'POST',
      body,
      headers: { 'content-type': type, authorization: `Bearer ${tokens.reception}` },
    });
    expect(codeOf({ status: response.status, body: (await response.json()) as Record<string, unknown> })).toBe(
      'not-json',
    );
  });

  it.each([undefined, null, 7, 'call-next', [], ['call-next'], {}, { type: 7 }, Buffer.from('{}')])(
    'at a socket, such as %j, is told so',
    async (sent) => {
      const answer = ofSocket(await desk.socket.emitWithAck('command', sent));
      expect(codeOf(answer)).toBe('invalid-request');
    },
  );
});

describe('an address that is none', () => {
  it.each([
    ['GET', '/api/v1/tickets/%zz', 'not-found'],
    ['GET', `/api/v1/tickets/${'x'.repeat(300)}`, 'not-found'],
    ['GET', '/api/v1/log?after=first', 'invalid-request'],
    ['GET', '/api/v1/log?limit=-1', 'invalid-request'],
    ['GET', '/api/v1/log?after=1.1&after=1.2', 'invalid-request'],
    ['DELETE', '/api/v1/commands', 'not-found'],
    ['GET', '/api/v1/commands', 'not-found'],
    ['GET', '/../../etc/passwd', 'not-found'],
    ['GET', '/kiosk/..%2f..%2fpackage.json', 'not-found'],
    ['GET', `/t/${'x'.repeat(22)}`, undefined],
  ] as const)('%s %s', async (method, path, code) => {
    const answer = await edge.call(method, path, { token: tokens.auditor });
    if (code === undefined) expect(answer.status).toBeLessThan(500);
    else expect(codeOf(answer)).toBe(code);
  });

  it('is answered in the one shape even where it is no HTTP at all', async () => {
    const { port } = new URL(edge.running.url);
    const said = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('BREW /coffee\r\n\r\n'));
      socket
        .setEncoding('utf8')
        .on('data', (chunk) => (text += chunk))
        .on('close', () => resolve(text));
    });
    expect(said).toMatch(/^HTTP\/1\.1 400 /);
    expect(said).not.toContain('coffee');
    expect((await edge.call('GET', '/healthz')).status).toBe(200);
  });
});

describe('a command', () => {
  const sendBoth = async (command: Record<string, unknown>) => [
    codeOf(
      await edge.call('POST', '/api/v1/commands', {
        token: tokens.reception,
        body: { commandId: aCommandId(), ...command },
      }),
    ),
    codeOf(ofSocket(await desk.command({ commandId: aCommandId(), ...command }))),
  ];

  it.each(['do-magic', '', 'constructor', '__proto__', 'toString', 'CALL-NEXT', 'call-next '])(
    'called %j is unknown at both doors',
    async (type) => {
      expect(await sendBoth({ type })).toEqual(['unknown-command', 'unknown-command']);
    },
  );

  it.each([
    [
      'a commandId that is no UUIDv7',
      {
        type: 'call-next',
        servicePointId: room1,
        commandId: 'b4e7b6f0-0000-4000-8000-000000000000',
      },
    ],
    ['a commandId in capitals', { type: 'call-next', servicePointId: room1, commandId: aCommandId().toUpperCase() }],
    ['a field too many', { type: 'call-next', servicePointId: room1, force: true }],
    ['a negative amount', { type: 'open-till', floatMinor: -1 }],
    ['a fraction of a cent', { type: 'open-till', floatMinor: 0.5 }],
    ['an amount beyond counting', { type: 'open-till', floatMinor: 1e300 }],
    ['a birth date that is no date', { type: 'register-patient', patient: { birthDate: '7/11/1967' } }],
    ['a birth date that no calendar has', { type: 'register-patient', patient: { birthDate: '2026-02-30' } }],
    ['a name of a thousand letters', { type: 'register-patient', patient: { name: { family: 'x'.repeat(1_000) } } }],
    ['a language that is none of ours', { type: 'issue-ticket', serviceId: consultation, language: 'tlh' }],
    ['a hold until the end of time and beyond', { type: 'hold', ticketId: strange, until: 1e17 }],
  ])('with %s is invalid at both doors', async (_what, command) => {
    expect(await sendBoth(command)).toEqual(['invalid-request', 'invalid-request']);
  });

  it('with a name of a megabyte is refused at both doors, and the socket lives on', async () => {
    const command = {
      commandId: aCommandId(),
      type: 'register-patient',
      patient: { name: { family: 'x'.repeat(1e6) } },
    };
    expect(codeOf(await edge.call('POST', '/api/v1/commands', { token: tokens.reception, body: command }))).toBe(
      'body-too-large',
    );
    expect(codeOf(ofSocket(await desk.command(command)))).toBe('invalid-request');
    expect(await desk.socket.emitWithAck('catch-up', {})).toEqual({ ok: true, sent: 'snapshot' });
  });

  it.each([
    ['issue-ticket', { serviceId: strange }, 'unknown-service'],
    ['issue-ticket', { serviceId: consultation, patientId: strange }, 'unknown-patient'],
    ['call-next', { servicePointId: strange }, 'unknown-service-point'],
    ['open-service-point', { servicePointId: strange }, 'unknown-service-point'],
    ['call-ticket', { servicePointId: room1, ticketId: strange, reason: 'x' }, 'unknown-ticket'],
    ['hold', { ticketId: strange }, 'unknown-ticket'],
    ['undo', { ticketId: strange, epoch: 1, seq: 1 }, 'unknown-ticket'],
    ['transfer', { ticketId: strange, toServiceId: laboratory, placement: 'back' }, 'unknown-ticket'],
    ['identify-ticket', { ticketId: strange, patientId: strange }, 'unknown-ticket'],
    ['update-patient', { patientId: strange, patient: { phone: '600123441' } }, 'unknown-patient'],
    ['check-in', { appointmentId: strange }, 'unknown-appointment'],
    ['check-in', { patientId: strange }, 'no-appointment-today'],
    ['check-in', {}, 'identification-needed'],
    ['acknowledge-help', { helpId: strange }, 'unknown-help'],
    ['hand-over', { servicePointId: room1, toStaffId: strange }, 'unknown-staff'],
    ['serve-without-ticket', { servicePointId: room2, serviceId: strange }, 'unknown-service'],
  ])('%s with an id of another clinic finds nothing', async (type, fields, code) => {
    const before = await rowsNow();
    expect(await sendBoth({ type, ...fields })).toEqual([code, code]);
    expect(await rowsNow()).toBe(before);
  });

  it('of the system’s own is nobody’s', async () => {
    expect(await sendBoth({ type: 'record-print', jobId: strange, outcome: 'printed' })).toEqual([
      'not-allowed',
      'not-allowed',
    ]);
    const reasons = Object.keys(commandSchemas).filter((type) => type === 'erase-patient');
    expect(reasons).toHaveLength(1);
    expect(await sendBoth({ type: 'erase-patient', patientId: strange, reason: 'x' })).toEqual([
      'not-allowed',
      'not-allowed',
    ]);
  });

  it.each([
    ['a month ago', -31 * dayMs, 'command-too-old'],
    ['in 1970', -Date.now(), 'command-too-old'],
    ['a quarter of an hour from now', 15 * minuteMs, 'command-id-in-future'],
  ])('whose id was made %s is refused', async (_when, by, code) => {
    const commandId = aCommandId(Date.now() + by);
    expect(await sendBoth({ type: 'issue-ticket', serviceId: consultation, commandId })).toEqual([code, code]);
  });

  it('written on paper must have been written, and lately, and say why', async () => {
    const issued = { type: 'issue-ticket', serviceId: consultation };
    const refused = ['occurred-at-out-of-range', 'occurred-at-out-of-range'];
    expect(await sendBoth({ ...issued, occurredAt: Date.now() + minuteMs, reason: 'x' })).toEqual(refused);
    expect(await sendBoth({ ...issued, occurredAt: Date.now() - 8 * dayMs, reason: 'x' })).toEqual(refused);
    expect(await sendBoth({ ...issued, occurredAt: Date.now() - minuteMs })).toEqual(refused);
    const atKiosk = await edge.command(tokens.kiosk, 'issue-ticket', {
      serviceId: consultation,
      occurredAt: Date.now(),
      reason: 'x',
    });
    expect(codeOf(atKiosk)).toBe('not-allowed');
  });
});

describe('a caller', () => {
  it.each([undefined, 'nobody', 'x'.repeat(5_000), '', 'null'])('with the credential %j is nobody', async (token) => {
    const answer = await edge.call('GET', '/api/v1/board', token === undefined ? {} : { token });
    expect(codeOf(answer)).toBe('unauthenticated');
  });

  it('that is a wall or a kiosk may do no more than its role', async () => {
    const tries = [
      await edge.command(tokens.display, 'request-help', { kind: 'assistance' }),
      await edge.command(tokens.kiosk, 'call-next', { servicePointId: room1 }),
      await edge.command(tokens.kiosk, 'issue-ticket', {
        serviceId: consultation,
        priorityClass: 'emergency',
      }),
      await edge.command(tokens.kiosk, 'issue-ticket', {
        serviceId: consultation,
        patientId: strange,
      }),
      await edge.command(tokens.kiosk, 'check-in', { patientId: strange }),
      await edge.command(tokens.kiosk, 'update-patient', {
        patientId: strange,
        patient: { phone: '600123441' },
      }),
      await edge.command(tokens.auditor, 'call-next', { servicePointId: room1 }),
      await edge.command(tokens.cashier, 'call-next', { servicePointId: room1 }),
      await edge.command(tokens.nurse, 'take-payment', {
        chargeIds: [strange],
        means: 'cash',
        amountMinor: 1,
      }),
    ];
    expect(tries.map(codeOf)).toEqual(tries.map(() => 'not-allowed'));
  });

  it('that asks too often is told to wait', async () => {
    const asked = await Promise.all(
      Array.from({ length: 25 }, () => edge.call('POST', '/api/v1/enrolments', { body: {} })),
    );
    const refused = asked.filter(({ status }) => status !== 200);
    expect(refused.map(codeOf)).toEqual(refused.map(() => 'rate-limited'));
    expect(refused).toHaveLength(5);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('a client of the sockets', () => {
  it('may omit every acknowledgement and send rubbish on every event', async () => {
    const kiosk = new Screen(edge.running.url, '/kiosk', { token: tokens.kiosk });
    const wall = new Screen(edge.running.url, '/display', { token: tokens.display });
    const { ticket } = await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation });
    const phone = new Screen(edge.running.url, '/ticket', { token: ticket!['publicId'] ?? '' });
    const rubbish = [
      undefined,
      null,
      0,
      '',
      'x',
      [],
      {},
      { type: {} },
      { stream: {}, seq: 'x' },
      { stream: 'x', seq: 1e308 },
      Buffer.alloc(9),
      () => 7,
    ];
    for (const screen of [kiosk, wall, phone, desk] as Screen<'/kiosk'>[]) {
      await screen.until(() => true);
      for (const event of ['command', 'catch-up', 'snapshot', 'patch', 'tick', '__proto__', 'no-such-event']) {
        screen.socket.emit(event);
        for (const sent of rubbish)
          screen.socket.emit(event, sent).emit(event, sent, 'no function').emit(event, sent, sent, sent);
      }
      screen.socket.emit('command', {
        commandId: aCommandId(),
        type: 'request-help',
        kind: 'assistance',
      });
      expect(await screen.socket.emitWithAck('catch-up', { stream: 'another', seq: 1 })).toEqual({
        ok: true,
        sent: 'snapshot',
      });
    }
    // The phone has used up what it may send by then.
    const view = await desk.until(({ help }) => Object.keys(help).length >= 2);
    expect(Object.values(view.help).every(({ kind }) => kind === 'assistance')).toBe(true);
    for (const screen of [kiosk, wall, phone]) screen.close();
  });

  it('finds no namespace that is not declared', async () => {
    for (const namespace of ['/', '/admin', '/staff/../kiosk']) {
      const stranger = new Screen(edge.running.url, namespace as '/staff', { token: tokens.admin });
      const refused = await new Promise((resolve) => stranger.socket.once('connect_error', resolve));
      expect(refused).toBeInstanceOf(Error);
      stranger.close();
    }
  });

  it.each(['', 'short', 'x'.repeat(22), `${'x'.repeat(22)}'--`, clinicId])(
    'finds no ticket page behind %j',
    async (token) => {
      const phone = new Screen(edge.running.url, '/ticket', { token });
      const refused = await new Promise<Error & { data?: { code: string } }>((resolve) =>
        phone.socket.once('connect_error', resolve),
      );
      expect(refused.data?.code).toBe('not-found');
      phone.close();
    },
  );
});
