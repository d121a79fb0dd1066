import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageAddress, pageAddressPattern, readPageAddress } from './use-cases-page-address.ts';

const context = { centreKey: new Uint8Array(32).fill(7) };
const page = {
  clinicId: '01990000-0000-7000-8000-0000000000c1',
  appointmentId: '01990000-0000-7000-8000-0000000000a1',
};

describe('the address of a page of an appointment', () => {
  it('says which one it is, always the same', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (clinicId, appointmentId) => {
        const address = pageAddress(context, { clinicId, appointmentId });
        expect(address).toMatch(new RegExp(pageAddressPattern));
        expect(address).toBe(pageAddress(context, { clinicId, appointmentId }));
        expect(readPageAddress(context, address)).toEqual({ clinicId, appointmentId });
      }),
    );
  });

  it('is never made up: another sign in any place, or the key of another centre, opens nothing', () => {
    const address = pageAddress(context, page);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 63 }), fc.constantFrom(...alphabet), (at, sign) => {
        fc.pre(address[at] !== sign);
        expect(readPageAddress(context, address.slice(0, at) + sign + address.slice(at + 1))).toBeUndefined();
      }),
    );
    expect(readPageAddress({ centreKey: new Uint8Array(32).fill(8) }, address)).toBeUndefined();
    expect(readPageAddress(context, address.slice(0, 60))).toBeUndefined();
  });
});
