/** What a number is by which a patient is known. */
export const identifierKinds = ['passport', 'national-id', 'driving-licence', 'health-card', 'medical-record'] as const;
