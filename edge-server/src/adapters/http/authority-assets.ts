// How the page of the authority looks, and its one act: files of their own, because no page of ours runs what stands in it.

export const authorityStyle = `
:root { color-scheme: light dark; --ink: #14181d; --paper: #fff; --soft: #eef1f4; --line: #c5ccd4; --act: #0b4f9e; --on-act: #fff; --well: #14632f; --ill: #9b1c1c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f2f4f7; --paper: #14181d; --soft: #232a32; --line: #4a5561; --act: #8fc1ff; --on-act: #14181d; --well: #8fdba7; --ill: #ffaaa5; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 24px 20px 64px; }
nav { display: flex; flex-wrap: wrap; gap: 4px 20px; }
nav a { padding: 8px 0; }
nav a[aria-current] { font-weight: 700; color: inherit; text-decoration: none; }
h1 { margin: 12px 0 8px; font-size: 2rem; line-height: 1.2; }
h2 { margin: 40px 0 8px; font-size: 1.375rem; line-height: 1.3; }
p { margin: 0 0 12px; }
a { color: var(--act); }
.act, button { display: inline-block; min-height: 56px; padding: 14px 24px; border: 0; border-radius: 10px; background: var(--act); color: var(--on-act); font: inherit; font-weight: 700; text-decoration: none; cursor: pointer; }
button:disabled { opacity: 0.6; }
:focus-visible { outline: 3px solid var(--act); outline-offset: 3px; }
.words { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: 8px; margin: 12px 0; padding: 0; list-style: none; }
.words li { padding: 10px 12px; border-radius: 8px; background: var(--soft); font-size: 1.25rem; font-weight: 700; text-align: center; }
.hex { font: 0.875rem/1.6 ui-monospace, monospace; overflow-wrap: anywhere; direction: ltr; unicode-bidi: isolate; }
details { border: 1px solid var(--line); border-radius: 10px; margin-bottom: 8px; }
summary { padding: 14px 16px; font-weight: 700; cursor: pointer; }
ol { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 24px 20px; margin: 0; padding: 4px 16px 20px; list-style: none; counter-reset: step; }
ol li { counter-increment: step; }
ol p::before { content: counter(step) '. '; font-weight: 700; }
svg { display: block; width: 100%; max-width: 22rem; height: auto; }
.device { fill: var(--paper); stroke: var(--line); stroke-width: 3; }
.menu { fill: var(--soft); }
.touched { fill: var(--act); }
.hand { fill: none; stroke: var(--on-act); stroke-width: 3; }
text { fill: var(--ink); font: 15px system-ui, sans-serif; }
text.on-touched { fill: var(--on-act); font-weight: 700; }
.qr { width: 13rem; padding: 8px; border-radius: 10px; background: #fff; }
.works { color: var(--well); font-weight: 700; }
.fails { color: var(--ill); font-weight: 700; }
[hidden] { display: none !important; }
`;

export const authorityScript = `
const button = document.getElementById('check');
const shown = (id, is) => { document.getElementById(id).hidden = !is; };
async function look(isAsked) {
  button.disabled = true;
  const works = await fetch(button.dataset.at, { cache: 'no-store' }).then((answer) => answer.ok, () => false);
  button.disabled = false;
  shown('works', works);
  shown('fails', !works && isAsked);
}
button.addEventListener('click', () => void look(true));
// Whoever comes back from the settings is told without asking.
document.addEventListener('visibilitychange', () => { if (!document.hidden) void look(false); });
`;
