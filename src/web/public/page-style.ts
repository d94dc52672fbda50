/**
 * The public pages' one style sheet. It travels inside the page, allowed by its hash, so that the first
 * response is the whole first screen. Old browsers read the page without it.
 */
const SHEET = `
@font-face {
  font-family: "Be Vietnam Pro"; font-weight: 700; font-display: swap;
  src: url(/static/be-vietnam-pro-700-latin.woff2) format("woff2");
  unicode-range: U+0-FF, U+2BB, U+2000-206F
}
@font-face {
  font-family: "Be Vietnam Pro"; font-weight: 700; font-display: swap;
  src: url(/static/be-vietnam-pro-700-vietnamese.woff2) format("woff2");
  unicode-range: U+102-103, U+110-111, U+128-129, U+168-169, U+1A0-1A1, U+1AF-1B0, U+300-301, U+303, U+309, U+323, U+1EA0-1EF9
}
:root {
  --giay: #fbf9f4; --muc: #1b1a17; --cham: #1f3a6e; --hoi: #8a4b2a; --son: #a8321f; --reu: #3f5e4a;
  --dau: #1f3a6e; --vach: #ddd6c6; --mo: #57534a; --o: #f1ecdf;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --giay: #12151c; --muc: #e9e6df; --cham: #9db4e6; --hoi: #d9a583; --son: #f09a86; --reu: #9fc3ac;
    --dau: #1a2c52; --vach: #343a48; --mo: #b3aea2; --o: #1b202b;
  }
}
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body {
  margin: 0; background: var(--giay); color: var(--muc);
  font: 1.125rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: break-word; min-height: 100vh; display: flex; flex-direction: column;
}
:lang(zh) { font-family: "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif }
:lang(km) { font-family: "Noto Sans Khmer", "Khmer OS", "Khmer Sangam MN", sans-serif }
:lang(zh) :lang(vi), :lang(zh) :lang(en), :lang(km) :lang(vi), :lang(km) :lang(en) { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif }
:where(body, p, div, li, dd):lang(zh) { line-height: 1.75 }
:where(body, p, div, li, dd):lang(km) { line-height: 1.9 }
h1, h2, h3 { font-family: "Be Vietnam Pro", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; line-height: 1.25; text-wrap: balance }
h1:lang(zh), h2:lang(zh), h3:lang(zh) { font-family: "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; line-height: 1.35 }
h1:lang(km), h2:lang(km), h3:lang(km) { font-family: "Noto Sans Khmer", sans-serif; line-height: 1.6 }
a { color: var(--cham) }
a:focus-visible, summary:focus-visible, button:focus-visible, select:focus-visible { outline: 3px solid var(--hoi); outline-offset: 2px; border-radius: 2px }
.nhay { position: absolute; left: -99em }
.nhay:focus { left: .5rem; top: .5rem; padding: .7rem 1rem; background: var(--giay); z-index: 1 }
.khung { width: 100%; max-width: 41rem; margin: 0 auto; padding: 0 1.15rem }
.dau { background: var(--dau); color: #fff; padding: .35rem 0 1.5rem; position: relative; overflow: hidden }
.dau a { color: #fff }
.dau .khung { position: relative }
.dau svg { position: absolute; right: -2.2rem; bottom: -3.6rem; width: 11rem; height: 11rem; fill: #fff; opacity: .1; pointer-events: none }
.tieng { display: flex; flex-wrap: wrap; gap: 0 .1rem; list-style: none; margin: 0 -.6rem .9rem; padding: 0; font-size: 1rem }
.tieng a, .tieng b, .tieng i { display: block; padding: .6rem; min-height: 2.75rem; line-height: 1.5rem; font-style: normal }
.tieng b { font-weight: 600; text-decoration: underline; text-decoration-thickness: 3px; text-underline-offset: .45rem }
.tieng i { color: #c9d3ea }
.loai { margin: 0 0 .35rem; font-size: 1rem; color: #dde4f3 }
h1 { margin: 0; font-size: 2rem; font-size: clamp(1.9rem, 8vw, 2.7rem); font-weight: 700 }
.tom { font-size: 1.25rem; line-height: 1.55; margin: 1.4rem 0 }
.nhac { border-left: 4px solid var(--hoi); padding: .7rem 1rem; background: var(--o); margin: 1.25rem 0; font-size: 1.05rem }
.nhac p { margin: 0 }
h2 { font-size: 1.35rem; margin: 2.2rem 0 .6rem; font-weight: 600; color: var(--cham) }
h3 { font-size: 1.12rem; margin: 1.6rem 0 .4rem; font-weight: 600 }
main p { margin: 0 0 1.05rem }
main img { max-width: 100%; height: auto; display: block }
figure { margin: 1.4rem 0 }
audio { display: block; width: 100% }
figcaption { font-size: .95rem; color: var(--mo) }
sup { line-height: 0; font-size: .75em; white-space: nowrap }
sup::before { content: "\\2060" }
sup a { padding: .6em .05em; text-decoration: none }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid var(--vach); padding: .4rem .6rem; text-align: left; vertical-align: top }
.align-right { text-align: right }
.align-center { text-align: center }
pre { white-space: pre-wrap }
blockquote { margin: 1.2rem 0; padding-left: 1rem; border-left: 3px solid var(--vach) }
dl { margin: 0; border-top: 1px solid var(--vach) }
dl > div { border-bottom: 1px solid var(--vach); padding: .6rem 0 }
dt { font-size: .95rem; color: var(--mo) }
dd { margin: 0 }
.cot li { break-inside: avoid }
dl + p, .ds + p { margin-top: 1.3rem }
.ds { list-style: none; margin: 0; padding: 0 }
.ds a { display: block; padding: .65rem 0; border-bottom: 1px solid var(--vach); min-height: 2.75rem }
small { display: inline-block; width: 100%; font-size: .95rem; color: var(--mo) }
.loi-vao { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: .6rem; list-style: none; margin: 1.6rem 0 0; padding: 0 }
.loi-vao a { display: flex; justify-content: space-between; gap: 1rem; padding: .8rem 1rem; min-height: 3.4rem; background: var(--o); border-left: 4px solid var(--hoi); font-weight: 600; text-decoration: none }
.nhom { margin-top: 1.2rem }
.chu { margin: 1.6rem 0 0; font-size: 1.15rem; color: var(--hoi) }
.bd { margin: 1rem 0 0 }
button, select { font: inherit; min-height: 2.75rem; padding: .5rem 1rem; border: 2px solid var(--cham); border-radius: .4rem; background: var(--giay); color: var(--cham) }
.nghe { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; min-height: 2.75rem; margin: 0 0 1.2rem }
.nghe p { margin: 0 }
.nghe [aria-pressed]::before { content: "▶ " / "" }
.nghe [aria-pressed=true]::before { content: "❚❚ " / "" }
[aria-pressed=true] { background: var(--dau); color: #fff }
::highlight(doc) { background-color: #ffe08a; color: #1b1a17 }
mark.doc { background: #ffe08a; color: #1b1a17 }
[hidden] { display: none !important }
.hang { list-style: none; margin: 0; padding: 0 }
.hang a, .gap summary { display: block; padding: .5rem 0; min-height: 2.75rem }
.gap summary { display: list-item; cursor: pointer }
.diem { padding-left: 1.6rem }
.diem li { margin-bottom: 1.1rem }
.diem li::marker { font-weight: 600; color: var(--son) }
.diem p { margin: 0 }
.den { color: var(--reu); font-weight: 600 }
.diem > li > a { display: inline-block; padding: .45rem 0; min-height: 2.75rem; font-weight: 600 }
.nho { font-size: 1rem; color: var(--mo) }
.sau { margin-top: 1.6rem }
.nguon { font-size: 1rem; padding-left: 1.6rem }
.nguon li { margin-bottom: .5rem }
mark { background: #f7e3a1; color: #1b1a17 }
.tim { margin: 1.4rem 0 }
.tim label { display: block; margin-bottom: .3rem }
.tim div { display: flex; gap: .5rem }
.tim input, .tim button { font: inherit; min-height: 3rem; border: 2px solid var(--cham); border-radius: 4px; padding: 0 .7rem }
.tim input { flex: 1; min-width: 0; background: #fff; color: #1b1a17; appearance: none }
.tim button { background: var(--dau); color: #fff }
.tim :focus-visible { outline: 3px solid var(--hoi); outline-offset: 2px }
.kq { list-style: none; margin: 0; padding: 0 }
.kq li { padding: .5rem 0 .8rem; border-bottom: 1px solid var(--vach) }
.kq li > a, .kq b, .nut { display: inline-block; padding: .5rem 0; font-weight: 600 }
.kq p { margin: 0 }
main .nho { font-size: 1rem; font-weight: 400; color: var(--mo) }
main.khung { padding-bottom: 2.6rem }
.tin { margin-top: auto; padding: 1.4rem 0 1.6rem; background: var(--o); font-size: 1rem }
.loi { border-top: 1px solid var(--vach); margin-top: 1rem }
.loi li:last-child a, .bao a { border: 0 }
.bao { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin: -.5rem 0 .5rem }
.tin h2 { margin-top: 0 }
.tin p { margin: 0 0 .7rem }
.ma { font-family: ui-monospace, SFMono-Regular, Consolas, monospace; letter-spacing: .06em; white-space: nowrap }
.chan { color: var(--reu); font-weight: 600 }
.ban-do { display: block; width: 100%; max-height: 80vh; margin: 0 0 1rem }
.ban-do path { fill: var(--o); stroke: var(--mo); stroke-width: 1.5 }
.ban-do .co { fill: var(--vach) }
.ban-do .ro { fill: var(--cham); stroke: var(--giay); stroke-width: 3 }
.ban-do .gan { fill: none; stroke: var(--cham); stroke-width: 6 }
.thuoc path { fill: none; stroke: currentColor; stroke-width: 3 }
.thuoc text { fill: currentColor; font-size: 30px }
.phieu { margin-top: 2rem; font-size: 1rem; line-height: 1.5 }
.phieu fieldset { border: 0; margin: 0; padding: 0 }
.phieu legend { font-weight: 600; font-size: 1.15rem; padding: 0 }
.phieu fieldset label { display: flex; gap: .7rem; align-items: center; min-height: 2.75rem }
.phieu input { width: 1.3rem; height: 1.3rem; margin: 0 }
.phieu textarea { font: inherit; color: inherit; background: none; width: 100%; box-sizing: border-box; border: 1px solid var(--mo); border-radius: .3rem; padding: .5rem }
.phieu button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: 0 1.6rem; color: var(--giay); background: var(--cham); border: 0; border-radius: .3rem }
@media (max-width: 21rem) { th, td { padding: .3rem; font-size: .9em; overflow-wrap: anywhere } }
@media (min-width: 40rem) { .cot { columns: 2; column-gap: 1.5rem } dl > div { display: grid; grid-template-columns: 11rem 1fr; gap: 1rem } }
@media (min-width: 70rem) {
  body:has(.ben) .khung { max-width: 70rem }
  main:has(.ben) { display: grid; grid-template-columns: minmax(0, 41rem) minmax(0, 1fr); column-gap: 4.5rem }
  .ben dl > div { display: block }
  body:has(.ben) .tin .khung > * { max-width: 41rem }
}
@media print {
  .tieng, .nhay, .dau svg, .loi, .tim, button, select { display: none }
  body { display: block; min-height: 0 }
  .dau { background: none; color: #000; padding: 0 }
  .loai { color: #333 }
  body { font-size: 11pt; background: #fff; color: #000 }
  .tin { background: none; padding: 0 }
  a { color: #000 }
  .nguon a[href^="http"]::after { content: " <" attr(href) ">"; font-size: 9pt }
  dl > div, li, p { break-inside: avoid }
}
`

/** Before each colour of the palette the same by day, for browsers from before 2016, which know no variables. */
function forOldBrowsers(sheet: string): string {
  const palette = new Map(
    [...sheet.matchAll(/(--\w+): (#\w+);/g)].reverse().map(([, name, colour]) => [name, colour]),
  )
  const plain = (value: string) =>
    value.replace(/var\((--\w+)\)/g, (_, name: string) => palette.get(name)!)
  return sheet.replace(
    /([\w-]+): ([^;{}]*var\(--\w+\)[^;{}]*)/g,
    (whole, property: string, value: string) => `${property}: ${plain(value).trim()}; ${whole}`,
  )
}

/** Without the white space that only people need. */
export const STYLE = forOldBrowsers(SHEET)
  .replace(/\s*\n\s*/g, ' ')
  .replace(/ ?([{};,>]) ?/g, '$1')
  .replace(/: /g, ':')
  .trim()

let hash: Promise<string> | null = null

/** For the Content-Security-Policy header, as in `sha256-…`. */
export function styleHash(): Promise<string> {
  hash ??= crypto.subtle
    .digest('SHA-256', new TextEncoder().encode(STYLE))
    .then((digest) => `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`)
  return hash
}
