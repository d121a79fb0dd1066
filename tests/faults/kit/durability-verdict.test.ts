import { describe, expect, it } from 'vitest';
import { createDurabilityJudge, type DurabilityVerdict } from './durability-verdict.ts';
import { createTraceReader } from './trace-line.ts';

const id = '019aa000-0000-7000-8000-000000000001';
const other = '019aa000-0000-7000-8000-000000000002';

// Lines as strace 6.1 prints them (`-f -yy -s 70000`), shortened in the middle of their bytes.
const connection = (port: number): string => `31<TCP:[127.0.0.1:45787->127.0.0.1:${port}]>`;
const wal = '29</data/edge.db-wal>';
const request = (commandId = id, port = 57998): string =>
  `17135 read(${connection(port)}, "POST /api/v1/commands HTTP/1.1\\r\\nHost: 127.0.0.1:45787\\r\\n\\r\\n{\\"commandId\\":\\"${commandId}\\",\\"type\\":\\"call-next\\"}", 65536) = 176`;
const row = (commandId = id): string =>
  `17143 pwrite64(${wal}, "\\r\\0\\0\\0\\1\\17\\361\\0${commandId}\\0\\0", 4096, 56) = 4096`;
const sync = `17143 fsync(${wal})  = 0 (DELAYED)`;
const answer = (port = 57998, status = '200 OK'): string =>
  `17135 write(${connection(port)}, "HTTP/1.1 ${status}\\r\\ncontent-type: application/json\\r\\n\\r\\n{\\"ok\\":true}", 174) = 174`;

function judge(...lines: readonly string[]): DurabilityVerdict {
  const reader = createTraceReader();
  const durability = createDurabilityJudge();
  for (const line of lines) for (const event of reader.read(line)) durability.see(event);
  return durability.verdict();
}

const fine = { answered: 1, violations: [] };
const broken = { answered: 1, violations: [expect.stringContaining(id)] };

describe('an answer', () => {
  it('may leave after the sync that covers its row', () => {
    expect(judge(request(), row(), sync, answer())).toEqual(fine);
  });

  it('may not leave before the row is written', () => {
    expect(judge(request(), answer(), row(), sync)).toEqual(broken);
  });

  it('may not leave without a sync', () => {
    expect(judge(request(), row(), answer())).toEqual(broken);
  });

  it('may not leave while the sync runs', () => {
    expect(
      judge(
        request(),
        row(),
        `17143 fsync(${wal} <unfinished ...>`,
        answer(),
        '17143 <... fsync resumed>)  = 0 (DELAYED)',
      ),
    ).toEqual(broken);
  });

  it('is not covered by a sync that began before its row was written', () => {
    expect(
      judge(
        request(),
        `17143 fsync(${wal} <unfinished ...>`,
        row().replace('17143', '17144'),
        '17143 <... fsync resumed>)  = 0 (DELAYED)',
        answer(),
      ),
    ).toEqual(broken);
  });

  it('is not covered by a sync that failed, nor by one of another file', () => {
    expect(judge(request(), row(), `17143 fsync(${wal}) = -1 EIO (Input/output error)`, answer())).toEqual(broken);
    expect(judge(request(), row(), '17143 fsync(21</data/edge.db>) = 0', answer())).toEqual(broken);
  });

  it('is not covered by the row of another command', () => {
    expect(judge(request(), row(other), sync, answer())).toEqual(broken);
  });

  it('is not covered by the answer on another connection', () => {
    expect(judge(request(id, 1), request(other, 2), row(other), sync, answer(1), answer(2))).toEqual({
      answered: 2,
      violations: [expect.stringContaining(id)],
    });
  });

  it('stays covered when a later batch writes the same page again', () => {
    expect(judge(request(), row(), sync, row(), answer())).toEqual(fine);
  });

  it('counts only when it is one of success', () => {
    expect(judge(request(), answer(57998, '409 Conflict'))).toEqual({
      answered: 0,
      violations: [],
    });
  });
});

describe('a batch', () => {
  it('is covered by one sync', () => {
    expect(judge(request(id, 1), request(other, 2), row(id), row(other), sync, answer(1), answer(2))).toEqual({
      answered: 2,
      violations: [],
    });
  });
});

describe('a request', () => {
  it('is known by its commandId, also when its body comes in a later read', () => {
    const head = `17135 read(${connection(1)}, "POST /api/v1/commands HTTP/1.1\\r\\n\\r\\n", 65536) = 80`;
    const body = `17135 read(${connection(1)}, "{\\"commandId\\":\\"${id}\\"}", 65536) = 52`;
    expect(judge(head, body, answer(1))).toEqual(broken);
  });

  it('is known when the read was cut in two by another thread', () => {
    const begin = `17135 read(${connection(1)}, <unfinished ...>`;
    const end = `17135 <... read resumed>"POST / HTTP/1.1\\r\\n\\r\\n{\\"commandId\\":\\"${id}\\"}", 65536) = 90`;
    expect(judge(begin, row(other), end, answer(1))).toEqual(broken);
  });
});

describe('a line that is no call', () => {
  it('says nothing', () => {
    expect(judge('17135 --- SIGTERM {si_signo=SIGTERM} ---', '17143 +++ exited with 0 +++', '')).toEqual({
      answered: 0,
      violations: [],
    });
  });
});
