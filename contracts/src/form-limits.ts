// How large forms may be.

/** Items of one form. */
export const mostItems = 500;
/** Of one question. */
export const mostOptions = 12;
/** On one screen. */
export const mostChoices = 4;
/** Consents, and questionnaires, of one clinic. */
export const mostForms = 40;
