import { dayMs } from '@foyer/contracts/time.ts';
import { describe, expect, it } from 'vitest';
import { generateClinic } from './generate.ts';
import { sisterClinic } from './sister-clinic.ts';

const dayStart = Date.UTC(2026, 10, 26, 3);
const { configuration } = generateClinic(7, 'Europe/Madrid', dayStart);
const sister = sisterClinic(7, configuration, dayStart);

describe('the other clinic of the demonstration', () => {
  it('is another one, says where it is, and is the same every day', () => {
    expect(sister.configuration.clinicId).not.toBe(configuration.clinicId);
    expect(sister.configuration).toMatchObject({ address: '41 Mill Lane', position: {} });
    expect(sisterClinic(7, configuration, dayStart + dayMs).configuration).toEqual(sister.configuration);
  });

  it('has an appointment of today, another one each day, for somebody of its own', () => {
    const [today] = sister.appointments;
    const [tomorrow] = sisterClinic(7, configuration, dayStart + dayMs).appointments;
    expect(tomorrow?.id).not.toBe(today?.id);
    expect(today?.at).toBeGreaterThan(dayStart);
    expect(sister.patients.map(({ id }) => id)).toEqual([today?.patientId]);
  });
});
