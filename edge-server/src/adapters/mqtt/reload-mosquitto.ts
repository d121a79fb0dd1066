// Has Mosquitto read its files again, as mosquitto(8) says: SIGHUP to the process that its pid file names.

import { readFileSync } from 'node:fs';

/** False: it does not run, or is not this user's to tell; who looks after it does it by hand. */
export function reloadMosquitto(pidFile: string): boolean {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8').trim());
    // A number that was left behind may be another process's by now.
    if (!Number.isSafeInteger(pid) || pid <= 1 || nameOf(pid) !== 'mosquitto') return false;
    process.kill(pid, 'SIGHUP');
    return true;
  } catch {
    return false;
  }
}

function nameOf(pid: number): string {
  return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
}
