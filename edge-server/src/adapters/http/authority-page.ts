// The one page that is there before any screen can be: how to trust the clinic's edge.

export function authorityPage(clinicName: string | undefined): string {
  return page(
    `Trust ${clinicName ?? 'this edge'}`,
    `<p>Kiosks, displays and tablets speak to this box over HTTPS. Its certificate is signed by an authority that belongs
     to this clinic alone; a screen needs it once.</p>
     <p><a href="/foyer-authority.crt">Download the authority</a> (<a href="/foyer-authority.pem">PEM</a>)</p>
     <h2>iPad, iPhone</h2><p>Download it in Safari, then Settings, General, VPN &amp; Device Management: install the profile.
     Then Settings, General, About, Certificate Trust Settings: switch it on.</p>
     <h2>Android</h2><p>Settings, Security, More security settings, Encryption &amp; credentials, Install a certificate,
     CA certificate: choose the file.</p>
     <h2>Windows, macOS</h2><p>Open the file and install it for “Trusted Root Certification Authorities”, or in the
     keychain “System” with “Always Trust”.</p>
     <h2>Chromium on a kiosk</h2><p>The appliance image installs it by policy; nothing to do.</p>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main><h1>${escaped(title)}</h1>
${body}</main></body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
