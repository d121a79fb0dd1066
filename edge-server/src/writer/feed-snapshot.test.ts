import { describe, expect, it } from 'vitest';
import type { FeedItem, FeedPage } from '@foyer/contracts/sync-protocol.ts';
import { EngineUnderTest, anId, laboratory } from './testing/a-writer.ts';

const [life, nextLife] = ['01900000-0000-4000-8000-0000000000e1', '01900000-0000-4000-8000-0000000000e2'];
const other = anId();
const staff = (number: number, id: string, name = 'Ana'): FeedItem => ({
  number,
  kind: 'staff',
  id,
  body: { id, name, roles: ['nurse'], pinHash: '$argon2id$', active: true },
});
const price = (number: number, amountMinor: number): FeedItem => ({
  number,
  kind: 'price',
  id: laboratory,
  body: { serviceId: laboratory, amountMinor, currency: 'EUR', version: number },
});

function aClinic() {
  const clinic = new EngineUnderTest().initialise();
  const take = (page: Pick<FeedPage, 'items' | 'next'> & Partial<FeedPage>) =>
    clinic.perform({ kind: 'feed', page: { version: 2, serverTime: clinic.clock.wall(), incarnation: life, ...page } });
  const snapshot = (items: FeedItem[], at: number, from: number, more: Partial<FeedPage> = {}) =>
    take({ items, next: from === at ? at : 0, snapshot: { at, from, isLast: from === at }, ...more });
  const names = () => clinic.reading((read) => read.staff().map(({ name }) => name)).toSorted();
  const place = () => clinic.reading((read) => read.feedPlace());
  return { clinic, take, snapshot, names, place };
}

describe('a snapshot of what the centre owns', () => {
  it('is taken page by page, goes on where it was, and is followed by the feed behind its number', () => {
    const { take, snapshot, names, place } = aClinic();
    const before = names();
    snapshot([staff(3, other)], 9, 3);
    expect(place()).toEqual({ number: 0, incarnation: life, snapshot: { at: 9, from: 3 } });
    snapshot([staff(8, anId(), 'Bo')], 9, 9);
    expect(place()).toEqual({ number: 9, incarnation: life, snapshot: null });
    expect(names()).toEqual(['Ana', 'Bo', ...before].toSorted());
    take({ items: [staff(12, other, 'Ada')], next: 12 });
    expect(names()).toContain('Ada');
    expect(place()).toMatchObject({ number: 12 });
  });

  it('changes nothing when a page comes twice', () => {
    const { snapshot, names, place } = aClinic();
    snapshot([staff(3, other)], 9, 3);
    snapshot([staff(5, other, 'Ada')], 9, 5);
    snapshot([staff(3, other)], 9, 3);
    expect(names()).toContain('Ada');
    expect(place().snapshot).toEqual({ at: 9, from: 5 });
  });

  it('takes away what it did not name, and nothing before its last page', () => {
    const { clinic, take, snapshot, names } = aClinic();
    const gone = anId();
    take({ items: [staff(3, other), staff(4, gone, 'Gone'), price(5, 4_500)], next: 5 });
    const prices = () => clinic.reading((read) => read.prices().map(({ amountMinor }) => amountMinor));
    expect(prices()).toContain(4_500);
    snapshot([staff(3, other)], 2_000, 3, { incarnation: nextLife });
    expect(names()).toContain('Gone');
    snapshot([], 2_000, 2_000, { incarnation: nextLife });
    expect(names()).toContain('Ana');
    expect(names()).not.toContain('Gone');
    expect(prices()).not.toContain(4_500);
  });

  it('of a restored centre goes back to a smaller number', () => {
    const { take, snapshot, names, place } = aClinic();
    take({ items: [staff(50, other)], next: 50 });
    snapshot([staff(7, other, 'Ada')], 20, 20, { incarnation: nextLife });
    expect(place()).toEqual({ number: 20, incarnation: nextLife, snapshot: null });
    take({ items: [staff(30, anId(), 'Bo')], next: 30, incarnation: nextLife });
    expect(names()).toEqual(expect.arrayContaining(['Ada', 'Bo']));
  });

  it('begins anew with another life of the feed, though one was half taken', () => {
    const { snapshot, place, names } = aClinic();
    snapshot([staff(3, other)], 9, 3);
    snapshot([], 11, 11, { incarnation: nextLife });
    expect(place()).toEqual({ number: 11, incarnation: nextLife, snapshot: null });
    expect(names()).not.toContain('Ana');
  });

  it('passes over answers to what this box never asked', () => {
    const { clinic, snapshot } = aClinic();
    const requestId = anId();
    snapshot([{ number: 2, kind: 'request-answer', id: requestId, body: { requestId, accepted: true } }], 9, 9);
    expect(clinic.reading((read) => read.feedFailures())).toBe(0);
  });
});
