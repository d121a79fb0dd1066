// Money is whole minor units of one currency (cents, fils): never a fraction, never a float.

/** ISO 4217 code, three capital letters. */
export type CurrencyCode = string;
export interface Money {
  readonly amountMinor: number;
  readonly currency: CurrencyCode;
}
export const currencyPattern = '^[A-Z]{3}$';
/** Digits after the point, where it is not two. Source: ISO 4217, list one. */
export const minorDigits: Readonly<Record<string, number>> = {
  BHD: 3,
  CLP: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  TND: 3,
  UGX: 0,
  VND: 0,
};
