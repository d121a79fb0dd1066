// The Chinese letters that only run time knows (a patient's name, a room) come in slices. Their stylesheet is large, so
// it is fetched the first time such a letter may appear.

let wanted = false;
/** The first screen has drawn by then. */
const aheadWithinMs = 4_000;

/** Call with texts from the server before drawing them, or without a text when the page turns Chinese. */
export function readyForHan(text?: string): void {
  if (wanted || (text !== undefined && !/\p{Script=Han}/u.test(text))) return;
  wanted = true;
  void import('virtual:foyer-han.css');
}

/** For the screens of staff, who read names and texts in every language, whichever is their own: once the first one stands. */
export function readyForHanSoon(): void {
  requestIdleCallback(() => readyForHan(), { timeout: aheadWithinMs });
}
