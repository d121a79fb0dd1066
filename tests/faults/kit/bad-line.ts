/**
 * A tablet's line on a bad day: it loses answers, delivers a request twice, and the tablet tries again with the
 * same `commandId`, as it should.
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import { createEdgeClient, newCommandId, type Order, type Sent } from '../../bench/kit/edge-client.ts';
import type { Random } from '../../bench/kit/random.ts';

/** Of a hundred commands. */
const lostOfHundred = 15;
const twiceOfHundred = 15;
const repeatedOfHundred = 10;

export interface BadLine {
  /** Every answer that came back, at least one. */
  deliver(order: Order): Promise<readonly Sent[]>;
  close(): void;
}

export function createBadLine(url: string, token: string, random: Random): BadLine {
  const client = createEdgeClient(url, token);
  const second = createEdgeClient(url, token);
  const delivered: { readonly commandId: string; readonly order: Order }[] = [];
  return {
    async deliver(order) {
      const commandId = newCommandId();
      const fate = random.below(100);
      const answers: Sent[] = [];
      if (fate < lostOfHundred) {
        await sendAndHangUp(url, token, JSON.stringify({ commandId, ...order }));
        answers.push(await client.send(order, commandId));
      } else if (fate < lostOfHundred + twiceOfHundred) {
        answers.push(...(await Promise.all([client.send(order, commandId), second.send(order, commandId)])));
      } else {
        answers.push(await client.send(order, commandId));
      }
      delivered.push({ commandId, order });
      if (random.below(100) < repeatedOfHundred) {
        const earlier = delivered[random.below(delivered.length)]!;
        answers.push(await second.send(earlier.order, earlier.commandId));
      }
      return answers;
    },
    close() {
      client.close();
      second.close();
    },
  };
}

/** The request leaves whole; nobody waits for the answer. */
export async function sendAndHangUp(url: string, token: string, body: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const head = [
    'POST /api/v1/commands HTTP/1.1',
    `Host: ${hostname}:${port}`,
    `Authorization: Bearer ${token}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  await new Promise<void>((resolve) => {
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`, () => resolve());
  });
  socket.destroy();
}
