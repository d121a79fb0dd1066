// Whom an appointment is with: a column of the tables of both kinds of appointments, beside the view that joins them.

/** The column `practitioner_id` of the appointment that `alias` stands for. */
export function practitionerOf(alias: string): string {
  return `coalesce(
    (SELECT practitioner_id FROM reference_appointments WHERE id = ${alias}.id),
    (SELECT practitioner_id FROM own_appointments WHERE id = ${alias}.id)) AS practitioner_id`;
}

export const AWAITED_APPOINTMENTS = `
  SELECT a.id, a.patient_id, a.service_id, a.at, a.minutes, a.status, a.mode, ${practitionerOf('a')}
  FROM known_appointments AS a WHERE a.at >= ? AND a.at < ? ORDER BY a.at, a.id`;

export function withPractitioner(row: Record<string, unknown>): { readonly practitionerId?: string } {
  const practitionerId = row['practitioner_id'] as string | null | undefined;
  return practitionerId === null || practitionerId === undefined ? {} : { practitionerId };
}
