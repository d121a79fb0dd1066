/**
 * The centre, a real one on its own PostgreSQL, which lives on while the clinic is away: prices change, appointments are
 * booked and called off, details of patients are corrected, somebody new joins the staff.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { ClinicDay } from '@foyer/contracts/centre-api.ts';
import { minuteMs } from '@foyer/contracts/time.ts';
import type { Pms } from '@foyer/pms-service/compose.ts';
import { readConfig } from '@foyer/pms-service/config/settings.ts';
import type { DemonstrationCredentials, DemonstrationFacts } from '@foyer/pms-service/demonstration.ts';
import { republish } from '@foyer/pms-service/modules/feed/use-cases.ts';
import { findPatients, patientItem, registerPatients } from '@foyer/pms-service/modules/registration/use-cases.ts';
import {
  bookAppointments,
  cancelAppointment,
  setPrices,
  setStaff,
} from '@foyer/pms-service/modules/scheduling/use-cases.ts';
import { startTestPostgres, type TestPostgres } from '@foyer/pms-service/testing/test-postgres.ts';
import pg from 'pg';
import type { BenchClinic } from '../../bench/kit/bench-clinic.ts';
import type { ClockHand } from '../../bench/kit/clock-hand.ts';
import type { Random } from '../../bench/kit/random.ts';
import type { Told } from './told.ts';
import { type Booked, openForMs, slotMinutes, type WeekPlan } from './week-plan.ts';

export interface WeekCentreParts {
  readonly clinic: BenchClinic;
  readonly clock: ClockHand;
  readonly plan: WeekPlan;
  readonly told: Told;
  readonly random: Random;
}

const firstPriceMinor = 4_500;
const bookedMeanwhile = 3;
const calledOff = 2;
const corrected = 3;
/** Nobody signs in with these secrets from anywhere else. */
const cheapPasswords = { memoryCostKiB: 8, timeCost: 1 };
const manager = { email: 'manager@week.example', password: randomBytes(12).toString('hex') };

export class WeekCentre {
  readonly #parts: WeekCentreParts;
  #postgres: TestPostgres | undefined;
  #pms: Pms | undefined;
  #credentials: DemonstrationCredentials | undefined;

