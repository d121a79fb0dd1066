import type { ClinicFaultCode } from '@foyer/contracts/clinic-faults.ts';
import { setUpFaultCodes, type SetUpFaultCode } from '@foyer/contracts/set-up-faults.ts';
import { t } from './strings.ts';

/** Said beside the field: as in the first run, where that knows it. */
export function clinicFaultText(code: ClinicFaultCode): string {
  return isOfFirstRun(code) ? t(`first-run.fault-${code}`) : t(`set-up.fault-${code}`);
}

function isOfFirstRun(code: ClinicFaultCode): code is SetUpFaultCode {
  return setUpFaultCodes.some((known) => known === code);
}
