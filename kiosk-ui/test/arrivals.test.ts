// A patient's ways to a number, in a real browser: by code, by passport, by birth date, without an appointment, as a new
// patient, and past every kind of refusal.

import { seriousFaults } from '@foyer/ui-kit/testing/chromium.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { accepted, anAppointment, aTicket, aView } from './a-clinic.ts';
import { arrivals } from './every-arrival.ts';
import { KioskBench } from './kiosk.ts';

// Whole walks through a real browser, on machines that do other things as well.
vi.setConfig({ testTimeout: 90_000 });

const bench = new KioskBench();
beforeAll(() => bench.start());
afterEach(() => bench.closeKiosks());
afterAll(() => bench.stop());

describe('a booked patient', () => {
  it('has a ticket with one scan, and may say "Not me"', async () => {
    const { page, edge, shows, text } = await bench.open();
    edge.scan('FOYER1.code');
    await shows('ticket-page');
    edge.change((view) => ({
      ...view,
      issued: { t1: { ahead: 6, state: 'waiting' } },
      prints: { j: { jobId: 'j', ticketId: 't1', state: 'printed' } },
    }));
    await page.getByText('Your ticket is below.').waitFor();
    expect(await text()).toMatch(/M\. O\.[\s\S]*10:40[\s\S]*6 people ahead of you[\s\S]*Waiting area 2/);
    expect(
      await page.locator('foyer-number').evaluate((number) => (number as HTMLElement & { value: string }).value),
    ).toBe('A047');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /Not me/ }).click();
    await shows('identify-page');
    expect(edge.commands.map(({ type }) => type)).toEqual(['check-in', 'undo-check-in']);
    expect(await text()).toContain('That number is gone.');
  });

  it('keeps the number on the screen with its QR when printing fails', async () => {
    const { page, edge, shows } = await bench.open();
    edge.scan('FOYER1.code');
    await shows('ticket-page');
    edge.change((view) => ({
      ...view,
      prints: { j: { jobId: 'j', ticketId: 't1', state: 'failed', code: 'paper-out' } },
    }));
    await page.getByText('No paper ticket.').waitFor();
    await page.getByRole('img', { name: 'Code of your page' }).waitFor();
    await page.getByRole('button', { name: 'I have my number' }).click();
    await shows('idle-page');
  });

  it('is welcomed back with the ticket in hand, after stepping out', async () => {
    const { page, edge, shows, complaints } = await bench.open();
    edge.clinic.command = () => accepted({ ticket: aTicket() });
    edge.scan('http://192.0.2.7:8090/t/AAAAAAAAAAAAAAAAAAAAAA');
    await shows('ticket-page');
    await page.getByText('Welcome back.').waitFor();
    expect(edge.commands.map(({ type }) => type)).toEqual(['come-back']);
    expect(await seriousFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('is scanned by a reader that types, passports included', async () => {
    const { page, edge, shows } = await bench.open();
    await page.evaluate((lines) => {
      // In one go, as fast as a reader types, however busy this machine is.
      for (const key of lines) dispatchEvent(new KeyboardEvent('keydown', { key: key === '\n' ? 'Enter' : key }));
    }, 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\n');
    await shows('ticket-page');
    expect(edge.identifications).toEqual([
      {
        document: {
          format: 'mrz',
          text: 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
        },
      },
    ]);
  });

  it('is found by birth date, one of six times and two initials', async () => {
    const { page, edge, door, shows, complaints } = await bench.open();
    await door('idle-page');
    await shows('identify-page');
    expect(await seriousFaults(page)).toEqual([]);
    await door('identify-page', 2);
    for (const digit of '14031958') await page.getByRole('button', { name: digit, exact: true }).click();
    await page.getByText('March').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Next' }).click();
    await shows('confirm-page');
    expect(await page.locator('confirm-page foyer-door').count()).toBe(6);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '10:40' }).click();
    await page.getByRole('button', { name: 'M', exact: true }).click();
    await page.getByRole('button', { name: 'O', exact: true }).click();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Next' }).click();
    await shows('ticket-page');
    expect(edge.identifications).toEqual([
      { birthDate: '1958-03-14' },
      { identificationId: 'i1', initials: 'M. O.', time: '10:40' },
    ]);
    expect(complaints).toEqual([]);
  });

  it('is found by the end of a phone number when the time is not known', async () => {
    const { page, edge, door, shows } = await bench.open();
    await door('idle-page');
    await door('identify-page', 2);
    for (const digit of '14031958') await page.getByRole('button', { name: digit, exact: true }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: /I do not know the time/ }).click();
    for (const digit of '4141') await page.getByRole('button', { name: digit, exact: true }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await shows('ticket-page');
    expect(edge.identifications.at(-1)).toEqual({ identificationId: 'i1', phoneLast4: '4141' });
  });

  it('hears about being late, and gets the number all the same', async () => {
    const late = { ...anAppointment, at: anAppointment.at - 38 * 60_000, time: '10:02' };
    const { page, edge, shows } = await bench.open({
      identify: () => ({ identificationId: 'i1', matched: true, appointments: [late] }),
    });
    edge.scan('FOYER1.code');
    await shows('ticket-page');
    await page.getByText('You are 20 minutes late. We will see you today; the wait is longer.').waitFor();
  });

  it('hears who runs late whom the number waits for, and of nobody else', async () => {
    const delays = {
      a: { id: 'a', minutes: 40, staffName: 'Dr Lim', serviceIds: ['nurse'] },
      b: { id: 'b', minutes: 60, staffName: 'Dr Ortega', serviceIds: ['blood'] },
    };
    const { page, edge, shows } = await bench.open({ view: aView({ delays }) });
    edge.scan('FOYER1.code');
    await shows('ticket-page');
    await page.locator('ticket-page').getByText('Dr Lim is running about 40 minutes late.').waitFor();
    expect(await page.locator('ticket-page').getByText('Dr Ortega').count()).toBe(0);
  });

  it('who checked in before hears the number and how many are ahead, and has it printed again', async () => {
    const { page, edge, door, shows } = await bench.open({ identify: () => arrivals.already });
    edge.scan('FOYER1.code');
    await shows('already-page');
    await page.getByText('You are A047, 4 ahead.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await door('already-page');
    await page.getByText('Your ticket is being printed.').waitFor();
    await page.getByText('4 people ahead of you').waitFor();
    expect(edge.commands).toMatchObject([{ type: 'reprint-ticket', ticketId: 't1', identificationId: 'i1' }]);
    expect(await page.getByRole('button', { name: /Not me/ }).count()).toBe(0);
    edge.scan('FOYER1.next');
    await page.getByRole('button', { name: 'No, thank you' }).click();
    await shows('idle-page');
  });

  it('whose visit is by video may go home, or has a number for the desk', async () => {
    const { page, edge, door, shows } = await bench.open({ identify: () => arrivals.remote });
    edge.scan('FOYER1.code');
    await shows('remote-page');
    await page.getByText('Your visit at 10:40 is by video.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await door('remote-page');
    await shows('ticket-page');
    expect(edge.commands).toMatchObject([{ type: 'issue-ticket', serviceId: 'desk', identificationId: 'i1' }]);
  });

  it('hears that the document has expired, and how much is open only when they ask', async () => {
    const { page, edge, text } = await bench.open({ identify: () => arrivals.noted });
    edge.scan('P<', 'mrz');
    await page.getByText('Your document has expired.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await text()).not.toContain('45.00');
    await page.getByRole('button', { name: 'Show how much' }).click();
    await page.getByText('€45.00').waitFor();
  });

  it('on the wrong day has a number for the desk at once, and the right day beside it in their language', async () => {
    const { page, edge } = await bench.open({ identify: () => ({ ...arrivals.wrongDay, language: 'ar' }) });
    edge.scan('FOYER1.code');
    await page.getByText('موعدك يوم السبت، 21 نوفمبر الساعة 10:40.').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(edge.commands).toMatchObject([{ type: 'issue-ticket', serviceId: 'desk', identificationId: 'i1' }]);
  });

  it('of another clinic is shown the way there, and may take a number for the desk', async () => {
    const { page, edge, door, shows, text, complaints } = await bench.open({ identify: () => arrivals.wrongClinic });
    edge.scan('FOYER1.code');
    await shows('wrong-clinic-page');
    await page.getByText('Your appointment is at Northside, 10:40 today.').waitFor();
    expect(await text()).toMatch(/41 Mill Lane[\s\S]*6 km north-east of here\.[\s\S]*985 123 456/);
    await page.getByRole('img', { name: 'Code of the way there' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await door('wrong-clinic-page', 2);
    await shows('ticket-page');
    expect(edge.commands).toMatchObject([{ type: 'issue-ticket', serviceId: 'desk' }]);
    expect(complaints).toEqual([]);
  });
});

describe('a walk-in', () => {
  it('has a number with two presses and types nothing', async () => {
    const { page, edge, door, shows, complaints } = await bench.open();
    await door('idle-page', 1);
    await shows('services-page');
    expect(await page.locator('services-page foyer-door').count()).toBe(4);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /Blood test/ }).click();
    await shows('ticket-page');
    expect(edge.commands).toMatchObject([{ type: 'issue-ticket', serviceId: 'blood', language: 'en' }]);
    expect(complaints).toEqual([]);
  });

  it('who is new registers in at most five fields, any of them skipped', async () => {
    const { page, edge, door, shows } = await bench.open();
    await door('idle-page', 1);
    await page.getByRole('button', { name: /I am new here/ }).click();
    for (const key of 'OKAFOR') await page.getByRole('button', { name: key, exact: true }).click();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('What is your given name?').waitFor();
    await page.getByRole('button', { name: /Skip this/ }).click();
    await page.getByText('3 of 5.').waitFor();
    for (const digit of '14031958') await page.getByRole('button', { name: digit, exact: true }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Female' }).click();
    for (const digit of '600123456') await page.getByRole('button', { name: digit, exact: true }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('Thank you. We know who you are.').waitFor();
    await door('services-page');
    await shows('ticket-page');
    expect(edge.commands).toMatchObject([
      {
        type: 'register-patient',
        patient: {
          name: { family: 'Okafor' },
          birthDate: '1958-03-14',
          gender: 'female',
          phone: '600123456',
          language: 'en',
        },
      },
      { type: 'issue-ticket', serviceId: 'nurse', identificationId: 'i2' },
    ]);
  });

  it('who skips every field gets the number too, and nobody is registered', async () => {
    const { page, edge, door, shows } = await bench.open();
    await door('idle-page', 1);
    await page.getByRole('button', { name: /I am new here/ }).click();
    for (let field = 0; field < 5; field += 1) await page.getByRole('button', { name: /Skip this/ }).click();
    await shows('services-page');
    await door('services-page');
    await shows('ticket-page');
    expect(edge.commands.map(({ type }) => type)).toEqual(['issue-ticket']);
  });
});

describe('a refusal', () => {
  it('never ends the way: nobody found gives a number for the desk', async () => {
    const { page, edge, door, shows, text } = await bench.open({
      identify: () => ({ identificationId: 'i1', matched: false, askDesk: true }),
    });
    edge.scan('FOYER1.code');
    await shows('refusal-page');
    expect(await text()).toContain('We did not find your appointment.');
    expect(await seriousFaults(page)).toEqual([]);
    await door('refusal-page');
    await shows('ticket-page');
    expect(edge.commands).toMatchObject([{ type: 'issue-ticket', serviceId: 'desk' }]);
  });

  it('says what a code is for that opens nothing here', async () => {
    const { page, edge } = await bench.open();
    const codes = [
      ['code-of-another-clinic', { clinicName: 'Northside' }, 'Your appointment is at Northside.'],
      ['code-of-another-clinic', {}, 'Your appointment is at another clinic.'],
      ['code-invalid', {}, 'This code does not open an appointment here.'],
    ] as const;
    for (const [code, facts, sentence] of codes) {
      edge.clinic.identify = () => ({ identificationId: 'i1', matched: false, askDesk: true, reason: code });
      edge.clinic.command = () => ({ ok: false, refusal: { code, ...facts }, status: 409 });
      edge.scan(`FOYER1.${sentence}`);
      await page.getByText(sentence).waitFor();
    }
  });
});
