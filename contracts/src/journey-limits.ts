// How long a visit may be.

/** Of one journey. */
export const mostJourneySteps = 20;
/** Of one clinic. */
export const mostJourneys = 40;
