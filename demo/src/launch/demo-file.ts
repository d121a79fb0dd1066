// `$FOYER_DATA_DIR/demo.json` (mode 0600): what scripts and tests need to drive the demonstration. Source: API.md,
// "Starting it".

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface DemoFile {
  readonly edge: {
    readonly url: string;
    readonly tlsUrl: string;
    readonly tokens: Readonly<
      Record<'kiosk' | 'display' | 'nurse' | 'reception' | 'cashier' | 'supervisor' | 'auditor' | 'admin', string>
    >;
  };
  readonly pms: {
    readonly url: string;
    readonly tokens: Readonly<Record<'clinicAdmin' | 'networkAdmin' | 'integration', string>>;
    readonly users: readonly { readonly email: string; readonly password: string; readonly role: string }[];
  };
  readonly services: readonly { readonly id: string; readonly name: string }[];
  readonly servicePoints: readonly {
    readonly id: string;
    readonly name: string;
    readonly serviceIds: readonly string[];
    readonly nurseToken: string;
  }[];
  readonly staff: readonly {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly string[];
    readonly pin: string;
  }[];
  readonly appointments: readonly {
    readonly id: string;
    readonly patientId: string;
    readonly serviceId: string;
    /** Local, `HH:MM`. */
    readonly time: string;
    readonly birthDate: string;
    readonly initials: string;
    readonly phoneLast4: string;
    readonly qr: string;
  }[];
  readonly mqtt: { readonly url: string };
  readonly virtualPrinter: { readonly host: string; readonly port: number; readonly url: string };
  readonly devices: { readonly url: string };
}

export function writeDemoFile(dataDir: string, facts: DemoFile): void {
  writeFileSync(join(dataDir, 'demo.json'), `${JSON.stringify(facts, undefined, 2)}\n`, { mode: 0o600 });
}
