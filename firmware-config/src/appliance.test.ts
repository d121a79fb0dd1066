import { describe, expect, it } from 'vitest';
import { edgeApplianceFiles } from './edge-appliance.ts';
import { screenApplianceFiles } from './screen-appliance.ts';
import { edgeSettings } from './settings.ts';

const textOf = (files: readonly { readonly path: string; readonly text: string }[], path: string): string =>
  files.find((file) => file.path === path)?.text ?? '';

const unitFor = (dataDir: string): string =>
  textOf(
    edgeApplianceFiles({ user: 'foyer', folder: '/opt/foyer', dataDir }),
    '/etc/systemd/system/foyer-edge.service',
  );
/** Its lines, without those of the sections around it. */
const sectionOf = (unit: string, name: string): readonly string[] =>
  (unit.split(`[${name}]\n`)[1]?.split('\n[')[0] ?? '').split('\n');

describe('the appliance of an edge', () => {
  const files = edgeApplianceFiles({
    user: 'foyer',
    folder: '/opt/foyer',
    dataDir: '/var/lib/foyer',
    settings: { FOYER_PRINTER: 'tcp://printer:9100' },
  });

  it('names every setting with its meaning, those that are set and those that are not', () => {
    const environment = textOf(files, '/etc/foyer/edge.env');
    for (const [name, { meaning }] of Object.entries(edgeSettings)) {
      if (name !== 'FOYER_DEMONSTRATION_FILE') expect(environment).toContain(`# ${meaning}\n`);
    }
    expect(environment).toContain('FOYER_DATA_DIR="/var/lib/foyer"\n');
    expect(environment).toContain('FOYER_PRINTER="tcp://printer:9100"\n');
    expect(environment).toContain('#FOYER_EDGE_PORT=8080\n');
    expect(environment).not.toContain('DEMONSTRATION');
  });

  it('starts the edge again whatever ended it, however often', () => {
    const unit = unitFor('/var/lib/foyer');
    expect(sectionOf(unit, 'Service')).toContain('Restart=always');
    expect(sectionOf(unit, 'Unit')).toContain('StartLimitIntervalSec=0');
  });

  it.each([
    ['/var/lib/foyer', 'foyer'],
    ['/var/lib/clinics/north/', 'clinics/north'],
  ])('has systemd make %s, and may write there, to its versions and to a copy alone', (dataDir, name) => {
    const service = sectionOf(unitFor(dataDir), 'Service');
    expect(service).toEqual(
      expect.arrayContaining(['ProtectSystem=strict', `StateDirectory=${name}`, 'StateDirectoryMode=0700']),
    );
    expect(service.filter((line) => line.startsWith('ReadWritePaths'))).toEqual([
      'ReadWritePaths=/opt/foyer -/media/foyer-copy',
    ]);
  });

  it('makes any other folder before the edge starts, which may write there alone', () => {
    const service = sectionOf(unitFor('/srv/foyer'), 'Service');
    const made = service.indexOf('ExecStartPre=+/usr/bin/install -d -m 0700 -o foyer /srv/foyer');
    expect(made).toBeGreaterThan(0);
    expect(service).toEqual(expect.arrayContaining(['ProtectSystem=strict', 'ReadWritePaths=/srv/foyer']));
  });
});

describe('the appliance of a screen', () => {
  const edgeUrl = 'https://192.168.1.5:8443';
  const files = screenApplianceFiles({
    role: 'display',
    edgeUrl,
    authority: 'MII=',
    user: 'screen',
  });

  it('trusts the clinic’s authority, plays sound without a touch, and reaches the edge alone', () => {
    expect(JSON.parse(textOf(files, '/etc/chromium/policies/managed/foyer.json'))).toMatchObject({
      CACertificates: ['MII='],
      AutoplayAllowed: true,
      URLBlocklist: ['*'],
      URLAllowlist: [edgeUrl],
    });
  });

  it('starts again however often it ends', () => {
    const unit = textOf(files, '/etc/systemd/system/foyer-screen.service');
    expect(sectionOf(unit, 'Service')).toContain('Restart=always');
    expect(sectionOf(unit, 'Unit')).toContain('StartLimitIntervalSec=0');
  });

  it('shows its own page and nothing around it', () => {
    expect(textOf(files, '/etc/systemd/system/foyer-screen.service')).toMatch(
      /--kiosk .* https:\/\/192\.168\.1\.5:8443\/display\/\n/,
    );
  });
});
