import { describe, expect, it } from 'vitest';
import { ticketAddress } from './address.ts';

const id = 'AbCdEfGhIjKlMnOpQrSt_-';

describe('the address of a ticket page', () => {
  it.each([
    [`/t/${id}`, { publicId: id, socketPath: '/socket.io' }],
    [`/foyer/clinics/t/${id}`, { publicId: id, socketPath: '/foyer/clinics/socket.io' }],
    ['/t/', undefined],
    ['/t/short', undefined],
    ['/display/', undefined],
  ])('%s', (path, address) => expect(ticketAddress(path)).toEqual(address));
});
