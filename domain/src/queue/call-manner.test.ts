import { describe, expect, it } from 'vitest';
import { callManner } from './call-manner.ts';

describe('how somebody is called', () => {
  it('is as everybody is, without a need that a screen can meet', () => {
    expect(callManner([])).toEqual({});
    expect(callManner(['interpreter', 'companion', 'infant', 'isolate'])).toEqual({});
  });
  it('is longer and with a light for who may not hear it', () => {
    expect(callManner(['hearing'])).toEqual({ longer: true, flashes: true });
  });
  it('is longer and with the room once more for who may not see it', () => {
    expect(callManner(['sight'])).toEqual({ longer: true, roomTwice: true });
  });
  it('is longer for who takes longer to get up', () => {
    expect(callManner(['mobility'])).toEqual({ longer: true });
  });
});
