import { Writable } from 'node:stream';
import { pino, type Logger } from 'pino';
import { AppError } from '@foyer/contracts/app-error.ts';
import { describe, expect, it } from 'vitest';
import { logOptions } from './log.ts';

function logged(write: (log: Logger) => void): string {
  let text = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, proceed) {
      text += chunk.toString();
      proceed();
    },
  });
  write(pino(logOptions('info'), stream));
  return text;
}

describe('a line of the log', () => {
  const told = Object.assign(new Error('duplicate key: (email)=(mary.okonkwo@example.org)'), {
    code: '23505',
    detail: 'Key (name)=(Okonkwo) already exists.',
  });

  it.each([
    ['an error beside an event', (log: Logger) => log.error({ event: 'failed', err: told })],
    ['an error alone', (log: Logger) => log.error(told)],
    [
      'an error behind another',
      (log: Logger) => log.error({ event: 'failed', err: new AppError('internal', {}, { cause: told }) }),
    ],
  ])('never repeats what somebody typed: %s', (_, write) => {
    const text = logged(write);
    expect(text).toContain('23505');
    expect(text).not.toMatch(/okonkwo/i);
  });

  it('names its event and keeps its ids', () => {
    const line = JSON.parse(logged((log) => log.info({ event: 'serving', url: 'http://localhost:1' }))) as object;
    expect(line).toMatchObject({ event: 'serving', msg: 'serving', url: 'http://localhost:1', name: 'pms' });
  });
});
