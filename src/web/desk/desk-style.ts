import { LIST_STYLE } from './list-style.ts'
import { FACTS_STYLE } from './facts-style.ts'
import { REVIEW_STYLE } from './review-style.ts'
import { TEXT_STYLE } from './text-style.ts'

/** The desk's style sheet: the palette of the public pages, quieter, for people who sit before it all day. */
export const DESK_STYLE = `
:root {
  --paper: #fbf9f4; --ink: #1b1a17; --indigo: #1f3a6e; --brown: #8a4b2a; --red: #a8321f; --moss: #3f5e4a;
  --line: #d9d2c1; --soft: #57534a; --field: #fff; --shade: #f1ecdf; color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12151c; --ink: #e9e6df; --indigo: #9db4e6; --brown: #d9a583; --red: #f09a86; --moss: #9fc3ac;
    --line: #3a4152; --soft: #b3aea2; --field: #1b202b; --shade: #1b202b;
  }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: break-word }
:lang(zh) { font-family: "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif }
:lang(km) { font-family: "Noto Sans Khmer", "Khmer OS", sans-serif; line-height: 1.9 }
a { color: var(--indigo) }
:focus-visible { outline: 3px solid var(--brown); outline-offset: 2px }
.skip { position: absolute; left: -99em }
.skip:focus { left: .5rem; top: .5rem; padding: .7rem 1rem; background: var(--paper); z-index: 2 }
.top { display: flex; flex-wrap: wrap; gap: .3rem 1.5rem; align-items: center; padding: .4rem 1.25rem; border-bottom: 1px solid var(--line); background: var(--shade) }
.practice { margin: 0; padding: .5rem 1.25rem; background: var(--brown); color: var(--paper); font-weight: 600; text-align: center }
.brand { margin: 0; font-weight: 700; color: var(--indigo) }
.top ul { display: flex; flex-wrap: wrap; gap: .2rem; list-style: none; margin: 0; padding: 0 }
.top nav a, .who a { display: block; padding: .6rem .7rem; text-decoration: none }
.top a[aria-current] { box-shadow: inset 0 -3px var(--indigo); font-weight: 600 }
.who { display: flex; align-items: center; margin-left: auto; gap: .5rem }
main { max-width: 72rem; margin: 0 auto; padding: 1rem 1.25rem 3rem }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .6rem 0 1rem }
h2 { font-size: 1.2rem; margin: 2rem 0 .6rem }
.narrow { max-width: 34rem }
label, legend { display: block; font-weight: 600; margin: 1rem 0 .25rem; padding: 0 }
fieldset { border: 0; margin: 0; padding: 0 }
.choice { display: flex; gap: .6rem; align-items: baseline; font-weight: 400; margin: .3rem 0; min-height: 2rem }
.hint { color: var(--soft); margin: .1rem 0 .3rem; font-size: .95rem }
input:not([type=radio]):not([type=checkbox]), select, textarea { width: 100%; font: inherit; color: inherit; background: var(--field); border: 1px solid var(--soft); border-radius: .25rem; padding: .6rem .7rem; min-height: 2.75rem }
input[aria-invalid=true], textarea[aria-invalid=true] { border: 2px solid var(--red) }
input[type=radio], input[type=checkbox] { flex: none; width: 1.15rem; height: 1.15rem; accent-color: var(--indigo) }
button, .button { display: inline-block; font: inherit; font-weight: 600; color: var(--paper); background: var(--indigo); border: 1px solid var(--indigo); border-radius: .25rem; padding: .55rem 1.1rem; min-height: 2.75rem; cursor: pointer; margin-top: 1rem; text-decoration: none }
button.quiet { color: var(--indigo); background: none; border-color: transparent; font-weight: 400; margin: 0; padding: .5rem .7rem }
button.quiet:hover { border-color: var(--line) }
button.quiet[aria-pressed=true] { font-weight: 700 }
button.second { color: var(--indigo); background: none; margin-top: 0 }
.errors { border-left: .35rem solid var(--red); padding: .7rem 1rem; background: var(--shade); margin: 0 0 1rem }
.errors p { margin: 0; font-weight: 600 }
.errors ul { margin: .3rem 0 0; padding-left: 1.2rem }
.errors a { color: var(--red) }
.good { border-left: .35rem solid var(--moss); padding: .7rem 1rem; background: var(--shade); margin: 0 0 1rem }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .5rem .7rem .5rem 0; border-bottom: 1px solid var(--line) }
th { font-size: .9rem; color: var(--soft) }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center }
.row > button, .row > form > button { margin-top: 0 }
legend { margin-top: 1rem }
.key { font-family: ui-monospace, "Cascadia Mono", Menlo, monospace; letter-spacing: .03em; overflow-wrap: anywhere }
.codes { columns: 2; list-style: none; padding: 0; max-width: 26rem; font-family: ui-monospace, Menlo, monospace }
.qr { width: 14rem; height: 14rem; background: #fff; padding: 0; display: block }
textarea { resize: vertical; line-height: 1.55 }
.two { display: grid; gap: 2rem }
@media (min-width: 64rem) { .two { grid-template-columns: 1fr 1fr } .source { position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding-right: 1rem } }
.source { border-left: .2rem solid var(--line); padding-left: 1rem }
.source h2, .sides h2 { margin-top: 0 }
.paragraph { position: relative }
.paragraph p { white-space: pre-line }
.paragraph.changed, .paragraph.added, .paragraph.removed { border-left: .25rem solid var(--brown); padding-left: .7rem }
.paragraph .mark { font-size: .85rem; font-weight: 600; color: var(--brown) }
ins { background: color-mix(in srgb, var(--moss) 22%, transparent); text-decoration: underline }
del { background: color-mix(in srgb, var(--red) 18%, transparent); text-decoration: line-through }
.state { font-weight: 600 }
.state .stale { color: var(--red) }
.sides > div { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); margin: .5rem 0 1rem }
.errors .plain { font-weight: 400 }
.left { color: var(--soft); font-size: .95rem; float: right; font-weight: 400 }
.left.over { color: var(--red); font-weight: 600 }
.acts { margin-top: 1.5rem; display: grid; gap: .6rem; justify-items: start }
.acts p { margin: 0 }
.acts form { max-width: 34rem }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem }
.fields { display: grid; gap: 0 1rem; grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr)); align-items: end }
.fields.seek button { margin-top: .8rem }
@media (min-width: 40rem) { .fields.seek button { margin-top: 0 } }
form > .row:last-child { margin-top: 1rem }
.seek { margin-bottom: 1rem; padding: 0 1rem 1rem; background: var(--shade); border: 1px solid var(--line); border-radius: .25rem }
.advice { border-left: .2rem solid var(--line); padding-left: 1rem; margin-top: 1.5rem }
.advice h2 { font-size: 1.05rem; margin-top: 0 }
.advice ul { padding-left: 1.1rem; margin: 0 }
.advice .bad { color: var(--red); font-weight: 600 }
.code { white-space: nowrap; display: inline-block; padding: .2rem 0 }
.face { display: block; max-width: 100%; max-height: 36rem; background: #fff; border: 1px solid var(--line) }
@media (max-width: 40rem) {
  .facts .fact-bar { flex-wrap: wrap; gap: 0 1rem }
  .fact-bar nav { flex: 1 1 100% }
  .top { gap: 0 .5rem; padding: .2rem .8rem }
  .top nav { order: 1; flex-basis: 100% }
  .top nav a, .who a { padding: .6rem .55rem }
  .top ul, .who { gap: 0 }
  main { padding-left: .9rem; padding-right: .9rem }
  .people thead { display: none }
  .people, .people tbody, .people tr, .people td { display: block }
  .people tr { border-bottom: 1px solid var(--line); padding: .6rem 0 }
  .people td { border: 0; padding: .15rem 0 }
}
.kept-mark { color: var(--soft); font-size: .9rem; margin-left: .6rem }
.row > .kept-mark, .fact-bar > .kept-mark { margin-left: 0; flex: none }
.kept-mark.bad { color: var(--red); font-weight: 600; flex: 1 1 12rem }
.kept-notice button { margin: .3rem .5rem 0 0 }
button:disabled { opacity: .55; cursor: not-allowed }
.ending { max-width: 34rem; border-left: .2rem solid var(--line); padding-left: 1rem }
.ending[open] { border-left-color: var(--brown) }
.acts .ending p { margin: 0 0 .6rem }
progress { width: 100%; max-width: 34rem; height: 1rem; accent-color: var(--indigo) }
.ticks { max-height: 26rem; overflow-y: auto; border: 1px solid var(--line); padding: .3rem .8rem; background: var(--field) }
.ticks .hint { display: inline }
.soft { color: var(--soft) }
.asked { margin-bottom: 1.2rem }
.sought .asked { margin: .3rem 0 0 }
.sought .asked legend { font-weight: 400; margin: 0; color: var(--red) }
.fields > .sought:has(.asked) { grid-column: 1 / -1 }
@media (pointer: coarse) {
  .choice, .remove, summary { min-height: 2.75rem; align-items: center }
  .choice { padding: .3rem 0 }
  .row > a:not(.button), .fact-links a, .fact-bar a, .code, .review-filters a, .needs a { display: inline-flex; align-items: center; min-height: 2.75rem; min-width: 2.75rem }
  td > .code { padding: 0 }
}
.asked input:not([type]), .asked select, .groups input { max-width: 30rem }
summary { cursor: pointer; padding: .6rem 0; color: var(--indigo) }
main.narrow { max-width: 38rem }
hr { border: 0; border-top: 1px solid var(--line) }
footer { border-top: 1px solid var(--line); padding: .5rem 1.25rem }
${LIST_STYLE}
${FACTS_STYLE}
${REVIEW_STYLE}
${TEXT_STYLE}`
