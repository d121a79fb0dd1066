// What a clinic's time zone says of it: the money and the languages of its country. A guess to begin with, never more.

import type { Language } from '@foyer/contracts/languages.ts';
import type { CurrencyCode } from '@foyer/contracts/money.ts';

/** Countries by their currency. Source: ISO 4217, list one; ISO 3166. */
const countriesOf: Readonly<Record<CurrencyCode, string>> = {
  EUR: 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK',
  USD: 'US EC SV PR PA',
  GBP: 'GB',
  CHF: 'CH LI',
  CAD: 'CA',
  AUD: 'AU',
  NZD: 'NZ',
  MXN: 'MX',
  ARS: 'AR',
  COP: 'CO',
  CLP: 'CL',
  PEN: 'PE',
  UYU: 'UY',
  BOB: 'BO',
  PYG: 'PY',
  CRC: 'CR',
  GTQ: 'GT',
  HNL: 'HN',
  NIO: 'NI',
  DOP: 'DO',
  CNY: 'CN',
  HKD: 'HK',
  TWD: 'TW',
  SGD: 'SG',
  AED: 'AE',
  SAR: 'SA',
  QAR: 'QA',
  KWD: 'KW',
  BHD: 'BH',
  OMR: 'OM',
  JOD: 'JO',
  IQD: 'IQ',
  LBP: 'LB',
  EGP: 'EG',
  MAD: 'MA',
  TND: 'TN',
  DZD: 'DZ',
  LYD: 'LY',
  SEK: 'SE',
  NOK: 'NO',
  DKK: 'DK',
  PLN: 'PL',
  CZK: 'CZ',
  HUF: 'HU',
  RON: 'RO',
  TRY: 'TR',
  INR: 'IN',
  JPY: 'JP',
  KRW: 'KR',
  ZAR: 'ZA',
  NGN: 'NG',
  KES: 'KE',
  BRL: 'BR',
};
const speakers: Readonly<Record<Exclude<Language, 'en'>, string>> = {
  es: 'ES MX AR CO CL PE EC SV PA PR UY BO PY CR GT HN NI DO',
  zh: 'CN HK TW SG',
  ar: 'AE SA QA KW BH OM JO IQ LB EG MA TN DZ LY',
};

/** The country that a zone lies in; undefined where the browser cannot tell. */
export function countryOf(zone: string): string | undefined {
  return Object.values(countriesOf)
    .flatMap((countries) => countries.split(' '))
    .find((country) => zonesOf(country).includes(zone));
}

export function currencyOf(country: string | undefined): CurrencyCode {
  const found = Object.entries(countriesOf).find(([, countries]) => has(countries, country));
  return found?.[0] ?? 'EUR';
}

/** That of the person before the screen first, then that of the country, then English. */
export function languagesOf(country: string | undefined, spoken: Language): readonly Language[] {
  const own = Object.entries(speakers).find(([, countries]) => has(countries, country));
  return [...new Set<Language>([spoken, ...(own ? [own[0] as Language] : []), 'en'])];
}

function has(countries: string, country: string | undefined): boolean {
  return country !== undefined && countries.split(' ').includes(country);
}

/** Not every browser knows them. */
function zonesOf(country: string): readonly string[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    getTimeZones?(): readonly string[] | undefined;
    readonly timeZones?: readonly string[];
  };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}
