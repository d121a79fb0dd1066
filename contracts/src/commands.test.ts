import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { commandRoles } from './authorisation.ts';
import { commandSchemas } from './commands.ts';
import { errorCodes } from './error-codes.ts';
import { eventBodies } from './events.ts';

const id = '01990000-0000-7000-8000-000000000001';

describe('the command table', () => {
  it('has somebody who may send each command', () => {
    expect(Object.keys(commandRoles).toSorted()).toEqual(Object.keys(commandSchemas).toSorted());
    for (const roles of Object.values(commandRoles)) expect(roles.length).toBeGreaterThan(0);
  });

  it('takes what the API says and refuses a field that it does not know', () => {
    const command = { commandId: id, type: 'call-next', servicePointId: id, finishCurrent: true };
    expect(Check(commandSchemas['call-next'], command)).toBe(true);
    expect(Check(commandSchemas['call-next'], { ...command, finishCurrent: 'maybe' })).toBe(false);
    expect(Check(commandSchemas['call-next'], { ...command, force: true })).toBe(false);
    expect(Check(commandSchemas['call-next'], { ...command, commandId: '01990000-0000-4000-8000-000000000001' })).toBe(
      false,
    );
  });

  it('bounds every text that a person may send', () => {
    const patient = { name: { family: 'x'.repeat(121) } };
    expect(Check(commandSchemas['register-patient'], { commandId: id, type: 'register-patient', patient })).toBe(false);
  });

  it.each([
    ['1967-11-07', true],
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2026-13-01', false],
    ['7/11/1967', false],
  ])('takes the birth date %s: %s', (birthDate, valid) => {
    const patient = { birthDate };
    expect(Check(commandSchemas['register-patient'], { commandId: id, type: 'register-patient', patient })).toBe(valid);
  });
});

describe('the facts', () => {
  it('are versioned', () => {
    for (const type of Object.keys(eventBodies)) expect(type).toMatch(/^v\d+\.[A-Z][A-Za-z]+$/);
  });
});

describe('the error codes', () => {
  it('say what they mean in a sentence', () => {
    for (const { meaning } of Object.values(errorCodes)) expect(meaning).toMatch(/^[A-Z`].{8,}\.$/);
  });
});
