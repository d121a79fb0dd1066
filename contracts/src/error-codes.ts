// Every code that Foyer answers with, once: what it means for an operator, how a retry fares, and the HTTP status.
// transient: the same again may succeed. ambiguous: it may have happened; repeat with the same commandId. permanent: never.

type Retry = 'transient' | 'ambiguous' | 'permanent';
interface CodeEntry {
  readonly status: number;
  readonly retry: Retry;
  readonly meaning: string;
}
const refusal = (meaning: string, retry: Retry = 'permanent'): CodeEntry => ({ status: 409, retry, meaning });
const error = (status: number, meaning: string, retry: Retry = 'permanent'): CodeEntry => ({ status, retry, meaning });

export const errorCodes = {
  // What came in cannot be understood or is not allowed.
  'not-json': error(400, 'The body is not JSON. Send an object with Content-Type application/json.'),
  'invalid-request': error(400, 'A field is missing or has a wrong shape; `path` names it.'),
  'unknown-command': error(400, 'There is no command of this type.'),
  'range-not-satisfiable': error(416, 'The range that is asked for begins behind the end of the file.'),
  'body-too-large': error(413, 'The body is larger than this route takes.'),
  unauthenticated: error(401, 'The credential is missing, unknown or expired. Sign in again.'),
  'service-point-needed': error(409, 'The session belongs to a service point: choose one first.'),
  'wrong-badge': error(401, 'The badge is nobody’s here. Sign in with the PIN, or have it enrolled.'),
  'wrong-pin': error(401, 'The PIN is not right, or the person is unknown.'),
  'pin-locked': error(
    403,
    'Five wrong PINs: a supervisor opens it again, or it opens by itself after ten minutes.',
    'transient',
  ),
  'not-allowed': error(403, 'This role may not do this.'),
  'other-service-point': error(403, 'The session is for another service point. Sign in there.'),
  'credential-expired': error(401, 'The screen’s credential has expired. It renews itself with its own key.'),
  'device-token-needed': error(401, 'The staff token works only together with its screen’s token.'),
  'loopback-only': error(403, 'This works on this machine alone.'),
  'https-needed': error(403, 'This address serves this page over HTTPS only.'),
  'not-found': error(404, 'There is nothing here, or it is not yours to see.'),
  'rate-limited': error(429, 'Too many requests. Wait a little.', 'transient'),
  'storage-full': error(
    503,
    'The disk is full: nothing was changed. Free space; the server goes on by itself.',
    'transient',
  ),
  'storage-failed': error(503, 'The disk failed: the server ends and is started again. Check the disk.', 'ambiguous'),
  'log-unproven': error(
    503,
    'The log is not proven to be what was written: it is read, and nothing is written. Verify it: `npm run audit -- verify`.',
    'transient',
  ),
  'shutting-down': error(503, 'The server is stopping.', 'transient'),
  'not-ready': error(503, 'The server is starting, or something it needs is away.', 'transient'),
  internal: error(500, 'A fault of ours; the log names it.', 'ambiguous'),

  // The command door.
  'command-id-reused': refusal('This commandId was used by another actor or for another body.'),
  'command-too-old': refusal('The commandId is older than 30 days.'),
  'command-id-in-future': refusal('The commandId is more than ten minutes ahead: set the clock of the caller.'),
  'occurred-at-out-of-range': refusal(
    '`occurredAt` lies in the future or more than seven days back, or has no reason.',
  ),

  // The queue.
  'unknown-ticket': refusal('There is no such ticket in this clinic.'),
  'unknown-service': refusal('There is no such service in this clinic.'),
  'unknown-service-point': refusal('There is no such service point in this clinic.'),
  'unknown-patient': refusal('There is no such patient here.'),
  'unknown-appointment': refusal('There is no such appointment here.'),
  'unknown-staff': refusal('There is no such member of staff here.'),
  'wrong-state': refusal('The ticket is in a state that this does not apply to; `state` names it.'),
  'service-point-closed': refusal('Open the service point first.'),
  'service-point-paused': refusal('The service point is paused. Open it first.'),
  'service-point-busy': refusal('Somebody is called or served here. Finish first, or send `finishCurrent`.'),
  'current-outcome-needed': refusal('The called patient needs an outcome: `completed` or `not-answered`.'),
  'call-in-doubt': refusal(
    'The power was away: say first whether `ticketId` is still there, has finished, has left, or waits again.',
  ),
  'not-in-that-queue': refusal('The other ticket does not wait for the same service; `ticketId` names it.'),
  'queue-empty': refusal('Nobody is waiting for this service point.'),
  'not-at-service-point': refusal('This ticket is not at this service point.'),
  'service-not-offered': refusal('This service point does not serve this service.'),
  'already-identified': refusal('The ticket belongs to another patient already: undo that first.'),
  'patient-has-open-ticket': refusal('This patient already has an open ticket of this service; `ticketId` names it.'),
  'no-sender': refusal('Nobody sent this ticket here, or it was sent back already.'),
  'unknown-journey': refusal('There is no such journey in this clinic.'),
  'journey-running': refusal('The visit has steps ahead already: add, skip or move them.'),
  'unknown-step': refusal('The visit has no such step.'),
  'wrong-step-state': refusal('The step is in a state that this does not apply to; `stepState` names it.'),
  'last-step': refusal('No step would be left: finish, or close the ticket.'),
  'too-many-steps': refusal('A visit has no more than 20 steps.'),
  'reason-needed': refusal('Say why: the step is not optional.'),
  'nothing-to-undo': refusal('That is not the ticket’s last step, or it is its first, or an undo.'),
  'has-payment': refusal('The ticket has a payment: refund it first.'),
  'undo-too-late': refusal('The minute in which this could be undone at the kiosk is over.'),
  'open-ticket': refusal('The patient has an open ticket. Close it first.'),
  'not-your-ticket': refusal('This is not the ticket of this page or session.'),
  'wrong-room-state': refusal('The room is in a state that this does not follow; `roomState` names it.'),
  'room-not-ready': refusal('The room is to be cleaned before the next patient: set it empty first.'),
  'too-few-ahead': refusal('No more than that many are ahead, `ahead`: the patient stays inside.'),
  'return-out-of-range': refusal(
    'The planned return, or when somebody leaves, is not ahead or more than twelve hours away.',
  ),
  'reassignment-stale': refusal(
    'The clinic has changed since the list was made: `changed` names the people, `servicePointIds` the rooms.',
  ),
  'unknown-reassignment': refusal('There is no such reassignment here.'),
  'unknown-help': refusal('There is no such call for help.'),
  'until-out-of-range': refusal('Somebody is admitted for today and at most six days more.'),
  'staff-name-taken': refusal('Somebody of the staff has this name already: tiles would not tell the two apart.'),
  'pin-too-easy': refusal('The PIN is guessed at once. Choose one without a pattern.'),
  'pin-length': refusal('A tablet opens at the last digit: the PIN has as many as all others here, `digits`.'),
  'file-type-unknown': refusal('By what it holds the file is none of the kinds that can be shown or played.'),
  'file-too-large': refusal('A picture has at most 8 MiB and 50 million pixels, a video 64 MiB.'),
  'media-full': refusal('The clinic’s media fill what is kept for them: remove some first.'),
  'clip-too-long': refusal('A recorded phrase lasts at most 15 seconds: record it again, and the words alone.'),
  'clips-full': refusal('The clinic’s recorded calls fill what is kept for them: record shorter ones, or remove some.'),
  'unknown-display': refusal('There is no such display here: enrol it first.'),
  'unknown-thing': refusal('There is no such button, sign or gateway here: enrol it first.'),
  'thing-set-up-faulty': refusal('The set-up does not fit this thing; `faults` names each by its path.'),
  'message-time-out-of-range': refusal('A message to displays ends later than now and within a day.'),
  'too-many-messages': refusal('Displays tell `most` messages at once and no more: take one down first.'),
  'unknown-message': refusal('There is no such message here.'),
  'badge-of-another': refusal('The badge is another person’s: remove it there first.'),
  'unknown-pool': refusal('There is no such pool in this network.'),
  'pool-too-narrow': refusal('More of the pool is out than that: take shares back first, or set at least `least`.'),
  'unknown-conflict': refusal('There is no such conflict here, or it has no such version.'),
  'details-changed': refusal(
    'Somebody changed these details meanwhile: `details` is how they are, with their `version`.',
  ),
  'unknown-work-item': refusal('There is no such work item here.'),
  'no-walk-ins': refusal('This service is not chosen at a kiosk: choose another, or give a number to the desk.'),
  evacuating: refusal(
    'The building is being evacuated: leave, and go on after the all clear. Places are kept; nothing was changed.',
  ),
  'no-evacuation': refusal('Nobody was told to leave the building: there is no muster list now.'),
  'day-closed': refusal('The day was closed: nobody is admitted until it changes, or a supervisor reopens it.'),
  'day-not-over': refusal('The estimates of a business day are graded when it is over, and `businessDay` is not.'),
  'not-a-paper-number': refusal('The number is not of the paper series: it begins with `prefix`.'),
  'paper-number-used': refusal('The number was entered for that day already, as `ticketId`.'),
  'paper-visit-incomplete': refusal(
    'The times are out of order or do not fit the outcome: served needs called, room and until when; waiting has none.',
  ),
  'day-full': refusal('Today’s walk-ins of this service, `serviceId`, are given. The desk can give one more.'),
  'calling-rules-impossible': refusal('Nobody can call by these rules; `faults` names each fault by its path.'),
  'day-frozen': refusal('The clock jumped: confirm the time before the day can be closed.'),

  // Forms.
  'unknown-form': refusal('There is no such consent or questionnaire in this clinic.'),
  'form-of-another-service': refusal('The form is asked before another service than the ticket’s.'),
  'questionnaire-changed': refusal('The form has another version now, `version`: load it, and ask again.'),
  'answer-unknown': refusal('An answer is to no question of the form; `linkId` names it.'),
  'answer-not-fitting': refusal('An answer is not of its question’s kind, or is given twice; `linkId` names it.'),
  'answer-not-asked': refusal('An answer is to a question that is not asked after the others; `linkId` names it.'),
  'answer-missing': refusal('A question that must be answered is not; `linkId` names it.'),
  'answers-too-long': refusal('The answers are longer than a form may be.'),
  'signature-empty': refusal('Nothing was signed. Sign with a finger, or confirm with a tap.'),
  'signature-too-large': refusal('The signature has more strokes than the clinic keeps. Clear it, and sign again.'),

  // Arrival.
  'identification-expired': refusal('The kiosk session is over. Start again.'),
  'identification-needed': refusal('Identify the patient first.'),
  'no-appointment-today': refusal('The patient has no appointment today. Give a number to the desk.'),
  'code-invalid': refusal('This is not one of our check-in codes, or its signature is not right.'),
  'live-code-expired': refusal('A live code is good for ten minutes. Show the one that the page has now.'),
  'live-code-ahead': refusal(
    'The live code is from later than it is here: the clocks of centre and clinic part by more than two minutes. Show the appointment’s own code, and set the clock.',
  ),
  'live-code-used': refusal('Each live code is good once, and somebody has checked in with this one. Show a new one.'),
  'code-of-another-clinic': refusal('The appointment is at another clinic.'),
  'code-of-another-day': refusal('The appointment is on another day; `date` says which.'),
  'appointment-cancelled': refusal('The appointment was cancelled.'),
  'appointment-used': refusal('Somebody has checked in with it, `ticketId`. Undo the check-in first.'),
  'appointment-time-out-of-range': refusal('The time lies before today, or more than a year ahead.'),
  'document-unreadable': refusal('The document could not be read. Type the birth date instead.'),
  'document-expired': refusal('The document has expired. See the desk.'),
  'document-unknown': refusal('What was scanned is no document that is read here, or not of the kind that was said.'),
  'document-too-long': refusal('What was scanned is longer than any document.'),
  'document-check-digit': refusal('A check digit does not hold: something was read wrong. Scan it again.'),
  'document-offsets': refusal('The parts of the licence are not where its header says, or are cut off. Scan it again.'),
  'document-field': refusal('A field of the document is missing or cannot be; `path` names it.'),

  // Money.
  'till-closed': refusal('Open the till first.'),
  'till-already-open': refusal('The till is open already.'),
  'variance-unexplained': refusal(
    'The count differs from what should be there, `expectedMinor`, by `varianceMinor`: count again, or give a reason.',
  ),
  'no-price': refusal('There is no price for this service. It comes from the centre.'),
  'unknown-charge': refusal('There is no such charge.'),
  'already-paid': refusal('This charge is paid already; `paymentId` names it.'),
  'already-charged': refusal('This service is charged on this ticket already; `chargeId` names it.'),
  'wrong-amount': refusal('The amount is not the sum of the charges; `expectedMinor` is.'),
  'tendered-too-little': refusal('Less money was given than is due.'),

  // The first run, and what a clinic without a centre owns itself.
  'already-set-up': refusal('This box serves a clinic already.'),
  'set-up-faulty': refusal('Something in the set-up does not fit; `faults` names each by its path.'),
  'centre-owns-clinic': refusal('A centre is connected: the clinic, its staff and its prices come from there.'),
  'centre-owns-schedule': refusal('A centre has adopted this clinic: appointments are booked there.'),
  'centre-owns-part': refusal('A centre has adopted this clinic: `parts` are changed there.'),
  'clinic-changed-meanwhile': refusal('The set-up has changed since it was shown; `version` is that of now.'),
  'service-has-patients': refusal('`waiting` people have a number for the service, `serviceId`: see to them first.'),
  'service-has-appointments': refusal('`booked` appointments are ahead for the service, `serviceId`: move them first.'),
  'room-has-patients': refusal(
    '`waiting` people are in the room, `servicePointId`, or wait for it: see to them first.',
  ),
  'too-many-rows': refusal('The table has more rows than are taken at once; `most` says how many.'),
  'table-unreadable': refusal('This is no table of texts: save it as CSV.'),

  // Screens and staff.
  'enrolment-expired': refusal('The code has expired. The screen shows a new one.'),
  'unknown-enrolment': refusal('No screen shows this code now.'),
  'unknown-device': refusal('There is no such device here: enrol it first.'),
  'scanner-not-set-up': refusal('Nobody has said which kiosk this scanner stands beside: set it up on a tablet.'),
  'device-cannot': refusal('A device of this kind cannot do that.'),
  'setting-invalid': refusal('This is no value of the setting; `name` says which.'),
  'renewal-refused': refusal('The key is not the one that was let in, or the question has expired. Ask again.'),
  'renewal-too-late': refusal('The credential expired more than a year ago. Let the screen in again by its code.'),

  // Printing.
  'printer-off': refusal('The printer does not answer at its address. Switch it on, check its cable.', 'transient'),
  'printer-mute': refusal('The printer takes data and says nothing.', 'ambiguous'),
  'paper-out': refusal('The paper is used up. Put in a roll.', 'transient'),
  'cover-open': refusal('The printer’s cover is open. Close it.', 'transient'),
  'printer-jam': refusal(
    'The cutter or the paper is stuck, or the head is too hot. Open the cover and free it.',
    'transient',
  ),
  'printer-offline': refusal('The printer says that it does not print now. Press its feed key.', 'transient'),
  'print-unknown': refusal('The printer took the document and never said that it was done. Look for it.', 'ambiguous'),
  'print-unproven': refusal('The printer took the document; this model cannot say whether it printed it.', 'ambiguous'),
  'print-expired': refusal('The ticket was not printed in time; it stays valid.'),
  'no-printer': refusal('No printer is set up.'),

  // The relay.
  gap: refusal('Rows are missing; `expected` says from where to send.', 'transient'),
  fork: refusal('A row differs from the one the centre holds: quarantined, a person must look.'),
  'unknown-epoch': refusal('This epoch is not known here.'),
  'chain-broken': refusal('The hashes do not follow one another.'),
  'unknown-version': refusal('The fact’s version is not known here: it waits in the dead letters.'),
  'edge-restored': refusal(
    'The clinic’s box has fewer rows than the centre: it was restored, or is a copy. Begin a new epoch on it before it serves.',
  ),
  'edge-cloned': refusal(
    'Two boxes run with one clinic’s credential: this one was replaced. Switch one of them off, then start the other anew.',
  ),
  'centre-busy': error(
    503,
    'The centre has as many rows under way as it takes; it says when to come again.',
    'transient',
  ),
  'one-at-a-time': error(429, 'A batch of this clinic is under way already; it says when to come again.', 'transient'),
  'protocol-too-old': error(426, 'The centre no longer speaks the edge’s protocol: update the edge.'),
  'protocol-too-new': error(426, 'The centre does not speak the edge’s protocol yet: update the centre first.'),
  'snapshot-needed': error(409, 'The feed no longer goes back that far: this edge needs a newer version to go on.'),
  'letter-settled': refusal('The row was applied or set aside meanwhile; `state` says which.'),
  'letter-not-mended': refusal('The row could not be applied with these values either; `reason` says why.'),
  'batch-of-another-clinic': error(403, 'The credential is of another clinic than the batch.'),
  'request-refused': refusal('The other side refused the request; a work item was made.'),
  'slot-taken': refusal('The time is booked already.'),
  'slot-full': refusal('As many as the clinic takes at once are booked for this service at this time.'),
  'outside-opening-hours': refusal('The clinic is closed at this time.'),
  'appointment-time-over': refusal('The time was over when the centre heard of it.'),
  'request-withdrawn': refusal('Who asked for it wants it no more.'),
  'request-answered': refusal('The centre has answered already: ask for the opposite.'),
  'unknown-request': refusal('Nothing of this id was asked of the centre.'),
  'request-too-old': refusal(
    'The patient asked more than a minute ago and was told that it was not confirmed: nothing was changed.',
  ),
  unconfirmed: refusal('The clinic has not answered yet.', 'ambiguous'),

  // The centre.
  'wrong-password': error(401, 'The e-mail address or the password is not right.'),
  'account-locked': error(403, 'Five wrong passwords: it opens by itself after fifteen minutes.', 'transient'),
  'database-away': error(
    503,
    'No PostgreSQL server of DATABASE_URL answers. Start one; the service goes on by itself.',
    'transient',
  ),
  'no-primary': error(
    503,
    'Servers of DATABASE_URL answer, and none of them takes writes. Promote the standby; the service goes on by itself.',
    'transient',
  ),
  'standby-lost': error(
    503,
    'The standby does not confirm commits: nothing is written until it does. Bring it back, or set FOYER_STANDBY_LOST to degrade.',
    'transient',
  ),
  'commit-unanswered': error(
    503,
    'The database went away over a commit: it may have been written. Look before it is done again.',
    'ambiguous',
  ),
  'database-role-too-strong': error(
    500,
    'DATABASE_URL names a role that owns tables or steps over row-level security. Give the weak role.',
  ),
  'database-user-missing': error(
    500,
    'PostgreSQL refuses to run as root, and the user to run as could not be made. Create the user `postgres`.',
  ),
  'database-binaries-missing': error(
    500,
    'There is no embedded PostgreSQL for this machine. Set DATABASE_URL and DATABASE_MIGRATION_URL.',
  ),
  'database-did-not-start': error(500, 'PostgreSQL did not start; `lastLines` is the end of its log.'),
  'database-did-not-stop': error(
    500,
    'A PostgreSQL server that an ended process left behind does not stop. End it by hand.',
  ),
  'centre-key-wrong': error(
    500,
    'FOYER_PMS_KEY_FILE is not the key of this database: nothing that it wraps would open. Copy the file from the other copy of the service, or from where it was kept.',
  ),
  'archive-failed': error(
    500,
    'PostgreSQL could not copy its log to `folder`. See that its user may write there, and that there is room.',
  ),
  'backup-folder-of-another': error(
    500,
    'The folder holds backups of another database, or of this one before it was restored. Name an empty one.',
  ),
  'backup-of-another-version': error(
    500,
    'The backup is of PostgreSQL `version`, which is not the one that comes with this service.',
  ),
  'backup-not-found': error(404, 'The folder has no backup that was whole at this moment; `oldest` says from when on.'),
  'data-folder-not-empty': error(500, 'There is a database at `folder` already. Restore into another data folder.'),
  'restore-point-not-reached': error(
    500,
    'The log in the folder ends before this moment. Without --until everything that is there comes back.',
  ),
  'restore-not-whole': error(
    500,
    'What was restored is not whole; `faults` says where. Do not serve it: restore to another moment, or from another folder.',
  ),
  'data-folder-in-use': error(500, 'Another process, `pid`, serves this data folder.'),
  'data-folder-of-another-clinic': error(
    500,
    'The data folder holds the demonstration of another FOYER_SEED. Set that seed again, or empty the folder.',
  ),
  'clinic-key-lost': error(
    500,
    'The clinic key at `path` is missing, or is not the one of this log. Put back the key that the centre holds in escrow; with another one nothing that is sealed opens.',
  ),
  'migrations-pending': error(503, 'The database is older than the service. Run `npm run pms -- migrate`.'),
  'migration-changed': error(500, 'A migration that ran here was changed afterwards. Restore the file.'),
  'migration-failed': error(500, 'A migration failed and was rolled back.'),
  'tenant-table-unprotected': error(
    500,
    'A table is not kept apart by tenant; `faults` names it. Do not serve this schema.',
  ),
  'port-in-use': error(
    500,
    'Another program on this machine has `port`. End it, or set `setting` to another port, or to 0 for any that is free.',
  ),
  'configuration-invalid': error(500, 'A setting is missing or has a wrong shape; `setting` names it.'),

  // The appliance.
  'bundle-not-whole': error(422, 'The bundle is not as its maker signed it; `path` names the file. Copy it again.'),
  'bundle-forged': error(422, 'The bundle is not signed by the key that this box trusts. Do not install it.'),
  'bundle-expired': error(422, 'The bundle may not be installed any more. Ask for a newer one.'),
  'bundle-downgrade': error(422, 'The bundle is not newer than what runs: `counter` says how far it is.'),
  'bundle-of-another-machine': error(422, 'The bundle was made for another kind of processor.'),
  'bundle-wrong-database': error(
    422,
    'The bundle cannot serve this database: `database` is its number. Install the version between first.',
  ),
  'patients-waiting': refusal('Patients wait: the update is for later, or is urgent.', 'transient'),
  'rehearsal-failed': error(
    500,
    'The new version could not give a number on a copy of the clinic: nothing was changed.',
  ),
  'update-stuck': error(
    500,
    'The new version is ill, and its database holds what the old one cannot read: it stays. Call for help.',
  ),
  'no-backup-stick': error(500, 'No stick for backups is in the box, and the clinic has no centre: nothing was kept.'),
  'centre-not-reached': error(
    503,
    'The centre at `url` gave no answer for a long time. Look at the line.',
    'transient',
  ),
  'backup-too-large': refusal('The centre takes backups of up to `mostBytes`. Keep this one on a stick.'),
  'no-backup': refusal('The centre has no whole backup of this clinic.'),
  'restore-code-unknown': refusal('The restore code is unknown, used or over. Have another one given out.'),
  'backup-broken': error(422, 'The backup is cut off or was changed, or the recovery key is not its own.'),
  'edge-replaced': error(
    409,
    'Another box has taken this clinic over, in epoch `epoch`: this one serves no more. Keep its disk, and set it up anew.',
  ),
  'snapshot-too-large': refusal(
    'The centre keeps up to `mostBytes` of what lies beside the log. See what media and clips need.',
  ),
  'snapshot-incomplete': refusal(
    'A piece of the snapshot is not at the centre: all of them are sent anew.',
    'transient',
  ),
  'no-snapshot': refusal(
    'The centre has nothing of this clinic that lies beside its log: take over from another copy.',
  ),
  'checkpoint-refused': error(
    422,
    'What the log begins behind, or the centre sent to let it go further, is not proven. Verify: `npm run audit -- verify`.',
  ),
  'copy-broken': error(422, 'The copy is not whole, or the recovery key is not its own; `seq` is the last good row.'),
  'copy-of-another-log': error(409, 'The copy is of another clinic or history. Name an empty folder for this one.'),
  'copy-not-reached': error(503, 'The place of the copy is away: `place` names it.', 'transient'),
} as const satisfies Record<string, CodeEntry>;

export type ErrorCode = keyof typeof errorCodes;
export function retryClass(code: ErrorCode): Retry {
  return errorCodes[code].retry;
}
