import { describe, expect, it } from 'vitest';
import { languages, type Language } from '@foyer/contracts/languages.ts';
import type { WaitView } from '@foyer/contracts/wait-view.ts';
import { aClinic, consultation, laboratory, room1 } from '../testing/a-clinic.ts';
import { aState, aTicket, stateAt } from '../testing/a-state.ts';
import { receiptDocument, ticketDocument } from './documents.ts';

describe('a ticket on paper', () => {
  it('says in the patient’s language where to wait, how many are ahead and where the page is', () => {
    const ticket = aTicket('2', { language: 'es', appointmentAt: stateAt });
    expect(ticketDocument(ticket, aState({ tickets: [aTicket('1'), ticket] }), 'M. O.')).toEqual({
      language: 'es',
      direction: 'ltr',
      clinicName: 'Northside Clinic',
      number: 'A002',
      serviceName: 'Consulta',
      initials: 'M. O.',
      appointmentTime: '10:00',
      ahead: '1 persona delante de usted',
      place: { heading: 'Diríjase a', name: 'Sala de espera 1' },
      qr: 'http://phone.example/t/public-of-2',
      qrHint: 'Siga su turno en el teléfono o en la pantalla.',
      worse: '¿Se encuentra peor? Avise al personal.',
      printedAt: '24 de noviembre de 2026, 10:00',
      printedBy: 'Kiosk 1',
    });
  });

  it('says how long the wait is, and from when', () => {
    const ticket = aTicket('1');
    const said = (wait: WaitView, language: Language = 'en') =>
      ticketDocument({ ...ticket, language }, aState({ tickets: [ticket] }), undefined, wait).wait;
    expect(said({ fromMinutes: 20, untilMinutes: 35 })).toEqual({
      heading: 'Your wait, from 10:00',
      words: '20 to 35 minutes',
      fromMinutes: 20,
      toMinutes: 35,
      nowLabel: 'now',
      minutesUnit: 'min',
    });
    expect(said({ fromMinutes: 5, untilMinutes: 10, planned: true }, 'ar')).toMatchObject({
      heading: 'انتظارك المخطط له، من الساعة 10:00',
      words: 'من 5 إلى 10 دقائق',
    });
    expect(said({ fromMinutes: 90 })).toMatchObject({
      words: 'more than 90 minutes',
      toMinutes: 120,
    });
    expect(said({ stopped: 'closed' })).toBeUndefined();
  });

  it('names the services of a visit with more than one step, from where it stands', () => {
    const step = (id: string, serviceId: string, state: 'done' | 'here' | 'ahead') => ({
      id,
      serviceId,
      after: [],
      state,
    });
    const visited = (...steps: ReturnType<typeof step>[]) => {
      const ticket = aTicket('1', { language: 'es', standing: { journey: { steps } } });
      return ticketDocument(ticket, aState({ tickets: [ticket] }), undefined);
    };
    const [here, ahead] = [step('a', consultation, 'here'), step('b', laboratory, 'ahead')];
    expect(visited(here, ahead).visit).toBe('Su visita: Consulta, Laboratorio');
    expect(visited({ ...here, state: 'done' }, { ...ahead, state: 'here' }).visit).toBe('Su visita: Laboratorio');
    expect(visited(here)).not.toHaveProperty('visit');
  });

  it('has no code where no phone could reach its page', () => {
    const ticket = aTicket('1');
    const document = ticketDocument(
      ticket,
      aState({ tickets: [ticket], changes: { ticketUrl: undefined } }),
      undefined,
    );
    expect(document).not.toHaveProperty('qr');
    expect(document).not.toHaveProperty('initials');
  });

  it.each(languages)('has Latin digits and its own direction in %s', (language) => {
    const ticket = aTicket('1', { language });
    const document = ticketDocument(ticket, aState({ tickets: [ticket] }), undefined);
    expect(document.direction).toBe(language === 'ar' ? 'rtl' : 'ltr');
    expect(document.printedAt).toContain('2026');
    expect(document.printedAt.endsWith(', 10:00')).toBe(true);
  });

  it('never hands control characters or direction overrides to the printer', () => {
    const clinic = aClinic({ name: 'North\u001b@side \u202eclinic' });
    const ticket = aTicket('1');
    const document = ticketDocument(
      ticket,
      aState({ tickets: [ticket], changes: { configuration: clinic } }),
      'M\u0007. O.',
    );
    expect(document.clinicName).toBe('North @side clinic');
    expect(document.initials).toBe('M . O.');
  });
});

describe('a receipt on paper', () => {
  const state = (currency: string, amountMinor: number, tenderedMinor: number) => {
    const charge = {
      id: 'c',
      ticketId: '1',
      serviceId: consultation,
      patientId: null,
      amountMinor,
      currency,
      at: stateAt,
      paymentId: 'p',
    };
    const payment = {
      id: 'p',
      tillId: 't',
      chargeIds: ['c'],
      means: 'cash',
      amountMinor,
      tenderedMinor,
      changeMinor: tenderedMinor - amountMinor,
      currency,
      receiptNumber: 'NORTH-1-7',
      receiptOrdinal: 7,
      at: stateAt,
      printed: false,
    } as const;
    const billing = {
      tills: new Map(),
      charges: new Map([['c', charge]]),
      payments: new Map([['p', payment]]),
      series: new Map(),
    };
    const clinic = aState({ tickets: [aTicket('1', { standing: { servicePointId: room1 } })], changes: { billing } });
    return receiptDocument(payment, clinic);
  };

  it('shows what was charged, given and handed back', () => {
    expect(state('EUR', 4_500, 5_000)).toMatchObject({
      title: 'Receipt',
      number: 'NORTH-1-7',
      ticketNumber: 'A001',
      lines: [{ label: 'Consultation', amount: '€45.00' }],
      total: { label: 'Total', amount: '€45.00' },
      payment: [
        { label: 'Cash', amount: '€50.00' },
        { label: 'Change', amount: '€5.00' },
      ],
    });
  });

  it('knows that not every currency has two digits', () => {
    expect(state('JPY', 4_500, 4_500).total.amount).toMatch(/4,500$/);
    expect(state('KWD', 4_500, 4_500).payment).toEqual([
      { label: 'Cash', amount: expect.stringContaining('4.500') as string },
    ]);
  });
});
