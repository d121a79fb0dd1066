import { describe, expect, it } from 'vitest';
import { aTypicalTill } from '../../testing/a-staff-view.ts';
import { billOf, billsToday, expectedCashMinor, paymentsLatestFirst } from './till.ts';

const view = aTypicalTill();

describe('the till', () => {
  it('sums what a ticket owes', () => {
    const bill = billsToday(view)[0]!;
    expect(bill).toMatchObject({
      ticket: { number: 'A044' },
      dueMinor: 8_150,
      patient: { displayName: 'María del Carmen Fernández-Villaverde' },
    });
    expect(bill.unpaid).toHaveLength(3);
  });

  it('shows who owes first, then who was seen', () => {
    expect(
      billsToday(view)
        .map((bill) => bill.ticket.number)
        .toSorted(),
    ).toEqual(['A031', 'A044', 'A047']);
    expect(billsToday(view)[0]!.ticket.number).toBe('A044');
    expect(
      billsToday(view)
        .slice(1)
        .every((bill) => bill.dueMinor === 0),
    ).toBe(true);
  });

  it('takes what is paid off the bill', () => {
    const charges = Object.values(view.charges).map((charge, index) =>
      index === 0 ? { ...charge, paymentId: 'p' } : charge,
    );
    const bill = billOf(aTypicalTill({ charges }), charges[0]!.ticketId)!;
    expect(bill).toMatchObject({ dueMinor: 3_350 });
    expect(bill.paid).toHaveLength(1);
  });

  it('knows what the drawer must hold', () => {
    expect(expectedCashMinor(view.till!)).toBe(124_150);
    expect(paymentsLatestFirst(view)[0]?.receiptNumber).toBe('HSC-1-16');
    expect(billOf(view, 'nobody')).toBeUndefined();
  });
});
