/** Every bench, in the order of `npm run bench`. */
import { backlog } from './backlog.ts';
import { boot } from './boot.ts';
import { callToDisplay } from './call-to-display.ts';
import { checkIn } from './check-in.ts';
import { decide } from './decide.ts';
import { edgeSoak } from './edge-soak.ts';
import { failover } from './failover.ts';
import { fanOut } from './fan-out.ts';
import type { Bench } from './kit/bench.ts';
import { frontOffice } from './front-office.ts';
import { kioskSoak } from './kiosk-soak.ts';
import { kioskWeight } from './kiosk-weight.ts';
import { reception } from './reception.ts';
import { ticket } from './ticket.ts';
import { scan } from './scan.ts';
import { storm } from './storm.ts';
import { wait } from './wait.ts';

export const benches: readonly Bench[] = [
  callToDisplay,
  fanOut,
  checkIn,
  backlog,
  failover,
  storm,
  boot,
  kioskWeight,
  reception,
  frontOffice,
  wait,
  decide,
  scan,
  ticket,
  kioskSoak,
  edgeSoak,
];
