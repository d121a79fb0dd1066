// Every way to a number without sight: the screen is dark, only keys are pressed, and each sentence is one that was heard.
// A choice is made by the digit that was offered for it.

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { accepted, anAppointment, aTicket, NOW } from './a-clinic.ts';
import type { ScriptedClinic } from './fake-edge.ts';
import { Keypad } from './keypad.ts';
import { KioskBench, type Kiosk } from './kiosk.ts';

vi.setConfig({ testTimeout: 90_000 });

const bench = new KioskBench();
beforeAll(() => bench.start());
afterEach(() => bench.closeKiosks());
afterAll(() => bench.stop());

type Step =
  | { readonly choose: string }
  | { readonly press: string }
  | { readonly type: string }
  | { readonly scan: string }
  | { readonly hears: string };

interface Flow {
  readonly name: string;
  readonly clinic?: Partial<ScriptedClinic>;
  readonly steps: readonly Step[];
  readonly sent: readonly object[];
}

const aPatient = (appointment: object): Pick<ScriptedClinic, 'identify'> => ({
  identify: () => ({ identificationId: 'i1', matched: true, appointments: [{ ...anAppointment, ...appointment }] }),
});
const birthDate: readonly Step[] = [
  { choose: 'Type my birth date' },
  { hears: 'When were you born?' },
  { hears: 'Type two digits for the day, two for the month and four for the year.' },
  { type: '1403196' },
  { press: '2' },
  { hears: '14 March 1962. Is that right? Then press the hash key. To change it, press the star key.' },
  { press: '#' },
  { hears: 'One moment. We are looking.' },
  { hears: 'What time is your appointment?' },
];

const flows: readonly Flow[] = [
  {
    name: 'a walk-in has a number',
    steps: [
      { choose: 'I have no appointment' },
      { hears: 'What have you come for?' },
      { hears: 'For Nurse, press 1. 6 people wait.' },
      { choose: 'Blood test' },
      { hears: 'Your number A 0 4 7.' },
      { hears: 'Waiting area 2.' },
    ],
    sent: [{ type: 'issue-ticket', serviceId: 'blood' }],
  },
  {
    name: 'who is booked is found by birth date, time and initials',
    steps: [
      { choose: 'Check in' },
      { hears: 'How shall we find you?' },
      ...birthDate,
      { choose: '10:40' },
      { hears: 'Your initials.' },
      { hears: 'Type letters with the digits: 2 once is A, twice is B. Then press the hash key.' },
      { press: '6' },
      { hears: 'M.' },
      { press: '8' },
      { hears: 'T.' },
      { press: '*' },
      { hears: 'Deleted. Left: M.' },
      { press: '2' },
      { hears: 'A.' },
      { press: '#' },
      { hears: 'M A. Is that right? Then press the hash key. To change it, press the star key.' },
      { press: '#' },
      { hears: 'Your number A 0 4 7.' },
    ],
    sent: [{ type: 'check-in', appointmentId: 'a1' }],
  },
  {
    name: 'who does not know the time is found by the end of the phone number, said back first',
    steps: [
      { choose: 'Check in' },
      ...birthDate,
      { choose: 'I do not know the time' },
      { hears: 'The last 4 digits of your phone.' },
      { type: '414' },
      { press: '#' },
      { hears: 'This is not complete yet: 4 1 4.' },
      { type: '1' },
      { press: '#' },
      { hears: '4 1 4 1. Is that right? Then press the hash key. To change it, press the star key.' },
      { press: '#' },
      { hears: 'Your number A 0 4 7.' },
    ],
    sent: [{ type: 'check-in', appointmentId: 'a1' }],
  },
  {
    name: 'a new patient types a name with digits, and skips what is liked',
    steps: [
      { choose: 'I have no appointment' },
      { choose: 'I am new here' },
      { hears: 'What is your family name?' },
      { press: '8' },
      { hears: 'T.' },
      { press: '2' },
      { hears: 'A.' },
      { press: '5' },
      { hears: 'J.' },
      { press: '#' },
      { hears: 'T A J. Is that right? Then press the hash key. To change it, press the star key.' },
      { press: '#' },
      { hears: 'What is your given name?' },
      { press: '#' },
      { choose: 'Skip this' },
      { hears: 'When were you born?' },
      { press: '#' },
      { choose: 'Skip this' },
      { hears: 'Which is on your documents?' },
      { choose: 'Female' },
      { hears: 'What is your phone number?' },
      { type: '600123' },
      { press: '#' },
      { hears: '6 0 0 1 2 3. Is that right? Then press the hash key. To change it, press the star key.' },
      { press: '#' },
      { hears: 'What have you come for?' },
      { choose: 'Nurse' },
      { hears: 'Your number A 0 4 7.' },
    ],
    sent: [
      { type: 'register-patient', patient: { name: { family: 'Taj' }, gender: 'female', phone: '600123' } },
      { type: 'issue-ticket', serviceId: 'nurse', identificationId: 'i2' },
    ],
  },
  {
    name: 'who scans and is late hears the number and that they will be seen',
    clinic: aPatient({ at: anAppointment.at - 38 * 60_000, time: '10:02' }),
    steps: [
      { scan: 'FOYER1.code' },
      { hears: 'Your number A 0 4 7.' },
      { hears: 'You are 20 minutes late. We will see you today; the wait is longer.' },
    ],
    sent: [{ type: 'check-in' }],
  },
  {
    name: 'who scans and is early hears when to come back',
    clinic: aPatient({ at: NOW + 158 * 60_000, time: '13:00' }),
    steps: [
      { scan: 'FOYER1.code' },
      { hears: 'Your time is 13:00. Your number is safe: wait here, or come back from 12:30.' },
    ],
    sent: [{ type: 'check-in' }],
  },
  {
    name: 'who checked in before hears the same number',
    clinic: { command: () => accepted({ ticket: aTicket(), alreadyCheckedIn: true }) },
    steps: [{ scan: 'FOYER1.code' }, { hears: 'You are already checked in.' }],
    sent: [{ type: 'check-in' }],
  },
  {
    name: 'who is not found hears so, and has a number for the desk',
    clinic: { identify: () => ({ identificationId: 'i1', matched: false, askDesk: true }) },
    steps: [
      { scan: 'FOYER1.code' },
      { hears: 'We did not find your appointment.' },
      { choose: 'Number for the desk' },
      { hears: 'Your number A 0 4 7.' },
    ],
    sent: [{ type: 'issue-ticket', serviceId: 'desk' }],
  },
];

