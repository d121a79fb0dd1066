import { describe, expect, it } from 'vitest';
import { childEnvironment, runCommand } from './run-command.ts';

const node = (script: string, deadlineMs?: number) =>
  runCommand(process.execPath, ['-e', script], {
    output: 'capture',
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
  });

describe('a command', () => {
  it('hands back its status and both its outputs', async () => {
    const result = await node('console.log("out"); console.error("err"); process.exitCode = 3');
    expect(result).toMatchObject({ status: 3, timedOut: false });
    expect(result.output).toContain('out');
    expect(result.output).toContain('err');
  });

  it('has no input to wait for', async () => {
    const { output } = await node('process.stdin.resume().on("end", () => console.log("closed"))');
    expect(output).toContain('closed');
  });

  it('is ended at its deadline, with what it started', async () => {
    const script =
      'require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1e6)"], { stdio: "inherit" })';
    // Would not resolve before the grandchild lets go of the output.
    const result = await node(script, performance.now());
    expect(result).toMatchObject({ status: 137, timedOut: true });
  });

  it('says so when there is no such program', async () => {
    expect(await runCommand('no-such-program', [], { output: 'capture' })).toMatchObject({ status: 127 });
  });

  it('finds this very Node first', async () => {
    const result = await runCommand('node', ['-p', 'process.version'], {
      output: 'capture',
      env: childEnvironment({ PATH: childEnvironment()['PATH'] }),
    });
    expect(result.output.trim()).toBe(process.version);
  });
});
