import { expect, it } from 'vitest';
import { readButtonMessage } from './button-message.ts';
import { readStateMessage } from './state-message.ts';

const state = (value: unknown) => readStateMessage(Buffer.from(JSON.stringify(value)));
const button = (value: unknown) => readButtonMessage(Buffer.from(JSON.stringify(value)));

it('takes what a thing says of itself, and leaves out what is none', () => {
  const said = { battery: 55, link: 130, firmware: '1.2 <b>', settings: { brightness: 3, nested: {} }, other: 1 };
  expect(state(said)).toEqual({ online: true, report: { batteryPercent: 55, settings: { brightness: 3 } } });
});

it('hears from a last will that the thing is gone', () => {
  expect(state({ online: false })).toEqual({ online: false, report: {} });
});

it('takes nothing from what is no object, or more than a thing has to say', () => {
  expect(state([1])).toBeUndefined();
  expect(readStateMessage(Buffer.from('{'))).toBeUndefined();
  expect(state({ firmware: 'x'.repeat(5_000) })).toBeUndefined();
});

it.each([
  [{ press: 'single' }, 'single'],
  [{ action: 'double', id: 7 }, 'double'],
  [{ press: 'long' }, 'long'],
])('reads the press of %j', (message, press) => {
  expect(button(message)?.press).toBe(press);
});

it('reads no press where there is none', () => {
  for (const message of [{ press: 'triple' }, {}, 'single', null]) expect(button(message)).toBeUndefined();
  expect(button({ press: 'single', id: 7 })?.id).toBe('7');
});
