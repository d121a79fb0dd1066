// The board of rooms in a real browser, against an edge that plays the view.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import type { StaffView } from '@foyer/contracts/staff-view.ts';
import { aTicket, aTypicalBoard, id, now } from './a-staff-view.ts';
import { accepted, refused } from './fake-edge.ts';
import { aBench, openSignedIn, type Bench } from './tablet.ts';

let bench: Bench;
let tablet: OpenedPage;
beforeAll(async () => {
  bench = await aBench();
  bench.edge.reset(aTypicalBoard());
  tablet = await openSignedIn(bench, { fragment: '#rooms' });
});
afterAll(() => bench?.close());
beforeEach(() => bench.edge.reset(aTypicalBoard()));
afterEach(() => tablet.page.keyboard.press('Escape'));

const sent = () => bench.edge.commands.map(({ commandId: _id, ...body }) => body);
const door = (name: string) =>
  tablet.page.locator('room-door').filter({ has: tablet.page.getByRole('heading', { name, exact: false }) });
const chip = (name: string) => tablet.page.locator('rooms-page .chips').getByRole('button', { name, exact: false });
const shown = () => tablet.page.locator('room-door h3').allInnerTexts();

/** The view in which room `index` is in another state. */
function withRoom(index: number, change: Partial<StaffView['servicePoints'][string]>): StaffView {
  const board = aTypicalBoard();
  const point = board.servicePoints[id('point', index)]!;
  return { ...board, servicePoints: { ...board.servicePoints, [point.id]: { ...point, ...change } } };
}

