import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { edgeApplianceFiles } from './edge-appliance.ts';

const has = (tool: string): boolean => spawnSync(tool, ['--version']).error === undefined;

function aMachine() {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-machine-'));
  mkdirSync(join(folder, 'supervisor', 'bin'), { recursive: true });
  writeFileSync(join(folder, 'supervisor', 'bin', 'node'), '');
  chmodSync(join(folder, 'supervisor', 'bin', 'node'), 0o755);
  const files = edgeApplianceFiles({ user: 'root', folder, dataDir: '/var/lib/foyer' });
  const written = files.map(({ path, text }) => {
    const file = join(folder, basename(path));
    writeFileSync(file, text);
    return file;
  });
  const textOf = (name: string): string => files.find(({ path }) => path.endsWith(name))?.text ?? '';
  return { written, textOf };
}

describe('the files of a machine', () => {
  it.skipIf(!has('systemd-analyze'))('are units that systemd takes without a word', () => {
    const units = aMachine().written.filter((file) => /\.(service|timer)$/.test(file));
    expect(units).toHaveLength(4);
    // Words about other units of this machine are not ours; settings that an older systemd does not know are said by name.
    const { stderr } = spawnSync('systemd-analyze', ['verify', '--recursive-errors=no', ...units], {
      encoding: 'utf8',
    });
    const ours = stderr.split('\n').filter((line) => line.includes('foyer-'));
    expect(ours.filter((line) => !/Unknown key.*Restart(Steps|MaxDelaySec)/.test(line))).toEqual([]);
  });

  it.skipIf(!has('nft'))('are rules that the firewall takes', () => {
    const rules = aMachine().written.find((file) => file.endsWith('nftables.conf'))!;
    expect(spawnSync('nft', ['-c', '-f', rules], { encoding: 'utf8' }).stderr).toBe('');
  });

  it('let in what the edge serves, and nothing else', () => {
    const rules = aMachine().textOf('nftables.conf');
    expect(rules.match(/policy (\w+)/g)).toEqual(['policy drop', 'policy drop']);
    const ports = ['{ 8080, 8443 }', '1883', '8470'];
    expect(rules.match(/tcp dport .*? accept/g)).toEqual(ports.map((port) => `tcp dport ${port} accept`));
  });

  it('start the edge by the supervisor, which may not change itself', () => {
    const unit = aMachine().textOf('foyer-edge.service');
    expect(unit).toMatch(
      /ExecStart=(\S+)\/supervisor\/bin\/node \1\/supervisor\/appliance\/src\/supervisor-main\.js --root \1\n/,
    );
    expect(unit).toMatch(/ReadOnlyPaths=\S+\/supervisor\n/);
    expect(unit).toContain('CapabilityBoundingSet=\n');
  });
});
