import { describe, expect, it } from 'vitest';
import { welcomeLines, type Welcome } from './welcome.ts';

const running = (changes: Partial<Welcome>): string =>
  welcomeLines({
    links: [{ title: 'Kiosk', path: '/kiosk/', code: 'a-one-time-code' }],
    edgeUrl: 'http://localhost:8080',
    lanTlsUrl: 'https://192.168.1.5:8443',
    byLoopback: true,
    pmsUrl: 'http://localhost:8090',
    devicesUrl: 'http://127.0.0.1:9200',
    users: [{ email: 'manager@harbour.example', password: 'harbour', role: 'clinic-admin' }],
    staff: [{ name: 'Amira Haddad', roles: ['nurse'], pin: '1110' }],
    ...changes,
  }).join('\n');

describe('what npm start prints', () => {
  it('has each screen for this machine with its code, and for others without', () => {
    const text = running({});
    expect(text).toContain(
      '  Kiosk           http://localhost:8080/kiosk/#a-one-time-code\n                  https://192.168.1.5:8443/kiosk/\n',
    );
    expect(text).toContain('Amira Haddad      1110   nurse');
    expect(text).toMatch(/\nfoyer ready$/);
    expect(text).not.toContain('FOYER_BIND');
  });

  it('has no address for other machines where nothing listens for them', () => {
    expect(running({ lanTlsUrl: undefined })).not.toContain('https:');
  });

  it('has no code where none would work, and says what does not', () => {
    const text = running({ byLoopback: false, edgeUrl: 'http://192.168.1.5:8080' });
    expect(text).not.toContain('a-one-time-code');
    expect(text).toContain('  Kiosk           https://192.168.1.5:8443/kiosk/\n');
    expect(text).toMatch(/One-time codes, the tokens in demo\.json[^]*work from loopback alone[^]*foyer ready$/);
  });
});