describe('with a keypad and headphones, the screen dark', () => {
  it.each(flows)('$name', async ({ clinic, steps, sent }) => {
    const kiosk = await bench.open(clinic);
    const keys = await beginDark(kiosk);
    for (const step of steps) {
      if ('choose' in step) await keys.choose(step.choose);
      else if ('press' in step) await keys.press(step.press);
      else if ('type' in step) await keys.type(step.type);
      else if ('hears' in step) await keys.hears(step.hears);
      else {
        await keys.nothingYet();
        kiosk.edge.scan(step.scan);
      }
    }
    expect(kiosk.edge.commands).toMatchObject(sent);
    expect(await kiosk.page.locator('kiosk-curtain').count()).toBe(1);
    expect(kiosk.complaints).toEqual([]);
  });

  it('tells at once what changes: help that comes, the ticket that is printed, the building that is left', async () => {
    const { page, edge, ...kiosk } = await bench.open();
    const keys = await beginDark({ page, edge, ...kiosk });
    await keys.choose('I have no appointment');
    await keys.choose('Nurse');
    await keys.hears('Your number A 0 4 7.');
    edge.change((view) => ({ ...view, prints: { j: { jobId: 'j', ticketId: 't1', state: 'printed' } } }));
    await keys.hears('Your ticket is below. Please take it.');
    await keys.hear('9', 'We are calling someone.');
    edge.change((view) => ({
      ...view,
      help: { h1: { id: 'h1', kind: 'assistance', at: NOW, from: 'Kiosk 1', state: 'acknowledged' } },
    }));
    await keys.hears('Someone is coming.');
    await keys.choose('Go on here');
    await keys.hears('Your number A 0 4 7.');
    edge.change((view) => ({ ...view, evacuation: { startedAt: NOW, meetingPoint: { en: 'the car park' } } }));
    await keys.hears('Leave now.');
    await keys.hears('Meeting point: the car park.');
    expect(await page.locator('kiosk-curtain').count()).toBe(0);
  });

  it('says that the clinic is closed, and keeps help', async () => {
    const kiosk = await bench.open();
    const keys = new Keypad(kiosk.page);
    await keys.listen();
    kiosk.edge.change((view) => ({ ...view, clinic: { ...view.clinic, dayClosed: true } }));
    await kiosk.shows('closed-page');
    await keys.hear('#', 'We are closed.');
    await keys.hears('Nobody is at the desk now.');
    await keys.choose('I need help');
    await keys.hears('We are calling someone.');
  });

  it.each([
    {
      code: 'ar',
      own: 'العربية',
      said: ['ما سبب الزيارة؟', 'رقمك A 0 4 7.'],
      walkIn: 'ليس لدي موعد',
      nurse: 'التمريض',
    },
    { code: 'zh', own: '中文', said: ['您来办理什么？', '您的号码 A 0 4 7。'], walkIn: '我没有预约', nurse: '护士' },
    {
      code: 'es',
      own: 'Español',
      said: ['¿A qué viene?', 'Su número A 0 4 7.'],
      walkIn: 'No tengo cita',
      nurse: 'Enfermería',
    },
  ])('speaks the language that is chosen by key: $code', async ({ own, said, walkIn, nurse }) => {
    const kiosk = await bench.open();
    const keys = await beginDark(kiosk);
    await keys.press('8');
    await keys.choose(own);
    await keys.choose(walkIn);
    await keys.hears(said[0]!);
    await keys.choose(nurse);
    await keys.hears(said[1]!);
  });

  it('asks whether somebody is still there after 90 s, and leaves nothing to the next', async () => {
    const { page, ...kiosk } = await bench.open();
    const keys = await beginDark({ page, ...kiosk });
    await keys.choose('Check in');
    await keys.hears('How shall we find you?');
    await page.clock.install();
    await page.keyboard.press('+');
    await page.clock.runFor(200);
    await page.clock.runFor(80_000);
    expect(await page.locator('kiosk-still-there').count()).toBe(0);
    await page.clock.runFor(10_500);
    await page.clock.runFor(100);
    await keys.hears('Are you still there?');
    await page.clock.runFor(21_000);
    await kiosk.shows('idle-page');
    expect(await page.locator('kiosk-curtain, kiosk-guide-mark').count()).toBe(0);
  });

  it('is lifted by a touch, which presses nothing behind', async () => {
    const kiosk = await bench.open();
    await beginDark(kiosk);
    await kiosk.page.locator('kiosk-curtain').click({ position: { x: 300, y: 1200 } });
    await kiosk.page.locator('kiosk-curtain').waitFor({ state: 'detached' });
    expect(await kiosk.page.locator('idle-page').count()).toBe(1);
  });
});

it('says on the screen that no voice speaks here, and the keys work all the same', async () => {
  const { page, edge, shows } = await bench.open();
  await new Keypad(page).listen([]);
  await page.keyboard.press('5');
  await page.getByText('No voice for this language here. The keys work.').waitFor();
  await page.keyboard.press('2');
  await shows('services-page');
  await page.keyboard.press('1');
  await shows('ticket-page');
  expect(edge.commands).toMatchObject([{ type: 'issue-ticket', serviceId: 'nurse' }]);
});

/** Any key begins the guide; the first thing that is asked of it is a dark screen, and then the page once more. */
async function beginDark({ page }: Kiosk): Promise<Keypad> {
  const keys = new Keypad(page);
  await keys.listen();
  await keys.hear('5', 'Good morning. Welcome.');
  expect((await keys.heard())[0]).toMatch(
    /^Spoken guide\. Please wear headphones: what you type is read back to you\./,
  );
  await keys.hear('8', 'Languages and more.');
  await keys.choose('A dark screen');
  await keys.hears('The screen is dark. Nobody sees what is on it.');
  await keys.hear('0', 'Good morning. Welcome.');
  return keys;
}
