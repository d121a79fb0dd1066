import { describe, expect, it } from 'vitest';
import { ticketOfCode } from './scanned-ticket.ts';

const publicId = 'Qk3v-9_xAbCdEfGhIjKlMn';

describe('the code on a ticket', () => {
  it.each([
    `http://192.0.2.7:8090/t/${publicId}`,
    `https://pms.example/clinics/t/${publicId}`,
    ` https://pms.example/t/${publicId}/?lang=ar\n`,
  ])('names its ticket, wherever its page is: %s', (text) => expect(ticketOfCode(text)).toBe(publicId));

  it.each([publicId, `F1.${publicId}`, `http://192.0.2.7/t/${publicId}x`, `http://192.0.2.7/x/${publicId}`, ''])(
    'is no other code: %s',
    (text) => expect(ticketOfCode(text)).toBeUndefined(),
  );
});
