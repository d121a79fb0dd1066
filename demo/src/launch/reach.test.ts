import { describe, expect, it } from 'vitest';
import { addressOf, reachOf } from './reach.ts';

const lan = '192.168.1.5';

describe('where the demonstration is reached', () => {
  it.each(['0.0.0.0', '::'])('is this machine by name and others by its address, listening on %s', (bind) => {
    expect(reachOf(bind, lan)).toEqual({ host: 'localhost', lanHost: lan, byLoopback: true });
    expect(addressOf(bind)).toBe('127.0.0.1');
  });

  it.each([
    ['127.0.0.1', 'localhost'],
    ['localhost', 'localhost'],
    ['127.0.0.2', '127.0.0.2'],
    ['::1', '[::1]'],
  ])('is this machine alone, listening on %s', (bind, host) => {
    expect(reachOf(bind, lan)).toEqual({ host, lanHost: undefined, byLoopback: true });
    expect(addressOf(bind)).toBe(bind);
  });

  it.each([
    ['192.168.1.5', '192.168.1.5'],
    ['fd00::2', '[fd00::2]'],
  ])('is that address alone, and not by loopback, listening on %s', (bind, host) => {
    expect(reachOf(bind, lan)).toEqual({ host, lanHost: host, byLoopback: false });
    expect(addressOf(bind)).toBe(bind);
  });

  it('is no other machine without a network', () => {
    expect(reachOf('0.0.0.0', undefined)).toMatchObject({ lanHost: undefined, byLoopback: true });
  });
});
