/** How the page of the week looks: light and dark, on a phone, on a desk and on paper. */
export const weekStyle = `
:root { color-scheme: light dark; --ink: #1b2430; --soft: #556070; --paper: #fbfaf7; --card: #ffffff; --rule: #dcdfe4;
  --good: #11653c; --good-back: #e3f3e9; --bad: #9d1c1c; --bad-back: #fbe6e4; --line: #1f5fae; --area: #1f5fae22; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebef; --soft: #a5afbc; --paper: #14181d; --card: #1c2229;
  --rule: #343c46; --good: #7fd6a2; --good-back: #16301f; --bad: #f4a09a; --bad-back: #3a1a1a; --line: #7db3f2;
  --area: #7db3f233; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.5 system-ui, sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.15rem; font-weight: 600; color: var(--soft); margin: 0 0 1rem; }
h2 { font-size: 1.3rem; margin: 3rem 0 0.75rem; }
p { max-width: 44rem; margin: 0.5rem 0; }
.verdict { border-radius: 0.75rem; padding: 1.5rem; background: var(--good-back); }
.verdict strong { display: block; font-size: clamp(1.7rem, 5vw, 2.4rem); line-height: 1.2; color: var(--good);
  margin-bottom: 0.75rem; }
.verdict.bad { background: var(--bad-back); }
.verdict.bad strong { color: var(--bad); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 0.75rem; margin: 1rem 0 0;
  padding: 0; }
.figures div { background: var(--card); border: 1px solid var(--rule); border-radius: 0.6rem; padding: 0.75rem 1rem; }
.figures dt { color: var(--soft); font-size: 0.88rem; }
.figures dd { margin: 0; font-size: 1.4rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.scroll { border: 1px solid var(--rule); border-radius: 0.75rem; background: var(--card); overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.94rem; font-variant-numeric: tabular-nums; }
th, td { padding: 0.5rem 0.6rem; text-align: right; border-top: 1px solid var(--rule); white-space: nowrap; }
th { font-weight: 600; }
thead th { color: var(--soft); font-size: 0.88rem; border-top: 0; vertical-align: bottom; }
thead tr + tr th { padding-top: 0; }
th[scope='row'], thead tr:first-child th:first-child { text-align: left; }
tfoot th, tfoot td { font-weight: 700; border-top: 2px solid var(--rule); }
thead .group { text-align: center; border-bottom: 1px solid var(--rule); }
.same { color: var(--good); }
.other { color: var(--bad); font-weight: 700; }
.days { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr));
  gap: 0.75rem; }
.days li { background: var(--card); border: 1px solid var(--rule); border-radius: 0.75rem; padding: 0.9rem 1.1rem; }
.days h3 { font-size: 1rem; margin: 0 0 0.4rem; }
.days h4 { font-size: 0.85rem; font-weight: 600; color: var(--soft); margin: 0.5rem 0 0; }
.days p { margin: 0.1rem 0; font-size: 0.94rem; }
.charts { display: grid; grid-template-columns: 2fr 1fr; gap: 1.5rem; }
.chart { margin: 0; min-width: 0; }
.plot { position: relative; height: 15rem; margin: 0.75rem 1.25rem 2rem 3.4rem; }
.plot svg { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; }
.rule { stroke: var(--rule); vector-effect: non-scaling-stroke; }
.line { fill: none; stroke: var(--line); stroke-width: 2.5; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
.area { fill: var(--area); }
.level, .mark { position: absolute; color: var(--soft); font-size: 0.82rem; white-space: nowrap; }
.level { right: calc(100% + 0.5rem); transform: translateY(50%); }
.mark { top: calc(100% + 0.35rem); transform: translateX(-50%); }
figcaption { color: var(--soft); font-size: 0.92rem; max-width: 36rem; }
.checks { columns: 2 20rem; column-gap: 2.5rem; padding: 0; list-style: none; }
.checks li { display: flex; gap: 0.75rem; padding: 0.35rem 0; border-top: 1px solid var(--rule); break-inside: avoid; }
.checks b { flex: 1; font-weight: 500; }
.checks span { color: var(--soft); font-variant-numeric: tabular-nums; }
.checks .same { color: var(--good); }
.checks .other { color: var(--bad); }
.sentences { padding-left: 1.2rem; overflow-wrap: anywhere; }
footer { margin-top: 3rem; color: var(--soft); font-size: 0.92rem; }
code { font-size: 0.92em; }
@media (max-width: 44rem) {
  .charts { grid-template-columns: 1fr; }
  thead { display: none; }
  table, tbody, tfoot, tr, td, tbody th, tfoot th { display: block; }
  .scroll { border: 0; background: none; border-radius: 0; }
  tr { background: var(--card); border: 1px solid var(--rule); border-radius: 0.75rem; padding: 0.6rem 1rem;
    margin-bottom: 0.75rem; }
  tbody th, tfoot th { border: 0; padding: 0 0 0.25rem; }
  tbody td, tfoot td { display: flex; justify-content: space-between; gap: 1rem; border: 0; padding: 0.15rem 0; }
  td::before { content: attr(data-label); color: var(--soft); font-weight: 400; }
}
@media print {
  table { font-size: 8.5pt; }
  th, td { padding: 2pt 4pt; }
  :root { color-scheme: light; --ink: #000; --soft: #444; --paper: #fff; --card: #fff; --rule: #bbb; --good: #11653c;
    --good-back: #fff; --bad: #9d1c1c; --bad-back: #fff; --line: #1f5fae; --area: #1f5fae22; }
  body { font-size: 10.5pt; }
  main { padding: 0; max-width: none; }
  .verdict { border: 2px solid var(--good); }
  .verdict.bad { border-color: var(--bad); }
  h2 { margin-top: 1.5rem; break-after: avoid; }
  figure, .days li, tr, .figures div { break-inside: avoid; }
  * { print-color-adjust: exact; }
}
`;
