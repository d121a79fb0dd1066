// The lock and the nurse's page in a real browser, against an edge that plays the view.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seriousFaults, type OpenedPage } from '@foyer/ui-kit/testing/chromium.ts';
import { byId, aFullRoom, anAskedRoom, aPoint, aStaffView, aTypicalRoom, id, room3 } from './a-staff-view.ts';
import { aFamilyRoom } from './a-family.ts';
import { aRuledRoom, aTurnExplained } from './a-ruled-room.ts';
import { accepted, refused, someTiles } from './fake-edge.ts';
import { aBench, openSignedIn, openTablet, signIn, untilShown, type Bench } from './tablet.ts';

let bench: Bench;
/** Signed in in room 3; the tests after the lock share it. */
let tablet: OpenedPage;
beforeAll(async () => {
  bench = await aBench();
  bench.edge.reset(aTypicalRoom());
  tablet = await openSignedIn(bench);
});
afterAll(() => bench?.close());
beforeEach(async () => {
  bench.edge.reset(aTypicalRoom());
  await untilShown(tablet, bench.edge);
});
afterEach(() => tablet.page.keyboard.press('Escape'));

const sent = () => bench.edge.commands.map(({ commandId: _id, ...body }) => body);
const ticketOf = (number: string) => Object.values(bench.edge.view.tickets).find((ticket) => ticket.number === number)!;

