// What Mosquitto says in its log when a client comes whose name another has: who takes whose place. It is on a topic that
// the edge alone may read. Source: mosquitto.conf(5), "log_dest topic"; mosquitto, src/handle_connect.c.

export const logTopic = '$SYS/broker/log/E';

/** Whose connection was closed for a newer one of the same name; undefined: the line says something else. */
export function takenOver(line: string): string | undefined {
  return /\bClient (\S+) already connected, closing old connection/.exec(line)?.[1];
}
