import type { IdentificationAnswer, KnownDetails } from '@foyer/contracts/http-api.ts';
import type { CommandBody, Sent } from '@foyer/ui-kit/connection/commands.ts';
import { describe, expect, it } from 'vitest';
import type { Clinic } from './clinic.ts';
import { Attendant } from './attendant.ts';

const accepted = (result: object): Sent => ({ ok: true, epoch: 1, seq: 1, result: { ...result }, status: 200 });
const known: KnownDetails = { phoneEnd: '41', language: 'es', needs: ['hearing'] };
const returning = { identificationId: 'i1', matched: true, appointments: [], known } as IdentificationAnswer;

/** Every number is the next. */
function aKiosk(identify: IdentificationAnswer = returning) {
  const sent: CommandBody[] = [];
  const ended = { count: 0 };
  const clinic: Clinic = {
    view: { clinic: {}, deskServiceId: 'desk', services: {} } as Clinic['view'],
    serverNow: () => Date.UTC(2026, 10, 22, 10),
    silent: false,
    identify: async () => ({ ok: true, value: identify }),
    forms: async () => ({ ok: true, value: { consents: [], questionnaires: [] } }),
    async send(command) {
      sent.push(command);
      return accepted({ ticket: { id: `t${sent.length}`, number: `A00${sent.length}`, serviceId: 'nurse' } });
    },
    knows: () => undefined,
    async endSession() {
      ended.count += 1;
    },
  };
  const attendant = new Attendant(
    clinic,
    () => 'es',
    () => undefined,
  );
  return { attendant, sent, ended };
}

describe('somebody who is here for someone else', () => {
  it('says so once, and the number says it', async () => {
    const { attendant, sent } = aKiosk();
    await attendant.handle({ act: 'tell', told: { onBehalf: true }, next: { page: 'identify' } });
    await attendant.handle({ act: 'take-number', serviceId: 'nurse' });
    expect(sent).toEqual([{ type: 'issue-ticket', serviceId: 'nurse', language: 'es', onBehalf: true }]);
  });
  it('and only comes to fetch has a number for the desk', async () => {
    const { attendant, sent } = aKiosk();
    await attendant.handle({ act: 'go', screen: { page: 'something-else' } });
    await attendant.handle({ act: 'desk-number', onBehalf: true });
    expect(sent).toMatchObject([{ type: 'issue-ticket', serviceId: 'desk', onBehalf: true }]);
  });
  it('is forgotten with the session, and on the way back to its beginning', async () => {
    const { attendant, sent } = aKiosk();
    await attendant.handle({ act: 'tell', told: { onBehalf: true, needs: ['sight'] }, next: { page: 'services' } });
    await attendant.handle({ act: 'back' });
    await attendant.handle({ act: 'take-number', serviceId: 'nurse' });
    expect(sent).toEqual([{ type: 'issue-ticket', serviceId: 'nurse', language: 'es' }]);
  });
});

describe('another person of the family', () => {
  it('joins the number before, and finds nothing of the first person', async () => {
    const { attendant, sent, ended } = aKiosk();
    await attendant.handle({ act: 'identify', by: { qr: 'card' } });
    await attendant.handle({ act: 'tell', told: { onBehalf: true, needs: ['infant'] } });
    await attendant.handle({ act: 'take-number', serviceId: 'nurse' });
    await attendant.handle({ act: 'another' });
    expect(attendant.journey.screens).toEqual([{ page: 'idle' }, { page: 'identify' }]);
    expect(ended.count).toBe(1);
    await attendant.handle({ act: 'take-number', serviceId: 'nurse' });
    expect(sent.at(-1)).toEqual({ type: 'issue-ticket', serviceId: 'nurse', language: 'es', partyOf: 't1' });
  });
  it('still joins it after "Not me"', async () => {
    const appointment = { id: 'a1', serviceId: 'nurse', time: '10:40', at: 0, initials: 'M. O.', checkedIn: false };
    const { attendant, sent } = aKiosk({ ...returning, appointments: [appointment] } as IdentificationAnswer);
    await attendant.handle({ act: 'take-number', serviceId: 'nurse' });
    await attendant.handle({ act: 'another' });
    await attendant.scanned({ format: 'qr', text: 'of somebody else' });
    await attendant.handle({ act: 'not-me' });
    await attendant.handle({ act: 'take-number', serviceId: 'nurse' });
    expect(sent.at(-1)).toMatchObject({ type: 'issue-ticket', partyOf: 't1' });
  });
  it('is nobody’s any more once the screen was wiped', async () => {
    const { attendant, sent } = aKiosk();
    await attendant.handle({ act: 'take-number', serviceId: 'nurse' });
    await attendant.handle({ act: 'another' });
    attendant.wipe();
    await attendant.handle({ act: 'take-number', serviceId: 'nurse' });
    expect(sent.at(-1)).not.toHaveProperty('partyOf');
  });
});

describe('somebody who is known and has no appointment today', () => {
  it('is asked whether what is written still holds', async () => {
    const { attendant } = aKiosk();
    await attendant.scanned({ format: 'qr', text: '9434765919' });
    expect(attendant.screen).toEqual({ page: 'returning', identificationId: 'i1', known });
  });
  it('puts it right in this session alone, and sees what the clinic took', async () => {
    const { attendant, sent } = aKiosk();
    await attendant.scanned({ format: 'qr', text: '9434765919' });
    await attendant.handle({ act: 'correct', changed: { phone: '600999888' } });
    expect(sent).toEqual([{ type: 'update-patient', identificationId: 'i1', patient: { phone: '600999888' } }]);
    expect(attendant.screen).toMatchObject({ page: 'returning', known: { phoneEnd: '88', language: 'es' } });
  });
  it('comes back from the pictures of needs to the question, and the language goes with the number', async () => {
    const { attendant, sent } = aKiosk();
    await attendant.scanned({ format: 'qr', text: '9434765919' });
    await attendant.handle({ act: 'go', screen: { page: 'needs', known } });
    const needs = ['interpreter' as const];
    await attendant.handle({ act: 'correct', changed: { needs }, told: { needs, interpreterLanguage: 'ar' } });
    expect(attendant.screen).toMatchObject({ page: 'returning', known: { needs } });
    await attendant.handle({ act: 'tell', told: { needs }, next: { page: 'services', identificationId: 'i1' } });
    await attendant.handle({ act: 'take-number', serviceId: 'nurse', identificationId: 'i1' });
    expect(sent.at(-1)).toMatchObject({ type: 'issue-ticket', needs, interpreterLanguage: 'ar' });
  });
});
