// How paper looks, from the set-up of a clinic that works to the next sheet of paper.

import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ClinicAsSetUp } from '@foyer/contracts/clinic-document.ts';
import type { MusterPart, PaperKind, PaperNumbersPart, TicketPart } from '@foyer/contracts/paper-template.ts';
import { usualPaper, usualTicket } from '@foyer/contracts/usual-paper.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';
import { consultation } from './testing/a-clinic.ts';

const edge = new EdgeUnderTest();
beforeAll(() => edge.start());
afterAll(() => edge.end());

/** A black square, as a person would bring it. */
function aLogo(side: number): Buffer<ArrayBuffer> {
  const canvas = createCanvas(side, side);
  canvas.getContext('2d').fillRect(0, 0, side, side);
  return Buffer.from(canvas.toBuffer('image/png'));
}

async function bring(bytes: Buffer<ArrayBuffer>): Promise<string> {
  const answer = await fetch(`${edge.running.url}/api/v1/media`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.admin}`, 'content-type': 'application/octet-stream' },
    body: bytes,
  });
  return ((await answer.json()) as { file: string }).file;
}

async function picture(body: unknown, token: string = tokens.admin) {
  const answer = await fetch(`${edge.running.url}/api/v1/paper/pictures`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
}

const applied = async (paper: ClinicAsSetUp['document']['paper']) => {
  const { version } = (await edge.call('GET', '/api/v1/clinic', { token: tokens.admin })).body as { version: number };
  await edge.result(tokens.admin, 'change-clinic', { version, changes: { paper } as never });
};
const nextTicket = async () => {
  const before = edge.printer.printed.length;
  await edge.result(tokens.kiosk, 'issue-ticket', { serviceId: consultation });
  return vi.waitFor(() => {
    const job = edge.printer.printed[before];
    if (job?.kind !== 'ticket') throw new Error('nothing was printed yet');
    return job;
  });
};

describe('the look of paper', () => {
  it('is the clinic’s own from the next ticket on, with its logo, and as usual again when it says none', async () => {
    expect(await nextTicket()).not.toHaveProperty('template');
    const parts: TicketPart[] = [{ part: 'logo', file: await bring(aLogo(40)), widthMm: 20 }, { part: 'number' }];
    await applied({ ticket: { parts } });
    expect(await nextTicket()).toMatchObject({ template: { parts }, logo: { width: 40, rows: 40 } });
    await applied(null);
    expect(await nextTicket()).not.toHaveProperty('template');
  });

  it('has no logo where its file is gone', async () => {
    const file = await bring(aLogo(24));
    await applied({ ticket: { parts: [{ part: 'logo', file, widthMm: 20 }, { part: 'number' }] } });
    await edge.call('DELETE', `/api/v1/media/${file}`, { token: tokens.admin });
    const job = await nextTicket();
    expect(job).toHaveProperty('template');
    expect(job).not.toHaveProperty('logo');
    await applied(null);
  });

  it('is refused by its path where a patient could do nothing with it', async () => {
    const check = await edge.call('POST', '/api/v1/clinic/check', {
      token: tokens.admin,
      body: { changes: { paper: { ticket: { parts: [{ part: 'door' }] } } } },
    });
    expect(check.body).toMatchObject({
      refusal: { code: 'set-up-faulty', faults: [{ path: '/paper/ticket/parts', code: 'paper-without-number' }] },
    });
  });
});

describe('the look of what staff print', () => {
  it('is the clinic’s own on the next list, with the words and fields that it names', async () => {
    const parts: MusterPart[] = [{ part: 'people' }, { part: 'text', text: { en: 'Hand this to the warden' } }];
    const slip: PaperNumbersPart[] = [{ part: 'number' }, { part: 'field', field: 'hint' }];
    await applied({ 'muster-list': { parts }, 'paper-numbers': { parts: slip } });
    const before = edge.printer.printed.length;
    await edge.result(tokens.supervisor, 'print-paper-numbers', { count: 1 });
    await edge.result(tokens.supervisor, 'evacuate', {});
    const jobs = await vi.waitFor(() => {
      const printed = edge.printer.printed.slice(before);
      if (printed.length < 2) throw new Error('not everything was printed yet');
      return printed;
    });
    expect(jobs).toContainEqual(expect.objectContaining({ kind: 'muster-list', template: { parts } }));
    expect(jobs).toContainEqual(expect.objectContaining({ kind: 'paper-numbers', template: { parts: slip } }));
    await edge.result(tokens.supervisor, 'all-clear', {});
    await applied(null);
  });
});

describe('a look at a template before it counts', () => {
  it('is a picture of the whole paper, in every language, and of every kind of paper with made-up words', async () => {
    for (const language of ['en', 'ar'] as const) {
      const { status, bytes } = await picture({ kind: 'ticket', template: usualTicket, language });
      expect(status).toBe(200);
      const { width, height } = await loadImage(bytes);
      expect(width).toBe(576);
      expect(height).toBeGreaterThan(900);
    }
    for (const kind of Object.keys(usualPaper) as PaperKind[]) {
      expect((await picture({ kind, template: usualPaper[kind], language: 'es' })).status).toBe(200);
    }
  });

  it('is for who sets the clinic up, and for templates alone', async () => {
    const look = { kind: 'ticket', template: usualTicket, language: 'en' };
    expect((await picture(look, tokens.supervisor)).status).toBe(403);
    expect((await picture({ ...look, template: { parts: [{ part: 'raw', bytes: '1b70' }] } })).status).toBe(400);
  });

  it('is printed once with made-up words, and says what became of it', async () => {
    const look = { kind: 'receipt', template: { parts: [{ part: 'total' }] }, language: 'en' };
    const before = edge.printer.printed.length;
    const printed = await edge.call('POST', '/api/v1/paper/proofs', { token: tokens.admin, body: look });
    expect(printed.body).toEqual({ outcome: 'printed' });
    expect(edge.printer.printed.slice(before)).toMatchObject([{ kind: 'receipt', template: look.template }]);
    edge.printer.fault('paper-out');
    const failed = await edge.call('POST', '/api/v1/paper/proofs', { token: tokens.admin, body: look });
    expect(failed.body).toMatchObject({ outcome: 'failed', code: 'paper-out' });
    edge.printer.fault(undefined);
  });
});
