// The Chinese letters that only run time knows (a patient's name, a room) come in slices. Their stylesheet is large, so
// it is fetched the first time such a letter may appear.

let wanted = false;

/** Call with texts from the server before drawing them, or without a text when the page turns Chinese. */
export function readyForHan(text?: string): void {
  if (wanted || (text !== undefined && !/\p{Script=Han}/u.test(text))) return;
  wanted = true;
  void import('virtual:foyer-han.css');
}
