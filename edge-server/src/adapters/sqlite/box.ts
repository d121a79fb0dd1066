// Screens, sessions, badges and PIN failures of this box, and who looked at whose record.

import { dayMs } from '@foyer/contracts/time.ts';
import type { Box } from '../../ports/box.ts';
import type { BoxChanges } from '../../ports/writer.ts';
import { boxThingChanges } from './box-things.ts';
import type { Connection } from './connection.ts';

const weekMs = 7 * dayMs;
type Changes = { readonly [K in keyof BoxChanges]: (change: BoxChanges[K]) => void };

export function createBox(db: Connection): Box {
  const enrol = db.prepare(`
    INSERT INTO devices
      (id, name, role, service_point_id, token_hash, loopback_only, enrolled_at, revoked, public_key, expires_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role,
      service_point_id = excluded.service_point_id, token_hash = excluded.token_hash,
      loopback_only = excluded.loopback_only, enrolled_at = excluded.enrolled_at, revoked = 0,
      public_key = excluded.public_key, expires_at = excluded.expires_at, renewed_late_at = NULL`);
  const renew = db.prepare(`
    UPDATE devices SET token_hash = ?, expires_at = ?, renewed_late_at = coalesce(?, renewed_late_at) WHERE id = ?`);
  const revoke = db.prepare('UPDATE devices SET revoked = 1 WHERE id = ?');
  const openSession = db.prepare(`
    INSERT OR REPLACE INTO sessions (token_hash, staff_id, device_id, service_point_id, roles, expires_at)
    VALUES (?, ?, ?, ?, ?, ?)`);
  const forgetOldSessions = db.prepare('DELETE FROM sessions WHERE expires_at < ?');
  const closeSession = db.prepare('DELETE FROM sessions WHERE token_hash = ?');
  const closeDeviceSessions = db.prepare('DELETE FROM sessions WHERE device_id = ?');
  const pinFailed = db.prepare(`
    INSERT INTO pin_failures (staff_id, failures, locked_until) VALUES (?, ?, ?)
    ON CONFLICT (staff_id) DO UPDATE SET failures = excluded.failures, locked_until = excluded.locked_until`);
  const forgetFailures = db.prepare('DELETE FROM pin_failures WHERE staff_id = ?');
  const setPin = db.prepare(`
    INSERT INTO local_pins (staff_id, pin_hash, pin_digits) VALUES (?, ?, ?)
    ON CONFLICT (staff_id) DO UPDATE SET pin_hash = excluded.pin_hash, pin_digits = excluded.pin_digits`);
  const putBadge = db.prepare(`
    INSERT INTO badges (staff_id, badge_hash) VALUES (?, ?)
    ON CONFLICT (staff_id) DO UPDATE SET badge_hash = excluded.badge_hash`);
  const freeBadge = db.prepare('DELETE FROM badges WHERE badge_hash = ?');
  const removeBadge = db.prepare('DELETE FROM badges WHERE staff_id = ?');
  const viewed = db.prepare('INSERT INTO access_log (at, actor, patient_id, purpose) VALUES (?, ?, ?, ?)');

  const changes: Changes = {
    ...boxThingChanges(db),
    'device-enrolled': ({ id, name, role, servicePointId, tokenHash, loopbackOnly, enrolledAt, key }) => {
      const { publicKey = null, expiresAt = null } = key ?? {};
      const place = [id, name, role, servicePointId] as const;
      enrol.run(...place, tokenHash, Number(loopbackOnly), enrolledAt, publicKey, expiresAt);
    },
    'device-renewed': ({ id, tokenHash, expiresAt, lateAt }) => {
      renew.run(tokenHash, expiresAt, lateAt, id);
    },
    'device-revoked': ({ id }) => {
      revoke.run(id);
      closeDeviceSessions.run(id);
    },
    'session-opened': ({ tokenHash, staffId, deviceId, servicePointId, roles, expiresAt }) => {
      forgetOldSessions.run(expiresAt - weekMs);
      if (deviceId !== null) closeDeviceSessions.run(deviceId);
      openSession.run(tokenHash, staffId, deviceId, servicePointId, JSON.stringify(roles), expiresAt);
    },
    'session-closed': ({ tokenHash }) => {
      closeSession.run(tokenHash);
    },
    'pin-failed': ({ staffId, failures, lockedUntil }) => {
      pinFailed.run(staffId, failures, lockedUntil);
    },
    'pin-set': ({ staffId, pinHash, pinDigits }) => {
      setPin.run(staffId, pinHash, pinDigits);
      forgetFailures.run(staffId);
    },
    'badge-enrolled': ({ staffId, badgeHash }) => {
      // Whoever had it before works here no more.
      freeBadge.run(badgeHash);
      putBadge.run(staffId, badgeHash);
    },
    'badge-removed': ({ staffId }) => {
      removeBadge.run(staffId);
    },
    'record-viewed': ({ at, actor, patientId, purpose }) => {
      viewed.run(at, actor, patientId, purpose);
    },
  };
  return {
    change(kind, change) {
      changes[kind](change);
    },
  };
}
