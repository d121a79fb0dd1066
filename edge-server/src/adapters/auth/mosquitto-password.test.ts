import { expect, it } from 'vitest';
import { mosquittoPassword } from './mosquitto-password.ts';

it('is what mosquitto_passwd writes for the same password and salt', () => {
  expect(mosquittoPassword('a-token-of-a-thing', Buffer.from('c3lHh0dHViG2fuiO', 'base64'))).toBe(
    '$7$101$c3lHh0dHViG2fuiO$xmeOh7S2/ds1Ts2VzW1ycClGibUytY5gohkE4MnwRBfbFMoZSQD/86VCf1yFkDAdd7bdNGgKwjVNtbER/FcF1w==',
  );
});

it('is another one each time for the same password', () => {
  expect(mosquittoPassword('token')).not.toBe(mosquittoPassword('token'));
});