  constructor(parts: WeekCentreParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    const { clinic, clock } = this.#parts;
    // A whole service is read only by who starts it: the other faults are begun without.
    const [{ createPms }, { seedDemonstration }] = await Promise.all([
      import('@foyer/pms-service/compose.ts'),
      import('@foyer/pms-service/demonstration.ts'),
    ]);
    this.#postgres = await startTestPostgres();
    const { databaseUrl } = this.#postgres.urls;
    const config = readConfig({
      DATABASE_URL: databaseUrl,
      FOYER_DATA_DIR: join(clinic.folder, 'centre'),
      FOYER_BIND: '127.0.0.1',
      FOYER_PMS_PORT: '0',
      FOYER_LOG_LEVEL: 'silent',
    });
    this.#pms = createPms(config, { passwordCost: cheapPasswords, now: () => Math.round(clock.now()) });
    await this.#pms.start();
    this.#credentials = await seedDemonstration(this.#context, this.#facts());
    for (const [serviceId, amountMinor] of this.#prices()) this.#parts.told.prices.set(serviceId, amountMinor);
  }

  async stop(): Promise<void> {
    await this.#pms?.stop();
    await this.#postgres?.stop();
  }

  get url(): string {
    return this.#pms!.url;
  }

  get edgeToken(): string {
    return this.#credentials!.edgeToken;
  }

  /** What the patient brings, of each appointment that was booked before. */
  checkInCode(appointmentId: string): string {
    return this.#credentials!.appointments.find((one) => one.appointmentId === appointmentId)?.checkInCode ?? '';
  }

  /** As the administrator of the database server, past the service. */
  async connect(): Promise<pg.Client> {
    const client = new pg.Client(this.#postgres!.urls.adminUrl.replace(/\/postgres$/, '/foyer'));
    await client.connect();
    return client;
  }

  /** What the manager's dashboard says of a day. */
  async dashboard(date: string): Promise<ClinicDay> {
    const { clinicId } = this.#parts.clinic.configuration;
    const response = await fetch(`${this.url}/api/v1/clinics/${clinicId}/day?date=${date}`, {
      headers: { authorization: `Bearer ${this.#credentials!.tokens['clinic-admin']}` },
    });
    return (await response.json()) as ClinicDay;
  }

  /** One day at the centre; returns what happened, in sentences. */
  async live(day: number): Promise<readonly string[]> {
    const happened = [await this.#changePrice(day), await this.#bookMore(day), await this.#callOff(day)];
    happened.push(await this.#correct(day));
    if (day === Math.min(3, this.#parts.plan.days)) happened.push(await this.#employ());
    return happened.filter((sentence) => sentence !== '');
  }

  get #context() {
    return this.#pms!.context;
  }

  #prices(): readonly (readonly [string, number])[] {
    const { services } = this.#parts.clinic.configuration;
    return services.map(({ id }, place) => [id, firstPriceMinor - 500 * place] as const);
  }

  #facts(): DemonstrationFacts {
    const { clinic, plan } = this.#parts;
    const { configuration, serviceIds } = clinic;
    const { clinicId, currency, name } = configuration;
    return {
      network: { networkId: clinicId, name },
      clinic: configuration,
      users: [{ ...manager, userId: this.#context.newId(), role: 'clinic-admin' }],
      staff: [{ staffId: this.#context.newId(), name: 'Ana Ruiz', roles: ['nurse'], pin: '4083' }],
      prices: this.#prices().map(([serviceId, amountMinor]) => ({ serviceId, amountMinor, currency })),
      patients: [...plan.booked, ...plan.elsewhere].map(({ patientId, details }) => ({ patientId, details })),
      appointments: plan.booked.map(({ appointmentId, patientId, at }) => ({
        ...{ appointmentId, patientId, at },
        serviceId: serviceIds[0]!,
        minutes: slotMinutes,
      })),
    };
  }

  async #changePrice(day: number): Promise<string> {
    if (day % 2 === 0) return '';
    const { clinic, told } = this.#parts;
    const { clinicId, currency, services } = clinic.configuration;
    const service = services[(day >> 1) % services.length]!;
    const amountMinor = (told.prices.get(service.id) ?? 0) + 100 * day;
    const price = { serviceId: service.id, amountMinor, currency };
    await this.#context.withTenant({ clinicId }, (tx) => setPrices(tx, clinicId, [price]));
    told.prices.set(service.id, amountMinor);
    return `${service.name.en} costs ${(amountMinor / 100).toFixed(2)} ${currency} from now on.`;
  }

  /** For days that the clinic may see, and for people whom it knows. */
  async #bookMore(day: number): Promise<string> {
    const { clinic, plan, told } = this.#parts;
    const { clinicId } = clinic.configuration;
    const people = this.#some(plan.booked, bookedMeanwhile);
    for (const [index, { patientId }] of people.entries()) {
      const appointmentId = this.#context.newId();
      const on = day + 1 + index * 2;
      const at = plan.morning(on) + openForMs + (day * bookedMeanwhile + index) * slotMinutes * minuteMs;
      const request = { appointmentId, patientId, serviceId: clinic.serviceIds[0]!, at, minutes: slotMinutes };
      const booking = await bookAppointments(this.#context, clinicId, [request]);
      if (booking.ok) told.appointments.set(appointmentId, 'booked');
    }
    return `${people.length} more appointments are booked.`;
  }

  async #callOff(day: number): Promise<string> {
    const { clinic, plan, told } = this.#parts;
    const { clinicId } = clinic.configuration;
    // Where there is one day alone, the first of it comes.
    const later = plan.booked.filter((one, place) => one.day > day || (plan.days === 1 && place > 0));
    const chosen = this.#some(later, calledOff);
    for (const { appointmentId } of chosen) {
      const result = await this.#context.withTenant({ clinicId }, (tx) =>
        cancelAppointment(tx, clinicId, appointmentId),
      );
      if (result.ok) told.appointments.set(appointmentId, 'cancelled');
    }
    return chosen.length === 0 ? '' : `${chosen.length} appointments are called off.`;
  }

  /** An address, of which the clinic says nothing, and once a phone that the clinic corrects as well. */
  async #correct(day: number): Promise<string> {
    const { clinic, plan, told } = this.#parts;
    const { clinicId } = clinic.configuration;
    const people = [...this.#some(plan.booked, corrected), ...(day === 1 ? [disputedOf(plan)] : [])];
    for (const person of people) {
      const isDisputed = day === 1 && person === people.at(-1);
      const changed: Readonly<Record<string, string>> = isDisputed
        ? { phone: '+34600000001' }
        : { address: `${day} Quay Road` };
      await this.#context.withTenant({ clinicId }, async (tx) => {
        const held = (await findPatients(tx, clinicId, [person.patientId])).get(person.patientId);
        const details = { ...held?.details, ...changed };
        await registerPatients(this.#context, tx, clinicId, [{ patientId: person.patientId, details }]);
        await republish(tx, clinicId, patientItem({ patientId: person.patientId, details }));
      });
      // Where both say another phone, the clinic's word comes later and stands.
      if (!isDisputed) told.detail(person.patientId, changed);
    }
    return `The details of ${people.length} patients are corrected.`;
  }

  async #employ(): Promise<string> {
    const { clinicId } = this.#parts.clinic.configuration;
    const member = { staffId: this.#context.newId(), name: 'Marta Gil', roles: ['reception'] as const };
    const pinHash = await this.#context.passwords.hash('7319');
    await this.#context.withTenant({ clinicId }, (tx) =>
      setStaff(tx, clinicId, [{ ...member, pinHash, active: true }]),
    );
    return 'Somebody new joins the staff.';
  }

  #some(people: readonly Booked[], count: number): readonly Booked[] {
    return this.#parts.random.shuffle(people).slice(0, count);
  }
}

/** Whose phone both sides correct. */
export function disputedOf({ booked }: WeekPlan): Booked {
  return booked[0]!;
}
