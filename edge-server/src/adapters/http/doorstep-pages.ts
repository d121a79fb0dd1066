// The two pages that are there before any screen is: how to trust the clinic's edge, and how an empty edge begins.

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

export function firstRunPage(clinicName: string | undefined): string {
  const state =
    clinicName === undefined
      ? `<p>This edge serves no clinic yet. Its configuration comes from the centre: connect it
         (<code>FOYER_PMS_URL</code> and <code>FOYER_PMS_TOKEN_FILE</code>) and start it again.</p>`
      : `<p>This edge serves ${escaped(clinicName)}.</p>`;
  return page(
    'First run',
    `${state}
     <p>The first tablet: open <a href="/staff/">/staff/</a> on it, and type here the code that it shows, together with
     the one-time code that the edge printed on its console.</p>
     <form id="enrol">
       <label>Code on the console <input name="secret" autocomplete="off" required minlength="16" maxlength="64"></label>
       <label>Code on the screen <input name="code" autocomplete="off" required pattern="[A-Za-z0-9]{4}-?[A-Za-z0-9]{4}"></label>
       <label>Its name <input name="name" required maxlength="120" value="Tablet 1"></label>
       <button>Let it in</button>
       <p role="status" id="answer"></p>
     </form>
     <script src="/first-run.js"></script>`,
  );
}

export const firstRunScript = `
const form = document.getElementById('enrol');
const answer = document.getElementById('answer');
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { secret, code, name } = Object.fromEntries(new FormData(form));
  const response = await fetch('/api/v1/enrolments/approve', {
    method: 'POST',
    headers: { authorization: 'Bearer ' + secret.trim(), 'content-type': 'application/json' },
    body: JSON.stringify({ code: code.trim().toUpperCase(), name: name.trim(), role: 'staff-tablet' }),
  });
  const said = await response.json();
  answer.textContent = response.ok ? 'Done: the tablet opens by itself.' : (said.error ?? said.refusal).code;
});
`;

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main><h1>${escaped(title)}</h1>
${body}</main></body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
