import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { isLineLost } from './line-faults.ts';

function said(code: string): pg.DatabaseError {
  const error = new pg.DatabaseError('', 0, 'error');
  error.code = code;
  return error;
}

describe('a line to the database', () => {
  it.each(['57P01', '57P02', '57P03', '25006', '53300', '57014', '08006'])(
    'is lost where the server says %s',
    (code) => {
      expect(isLineLost(said(code))).toBe(true);
    },
  );

  it.each(['23505', '23P01', '22P02', '40001', '28P01', '3D000'])('is there where it answers %s', (code) => {
    expect(isLineLost(said(code))).toBe(false);
  });

  it.each([
    Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('no such socket'), { code: 'ENOENT' }),
    new Error('Connection terminated unexpectedly'),
    new Error('Client has encountered a connection error and is not queryable'),
    new Error('timeout expired'),
    new Error('Query read timeout'),
  ])('is lost where the driver says so: %s', (error) => {
    expect(isLineLost(error)).toBe(true);
  });

  it('is not lost by a mistake of ours', () => {
    expect(isLineLost(new TypeError('Cannot read properties of undefined'))).toBe(false);
  });
});