describe('the lock', () => {
  it('shows its code while nobody has let the tablet in', async () => {
    const { page, complaints, close } = await openTablet(bench, { enrolled: false });
    await page.getByText('K7Q2-M4XP').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('opens by itself at the last digit, for the room of this tablet', async () => {
    const { page, complaints, close } = await openTablet(bench);
    await signIn(page, bench.edge);
    await page.locator('room-page').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('says that a PIN is wrong, forgets what was typed, and opens at the next right one', async () => {
    const { page, close } = await openTablet(bench);
    await signIn(page, bench.edge, '9999');
    await page.getByText("That is not this person's PIN").waitFor();
    expect(await page.locator('lock-page .dots .full').count()).toBe(0);
    for (const digit of '4711') await page.locator('digit-pad').getByRole('button', { name: digit }).click();
    await page.locator('room-page').waitFor();
    await close();
  });

  it('says that a name is locked, and for how long', async () => {
    bench.edge.signInRefusal = 'pin-locked';
    const { page, close } = await openTablet(bench);
    await signIn(page, bench.edge);
    await page.getByText('locked for ten minutes').waitFor();
    await close();
  });

  it('asks for the room first where none is remembered, and remembers it', async () => {
    const { page, close } = await openTablet(bench, { preferences: {} });
    await signIn(page, bench.edge, '');
    await page.locator('lock-page .which').click();
    await page
      .locator('staff-dialog')
      .getByRole('button', { name: /Room 3/ })
      .click();
    for (const digit of '4711') await page.keyboard.press(digit);
    await page.locator('room-page').waitFor();
    expect(await page.evaluate(() => localStorage.getItem('foyer.tablet'))).toContain(room3);
    await close();
  });

  it('takes a PIN of the length that the clinic uses', async () => {
    bench.edge.tiles = { ...someTiles(), pinLength: 6 };
    const { page, close } = await openTablet(bench);
    await signIn(page, bench.edge);
    expect(await page.locator('lock-page .dots .full').count()).toBe(4);
    await close();
  });

  it('enrols again when the edge does not know the tablet any more', async () => {
    bench.edge.forgetsDevices = true;
    const { page, close } = await openTablet(bench);
    await page.getByText('K7Q2-M4XP').waitFor();
    await close();
  });

  it('sounds and shows help where nobody is signed in, names no helper, and calls an emergency itself', async () => {
    const { page, complaints, close } = await openTablet(bench);
    await page.locator('lock-watch').getByText('Works while locked').waitFor();
    await page.getByRole('button', { name: /Emergency/ }).click();
    await expect.poll(sent).toEqual([{ type: 'request-help', kind: 'emergency' }]);
    const help = { ...aFullRoom().help[id('help', 2)]!, from: '' };
    bench.edge.change({ ...bench.edge.view, help: { [help.id]: help }, devices: aFullRoom().devices });
    await page.getByText('Help wanted: a member of staff').waitFor();
    await page.getByText('Sign in to take it').waitFor();
    await page.locator('staff-app[data-alarm=assistance]').waitFor();
    await page.getByText('Display 2 is down: call numbers aloud.').waitFor();
    expect(await page.getByRole('button', { name: 'I am coming' }).count()).toBe(0);
    await signIn(page, bench.edge);
    await page.getByRole('button', { name: 'I am coming' }).click();
    await expect.poll(() => sent().at(-1)).toEqual({ type: 'acknowledge-help', helpId: help.id });
    expect(complaints).toEqual([]);
    await close();
  });

  it('says that help cannot be heard until the tablet is touched', async () => {
    const { page, close } = await openTablet(bench);
    await page.getByRole('button', { name: 'Touch for sound' }).click();
    await expect.poll(() => page.getByText('Touch for sound').count()).toBe(0);
    await close();
  });

  it('keeps the room in view without a name, and calls an emergency', async () => {
    const { page, close } = await openSignedIn(bench);
    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    await page.getByText('One patient in Room 3').waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Wilhelmina');
    await page.getByRole('button', { name: /Emergency/ }).click();
    await expect.poll(sent).toEqual([{ type: 'request-help', kind: 'emergency' }]);
    await close();
  });
});

describe('unlocking', () => {
  it('goes on where it was, though the edge has ended the session before', async () => {
    bench.edge.reset(aTypicalRoom());
    bench.edge.endsEarlierSessions = true;
    const { page, complaints, close } = await openSignedIn(bench);
    bench.edge.answer = () => undefined;
    await page.locator('room-call foyer-door[state=lit]').click();
    await expect.poll(() => bench.edge.commands).toHaveLength(1);
    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    bench.edge.answer = () => accepted({ ticket: null, call: null });
    await signIn(page, bench.edge);
    await page.locator('room-page').waitFor();
    await expect.poll(() => page.locator('room-call foyer-door[state=lit]').count()).toBe(1);
    expect(bench.edge.commands).toHaveLength(1);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('another person', () => {
  it('begins at a page of their own, and not at that of the person before', async () => {
    bench.edge.reset(aTypicalRoom());
    const { page, close } = await openSignedIn(bench);
    await page.getByRole('button', { name: 'Rooms', exact: true }).click();
    await page.locator('rooms-page').waitFor();
    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    const [, other] = someTiles().staff;
    const { me } = bench.edge.view;
    bench.edge.change({ ...bench.edge.view, me: { ...me, id: other!.id, name: other!.name } });
    await signIn(page, bench.edge);
    await page.locator('room-page').waitFor();
    expect(await page.locator('rooms-page').count()).toBe(0);
    await close();
  });
});

describe('call next', () => {
  it('is one command for two touches, finishes who is with staff, and rests before the next', async () => {
    const { page, complaints } = tablet;
    const door = page.locator('room-call foyer-door[state=lit]');
    await door.dblclick();
    await expect.poll(sent).toEqual([{ type: 'call-next', servicePointId: room3, finishCurrent: true }]);
    await page.getByText('Rests for two seconds').waitFor();
    await page.locator('room-call foyer-door[state=lit]').waitFor();
    expect(bench.edge.commands).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  it('asks first what became of the one who was called', async () => {
    bench.edge.reset(aTypicalRoom('called'));
    const { page } = tablet;
    await page.locator('room-call foyer-door[state=lit]').click();
    expect(bench.edge.commands).toEqual([]);
    await page.getByRole('button', { name: /A043 is not here/ }).click();
    await expect.poll(sent).toEqual([{ type: 'call-next', servicePointId: room3, finishCurrent: 'not-answered' }]);
  });

  it('asks, too, when only the edge knew that the current one has not come', async () => {
    bench.edge.answer = () => refused('current-outcome-needed');
    const { page } = tablet;
    await page.locator('room-call foyer-door[state=lit]').click();
    await page.getByRole('button', { name: /^A043 is finished/ }).waitFor();
  });

  it('says in words why nobody was called', async () => {
    bench.edge.answer = () => refused('queue-empty');
    const { page } = tablet;
    await page.locator('room-call foyer-door[state=lit]').click();
    await page.getByRole('alert').getByText('Nobody waits for this room now.').waitFor();
    await page.getByRole('button', { name: 'OK', exact: true }).click();
    await expect.poll(() => page.getByRole('alert').getByText('Nobody waits').count()).toBe(0);
  });

  it('is done by keyboard alone', async () => {
    const { page } = tablet;
    await page.locator('room-call foyer-door[state=lit]').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => bench.edge.commands.length).toBe(1);
  });

  it('gives way to opening the room', async () => {
    bench.edge.reset(aStaffView({ servicePoints: byId([aPoint(3, 'Room 3', { state: 'closed' })]) }));
    const { page } = tablet;
    await page.locator('room-call foyer-door[state=lit]').click();
    await expect.poll(sent).toEqual([{ type: 'open-service-point', servicePointId: room3 }]);
  });
});

describe('acts on a patient', () => {
  it('say who is here, call again, and put on hold for ten minutes', async () => {
    bench.edge.reset(aTypicalRoom('called'));
    const { page } = tablet;
    const ticketId = ticketOf('A043').id;
    await page.getByRole('button', { name: 'Recall', exact: true }).click();
    await page.getByRole('button', { name: 'A043 is here' }).click();
    await page.getByRole('button', { name: 'Hold', exact: true }).click();
    await page.getByRole('button', { name: /^10 min/ }).click();
    await expect.poll(sent).toEqual([
      { type: 'recall', servicePointId: room3 },
      { type: 'confirm-arrival', servicePointId: room3, ticketId },
      { type: 'hold', ticketId, until: expect.any(Number) },
    ]);
  });

  it('transfer to a room, at the front', async () => {
    const { page } = tablet;
    await page.getByRole('button', { name: 'Transfer', exact: true }).click();
    await page.getByRole('button', { name: /Laboratory 1/ }).click();
    await page.getByRole('button', { name: 'First', exact: true }).click();
    await page.locator('transfer-choice .send').click();
    await expect
      .poll(sent)
      .toEqual([
        { type: 'transfer', ticketId: ticketOf('A043').id, placement: 'front', toServicePointId: id('point', 9) },
      ]);
  });

  it('are taken back by undo, with the ticket’s last event', async () => {
    const { page } = tablet;
    await page.getByRole('button', { name: 'Undo: A043, came in' }).click();
    await expect.poll(sent).toEqual([{ type: 'undo', ticketId: ticketOf('A043').id, epoch: 1, seq: 5000 }]);
  });
});

describe('why under calling rules', () => {
  it('is asked of the edge: which rule chose, what it goes by, and who was passed over', async () => {
    const view = aRuledRoom();
    bench.edge.reset(view);
    bench.edge.explanation = aTurnExplained(view);
    const { page, complaints } = tablet;
    await page.locator('room-queue .foot').getByText('The classes take turns. By arrival').waitFor();
    await page.locator('room-call').getByRole('button', { name: 'Why', exact: true }).click();
    const why = page.locator('room-why-dialog ticket-why');
    await why.getByText('Walk-in: 1 of 4 calls.').waitFor();
    await why.getByText('15 of these minutes because of their needs.').waitFor();
    await why.getByText('another class has its turn').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('room-queue .open').filter({ hasText: '015' }).click();
    await page.getByRole('button', { name: 'Why is it here?' }).click();
    await page.locator('room-ticket-dialog ticket-why').getByText('Place 1 of 17 in Room 3.').waitFor();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await expect.poll(() => page.locator('room-ticket-dialog').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

describe('a chosen ticket', () => {
  it('is called with a reason, and not without one', async () => {
    const { page } = tablet;
    await page.locator('room-queue .open').filter({ hasText: '014' }).click();
    await page.getByText('Wait from now: 5 to 15 minutes').waitFor();
    await page.getByRole('button', { name: 'Call this one' }).click();
    const call = page.getByRole('button', { name: 'Call R014' });
    expect(await call.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Feels unwell' }).click();
    await call.click();
    await expect.poll(sent).toEqual([
      {
        type: 'call-ticket',
        servicePointId: room3,
        ticketId: ticketOf('R014').id,
        reason: 'Feels unwell',
        finishCurrent: true,
      },
    ]);
  });

  it('changes class with a reason in one’s own words', async () => {
    const { page } = tablet;
    await page.locator('room-queue .open').filter({ hasText: '015' }).click();
    await page.getByRole('button', { name: 'Change class' }).click();
    await page.getByRole('button', { name: 'Priority', exact: true }).click();
    await page.getByLabel('Reason, in your own words').fill('Dizzy since noon');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(sent)
      .toEqual([
        { type: 'set-priority', ticketId: ticketOf('R015').id, priorityClass: 'priority', reason: 'Dizzy since noon' },
      ]);
  });

  it('comes back from hold by one touch', async () => {
    const { page } = tablet;
    await page.getByRole('button', { name: 'On hold 2' }).click();
    await page.getByRole('button', { name: 'Back in the queue A040' }).click();
    await expect.poll(sent).toEqual([{ type: 'resume', ticketId: ticketOf('A040').id }]);
  });
});

describe('running late', () => {
  it('is said of the room by two touches, shown while it lasts, and ended by one', async () => {
    const { page, complaints } = tablet;
    await page.getByRole('button', { name: 'Room open' }).click();
    await page.getByRole('button', { name: 'Running late' }).click();
    const choice = page.locator('room-late-dialog');
    await choice.getByRole('button', { name: 'About 40 minutes' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await choice.getByRole('button', { name: 'Room 5' }).count()).toBe(0);
    await choice.getByRole('button', { name: 'About 40 minutes' }).click();
    await expect.poll(sent).toEqual([{ type: 'announce-delay', servicePointId: room3, minutes: 40 }]);
    const delay = {
      id: room3,
      minutes: 40,
      staffName: 'Amira Haddad',
      serviceIds: [],
      servicePointId: room3,
      atServicePointId: room3,
    };
    bench.edge.change({ ...bench.edge.view, delays: { [room3]: delay } });
    await page.getByText('Amira Haddad is running about 40 minutes late.').click();
    await page.getByRole('button', { name: 'On time again' }).click();
    await expect.poll(() => sent().at(-1)).toEqual({ type: 'announce-delay', servicePointId: room3, minutes: 0 });
    expect(complaints).toEqual([]);
  });

  it('is said of any room by the desk', async () => {
    const { page } = tablet;
    const { me } = aTypicalRoom();
    bench.edge.reset({ ...aTypicalRoom(), me: { ...me, roles: ['nurse', 'reception'] } });
    await page.evaluate(() => (location.hash = 'room'));
    await page.getByRole('button', { name: 'Room open' }).click();
    await page.getByRole('button', { name: 'Running late' }).click();
    await page.locator('room-late-dialog').getByRole('button', { name: 'Room 5' }).click();
    await page.locator('room-late-dialog').getByRole('button', { name: 'About 20 minutes' }).click();
    await expect.poll(sent).toEqual([{ type: 'announce-delay', servicePointId: id('point', 5), minutes: 20 }]);
  });
});

describe('after a power cut', () => {
  it('asks whether who was here is still, calls nobody before, and goes on with the answer', async () => {
    const { page, complaints } = tablet;
    bench.edge.reset(anAskedRoom('called'));
    await page.getByText('A043: still with you?').waitFor();
    const door = page.locator('room-call foyer-door');
    expect(await door.evaluate((it) => (it as HTMLButtonElement).disabled)).toBe(true);
    expect(await page.getByRole('button', { name: 'Recall' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Yes, still here' }).click();
    const ticketId = ticketOf('A043').id;
    await expect.poll(sent).toEqual([{ type: 'confirm-still-here', servicePointId: room3, ticketId }]);
    bench.edge.change(aTypicalRoom('called'));
    await page.getByRole('button', { name: 'Recall' }).waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('a lost line', () => {
  it('darkens the door, keeps an act with a dashed frame, and sends it once when the line is back', async () => {
    bench.edge.answer = () => undefined;
    const { page } = tablet;
    await page.getByRole('button', { name: 'Finish', exact: true }).click();
    await expect.poll(() => bench.edge.commands.length).toBe(1);
    bench.edge.hangUp();
    await page.getByText(/No connection since/).waitFor();
    await page.getByText('Finish A043, touched').waitFor();
    expect(await page.locator('room-call foyer-door').getAttribute('state')).toBe('hollow');
    expect(await page.locator('room-page foyer-floor[broken]').count()).toBe(1);
    expect(await page.locator('act-button .pending').count()).toBe(1);
    bench.edge.answer = () => accepted();
    bench.edge.pickUp();
    await page.locator('room-call foyer-door[state=lit]').waitFor();
    await expect.poll(() => page.locator('act-button .pending').count()).toBe(0);
    expect(sent()).toEqual([{ type: 'finish-service', servicePointId: room3, ticketId: ticketOf('A043').id }]);
  });
});

describe('alarms', () => {
  it('sound and stay until somebody takes them', async () => {
    const { page } = tablet;
    bench.edge.change({ ...bench.edge.view, help: aFullRoom().help });
    await page.getByText('Emergency: Kiosk 1').waitFor();
    await page.locator('staff-app[data-alarm=emergency]').waitFor();
    await page.getByRole('button', { name: 'I am coming' }).first().click();
    await expect.poll(sent).toEqual([{ type: 'acknowledge-help', helpId: id('help', 1) }]);
    bench.edge.change({ ...bench.edge.view, help: {} });
    await page.locator('staff-app[data-alarm=silent]').waitFor();
  });

  it('say which display is down, with the calls to say aloud', async () => {
    bench.edge.reset(aFullRoom());
    const { page } = tablet;
    await page.getByText('Display 2 is down: call numbers aloud.').click();
    await page.getByRole('button', { name: 'I am calling aloud' }).click();
    await expect.poll(() => page.getByText('Display 2 is down').count()).toBe(0);
  });
});

describe('a family', () => {
  const ofFamily = () => tablet.page.getByRole('button', { name: /family/ });

  it('is shown with its numbers, and called as a whole in one touch', async () => {
    bench.edge.reset(aFamilyRoom());
    await tablet.page.getByText('Someone came for the patient').waitFor();
    await tablet.page.getByText('Interpreter, Spanish, not booked').waitFor();
    await ofFamily().click();
    await expect
      .poll(() => sent())
      .toEqual([{ type: 'call-next', servicePointId: room3, finishCurrent: true, withParty: true }]);
  });

  it('of which one is inside comes in next out of turn, with the reason', async () => {
    bench.edge.reset(aFamilyRoom('inside'));
    await tablet.page.getByText('3 more of this family').waitFor();
    // The door rests for a moment after the call before.
    await expect.poll(() => ofFamily().isEnabled(), { timeout: 10_000 }).toBe(true);
    await ofFamily().click();
    const { id: ticketId } = ticketOf('A060');
    const reason = 'Next of the family';
    await expect
      .poll(() => sent())
      .toEqual([{ type: 'call-ticket', servicePointId: room3, ticketId, reason, finishCurrent: true }]);
  });
});