describe('the board', () => {
  it('is reached by the header, and shows every room on its floor', async () => {
    await tablet.page.locator('staff-header nav button[aria-current=page]', { hasText: 'Rooms' }).waitFor();
    const floors = await tablet.page.locator('rooms-page section').all();
    expect(await Promise.all(floors.map((floor) => floor.locator('room-door').count()))).toEqual([6, 6]);
    expect(await tablet.page.locator('rooms-page .label b').allInnerTexts()).toEqual(['Ground floor', 'First floor']);
  });

  it('counts the states, and a chip shows one of them alone', async () => {
    const chips = await tablet.page.locator('rooms-page .chips foyer-button').allInnerTexts();
    expect(chips.map((words) => words.replace(/\s+/g, ' '))).toEqual([
      'All 12',
      'Empty 2',
      'Waiting 2',
      'With staff 4',
      'Ready for doctor 2',
      'To be cleaned 1',
      'Closed 1',
    ]);
    await chip('Ready for doctor').click();
    expect(await shown()).toEqual(['Room 2', 'Room 5']);
    await chip('All').click();
    expect((await shown()).length).toBe(12);
  });

  it('lights the room that has waited longest for a doctor, and says why', async () => {
    expect(await tablet.page.locator('room-door foyer-door[state=lit] h3').allInnerTexts()).toEqual(['Room 5']);
    await tablet.page.getByText('Lit: Room 5 has waited longest for its doctor').waitFor();
  });

  it('has one act a door, and none where it is not this nurse’s', async () => {
    const acts = await tablet.page
      .locator('room-door')
      .evaluateAll((doors) => doors.map((each) => each.shadowRoot!.querySelector('.act')?.textContent?.trim() ?? ''));
    expect(acts).toEqual([
      ...['', 'Doctor is in', 'Ready', '', 'Doctor is in', ''],
      ...['Ready', 'Nurse is in', 'It is clean', '', '', 'Nurse is in'],
    ]);
  });

  it('changes a room by one tap, by the keyboard too, and takes the step back by Undo', async () => {
    const { ticketId } = aTypicalBoard().servicePoints[id('point', 5)]!;
    bench.edge.answer = () => accepted({ ticket: { id: ticketId } });
    await door('Room 5').locator('.act').focus();
    await tablet.page.keyboard.press('Enter');
    const body = { type: 'set-room-state', servicePointId: id('point', 5), roomState: 'with-doctor' };
    await expect.poll(sent).toEqual([body]);
    const changed = withRoom(5, { room: { state: 'with-doctor', since: now } });
    const last = { epoch: 1, seq: 9000, type: 'v1.RoomStateChanged' };
    bench.edge.change({
      ...changed,
      tickets: { ...changed.tickets, [ticketId!]: { ...changed.tickets[ticketId!]!, last } },
    });
    await door('Room 5').getByText('With doctor').waitFor();
    await tablet.page.getByRole('button', { name: 'Undo: A046, room changed' }).click();
    await expect.poll(sent).toEqual([body, { type: 'undo', ticketId, epoch: 1, seq: 9000 }]);
  });

  it('says by its name what else goes on in a room', async () => {
    await tablet.page.getByRole('button', { name: 'Room 7: say what goes on' }).click();
    await tablet.page.locator('rooms-choice-dialog').getByRole('button', { name: 'Patient waiting' }).click();
    await expect.poll(sent).toEqual([{ type: 'set-room-state', servicePointId: id('point', 7), roomState: 'waiting' }]);
  });

  it('brings the next into the own empty room, and takes them in', async () => {
    const next = aTicket('A060');
    const free = { ...withRoom(7, { room: { state: 'empty', since: now }, nextTicketId: next.id }) };
    const { ticketId: _left, ...point } = free.servicePoints[id('point', 7)]!;
    const empty = { ...free, servicePoints: { ...free.servicePoints, [point.id]: point } };
    bench.edge.reset({ ...empty, tickets: { ...empty.tickets, [next.id]: next } });
    await door('Room 7').getByRole('button', { name: 'Bring someone' }).click();
    await expect.poll(sent).toEqual([{ type: 'call-next', servicePointId: point.id }]);
    const called = { ...next, state: 'called' as const, servicePointId: point.id, calledAt: now };
    bench.edge.change({
      ...empty,
      servicePoints: { ...empty.servicePoints, [point.id]: { ...point, ticketId: next.id } },
      tickets: { ...empty.tickets, [next.id]: called },
    });
    await door('Room 7').getByRole('button', { name: 'Is here' }).click();
    await expect
      .poll(() => sent()[1])
      .toEqual({ type: 'confirm-arrival', servicePointId: point.id, ticketId: next.id });
  });

  it('keeps an act that is not confirmed where it was pressed, and sends it once', async () => {
    bench.edge.answer = () => undefined;
    await door('Room 9').locator('.act').click();
    await door('Room 9').locator('.act[pending]').click();
    await tablet.page.locator('unconfirmed-card li', { hasText: 'Change the room' }).waitFor();
    expect(new Set(bench.edge.commands.map(({ commandId }) => commandId)).size).toBe(1);
    expect(await tablet.page.locator('.act[pending]').count()).toBe(1);
  });

  it('shows the room as it is when another tablet was first', async () => {
    bench.edge.answer = () => refused('wrong-room-state', { roomState: 'empty' });
    await door('Room 9').locator('.act').click();
    bench.edge.change(withRoom(9, { room: { state: 'empty', since: now } }));
    await tablet.page.getByText('The room has changed meanwhile.').waitFor();
    await tablet.page.locator('said-line').getByRole('button', { name: 'OK' }).click();
    await door('Room 9').getByText('Empty').waitFor();
  });
});

describe('a room that is ready', () => {
  it('is told on the tablet of who is awaited there, with the act that answers it', async () => {
    const { room } = aTypicalBoard().servicePoints[id('point', 2)]!;
    bench.edge.change(withRoom(2, { room: { ...room, staffId: id('staff', 6) } }));
    await tablet.page.locator('notice-strip', { hasText: 'Room 2 is ready for you' }).locator('.strip').click();
    await tablet.page.locator('notice-card').getByRole('button', { name: 'Doctor is in' }).click();
    await expect
      .poll(sent)
      .toEqual([{ type: 'set-room-state', servicePointId: id('point', 2), roomState: 'with-doctor' }]);
    await tablet.page.getByText('Lit: Room 2 has waited longest for you').waitFor();
  });
});
