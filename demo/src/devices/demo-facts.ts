// What the page of virtual devices shows. The launcher knows it; the page asks anew each time it opens.

export interface DemoFacts {
  readonly clinicId: string;
  readonly clinicName: string;
  /** Today's appointments, by time. */
  readonly appointments: readonly DemoAppointmentCode[];
  readonly passports: readonly DemoPassport[];
  /** Kiosks that a scanner stands beside. */
  readonly kiosks: readonly DemoThing[];
  readonly buttons: readonly DemoCredential[];
  readonly signs: readonly DemoCredential[];
  readonly gateways: readonly DemoGateway[];
}

export interface DemoAppointmentCode {
  readonly id: string;
  /** Local time of day, `10:40`. */
  readonly time: string;
  readonly initials: string;
  readonly serviceName: string;
  /** The check-in code that the PMS signed. */
  readonly qr: string;
  /** The address of the patient's page at the PMS, which makes live codes. */
  readonly page?: string;
}

export interface DemoPassport {
  /** Initials, or what makes it special: "M. O.", "Expired". */
  readonly label: string;
  /** TD3, two rows. */
  readonly text: string;
}

export interface DemoThing {
  readonly deviceId: string;
  readonly name: string;
}

export interface DemoCredential extends DemoThing {
  readonly password: string;
}

export interface DemoGateway extends DemoCredential {
  /** Where its topics begin. */
  readonly branch: string;
  readonly buttons: readonly (DemoThing & { readonly topicName: string; readonly servicePointId: string })[];
}

/** The sample of ICAO Doc 9303 part 4, whose holder is nobody and who is booked nowhere. */
export const icaoSample: DemoPassport = {
  label: 'ICAO sample',
  text: 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
};
