// Why printers or scanners were not taken over: the first thing that does not fit, or else the refusal's own words.

import { clinicFaultCodes, type ClinicFault } from '@foyer/contracts/clinic-faults.ts';
import type { Refused } from '../data/refusals.ts';
import { clinicFaultText } from './clinic-fault-text.ts';
import { refusalText } from './refusal-text.ts';

export function hardwareRefusalText({ code, facts }: Refused): string {
  const [first] = Array.isArray(facts['faults']) ? (facts['faults'] as readonly ClinicFault[]) : [];
  const known = clinicFaultCodes.find((one) => one === first?.code);
  return known === undefined ? refusalText(code, facts) : clinicFaultText(known);
}
