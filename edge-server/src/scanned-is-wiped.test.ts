// What was scanned is wiped when the session of whoever scanned it ends: no view, no identification, no line of the log
// and no file of the box holds it.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '@foyer/contracts/sockets.ts';
import type { KioskView } from '@foyer/contracts/kiosk-view.ts';
import { licenceOf2020, zones } from '@foyer/domain/identity-documents/specimens.ts';
import type { Log } from './ports/log.ts';
import { consultation, kioskOne } from './testing/a-clinic.ts';
import { EdgeUnderTest, tokens } from './testing/an-edge.ts';

const lines: string[] = [];
const keep = (...line: unknown[]) => void lines.push(JSON.stringify(line));
const log: Log = { info: keep, warn: keep, error: keep };
const edge = new EdgeUnderTest({}, { log });
beforeAll(() => edge.start());
afterAll(() => edge.end());

const ofTheHolder = /T64235789|SAMPLE|L898902C3|ERIKSSON|1986-06-06|06061986/;
const scan = async (body: object) =>
  (await edge.call('POST', '/api/v1/identifications', { token: tokens.kiosk, body })).body;

async function kioskView(): Promise<KioskView> {
  const socket = io(`${edge.running.url}/kiosk`, {
    auth: { token: tokens.kiosk },
    transports: ['websocket'],
    forceNew: true,
  });
  const { view } = await new Promise<Snapshot<KioskView>>((resolve) => socket.on('snapshot', resolve));
  socket.disconnect();
  return view;
}

describe('what was scanned', () => {
  it('is nowhere once the session is over, whoever it was of', async () => {
    edge.scanner.scan({ kioskDeviceId: kioskOne, format: 'pdf417', text: licenceOf2020 });
    expect((await kioskView()).scan).toMatchObject({ format: 'pdf417', text: licenceOf2020 });
    const answers = [
      await scan({ document: { format: 'pdf417', text: licenceOf2020 } }),
      await scan({ document: { format: 'mrz', text: zones.passport } }),
      await scan({ document: { format: 'pdf417', text: licenceOf2020.slice(0, 200) } }),
      await scan({ qr: licenceOf2020.padEnd(5_000, 'X') }),
    ];
    expect(answers.map(({ reason, error }) => reason ?? (error as { code: string }).code)).toEqual([
      'document-expired',
      'document-expired',
      'document-offsets',
      'invalid-request',
    ]);
    edge.scanner.scan({ kioskDeviceId: kioskOne, format: 'mrz', text: zones.passport });
    await edge.call('DELETE', '/api/v1/identifications', { token: tokens.kiosk });

    const identificationId = String(answers[0]?.['identificationId']);
    const late = await edge.command(tokens.kiosk, 'issue-ticket', { serviceId: consultation, identificationId });
    expect(late.body).toMatchObject({ refusal: { code: 'identification-expired' } });
    expect(JSON.stringify([await kioskView(), answers])).not.toMatch(ofTheHolder);
    expect(lines.join('\n')).not.toMatch(ofTheHolder);
    for (const file of filesBelow(edge.config.dataDir)) expect(readFileSync(file, 'latin1')).not.toMatch(ofTheHolder);
  });
});

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
