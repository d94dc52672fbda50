/** The part of the desk's style sheet for the page of the day, lists and the log. */
export const LIST_STYLE = `
.filter { display: grid; grid-template-columns: 2fr repeat(4, 1fr); gap: .2rem 1rem; align-items: start; padding: .3rem 1rem 1rem; background: var(--shade); border: 1px solid var(--line); border-radius: .25rem }
.filter > * { min-width: 0 }
.filter fieldset { grid-column: 1 / -3; display: flex; flex-wrap: wrap; gap: 0 .9rem; align-items: center; font-size: .95rem }
.filter legend { float: left; margin: 0 }
.filter .choice { margin: 0; gap: .4rem; align-items: center }
.filter .row { grid-column: -3 / -1; margin: 0; gap: 1rem; flex-direction: row-reverse }
.filter button { margin: 0 }
.log-filter { grid-template-columns: 1fr 1fr auto; margin-bottom: 1rem }
.log-filter .row { grid-column: auto; margin-top: 2.6rem }
.filter .sought:has(.asked) { grid-column: 1 / -1 }
.filter .sought .asked { display: block }
.filter .sought .asked legend { float: none }
.filter .hint { margin: .2rem 0 0 }
.count { margin: 1rem 0 .4rem; font-weight: 600 }
.list { table-layout: fixed }
.list thead th:first-child { width: 46% }
.list.faces thead th:first-child { width: 7rem }
.list.faces thead th:nth-child(4) { width: 5rem }
.list th, .list td { padding: .55rem .9rem .55rem 0 }
.needs { margin: 0; padding-left: 1.1rem }
.ready .code { padding: 0 }
.ready thead th:first-child { width: 30% }
.ready thead th:nth-child(2) { width: 28% }
.proofs { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); gap: 1rem; align-items: end; margin: 1rem 0 }
.proofs figure { margin: 0 }
.proofs img { display: block; width: 100%; min-height: 8rem; background: #fff; border: 1px solid var(--line) }
.proofs figcaption { font-size: .95rem; margin-top: .3rem }
.list tbody th { font-size: 1rem; font-weight: 400; color: inherit }
.list tbody th a { font-weight: 600; font-size: 1.05rem }
.about { margin: .1rem 0 0; display: flex; flex-wrap: wrap; gap: 0 .9rem; font-size: .9rem; color: var(--soft) }
.mark { color: var(--brown) }
.mark::before { content: "! "; font-weight: 700 }
.mark.withheld { color: var(--red); font-weight: 600 }
.state { display: inline-block; padding: .05rem .5rem; margin: 0 .3rem .25rem 0; border: 1px solid var(--line); border-radius: .25rem; font-size: .9rem; line-height: 1.5 }
.state.published { color: var(--moss); border-color: var(--moss) }
.state.approved, .state.scheduled { color: var(--indigo); border-color: var(--indigo) }
.state.in-review { color: var(--indigo); border-style: dashed; border-color: var(--indigo) }
.state.draft { border-style: dashed; border-color: var(--soft) }
.state.missing { border-color: transparent; padding-left: 0; color: var(--soft) }
.state.removed { border-color: transparent; padding-left: 0; color: var(--soft); text-decoration: line-through }
.state.stale { color: var(--red); border-color: var(--red); font-weight: 600 }
.also { display: block; color: var(--soft); font-size: .88rem }
.pages { display: flex; flex-wrap: wrap; gap: .3rem; margin: 1rem 0 }
.pages a { padding: .5rem .8rem; min-width: 2.75rem; min-height: 2.75rem; text-align: center; border: 1px solid var(--line); border-radius: .25rem; text-decoration: none }
.pages a[aria-current] { background: var(--indigo); color: var(--paper); border-color: var(--indigo); font-weight: 600 }
.day { columns: 2 24rem; column-gap: 1.25rem }
.day section { break-inside: avoid; border: 1px solid var(--line); border-radius: .25rem; padding: .8rem 1rem; margin: 0 0 1.25rem }
.day h2, .saved h2 { font-size: 1.08rem; line-height: 1.4; margin: 0 0 .4rem }
.number { display: inline-block; min-width: 1.7em; padding: 0 .4em; text-align: center; border-radius: 1em; background: var(--indigo); color: var(--paper); font-size: .9rem }
.day ul, .saved ul { list-style: none; margin: 0; padding: 0 }
.day li, .saved li { padding: .35rem 0; border-top: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: 0 .8rem; align-items: baseline }
.day .hint, .saved .hint { margin: 0; font-size: .9rem }
.day + .hint { margin-top: 1rem }
.note { margin: .2rem 0; padding-left: .8rem; border-left: .2rem solid var(--brown); flex-basis: 100%; white-space: pre-line }
.day .all { margin: .5rem 0 0; font-size: .95rem }
.saved { margin-top: 1.5rem; max-width: 46rem }
.log td:first-child { white-space: nowrap; color: var(--soft); width: 13rem; font-variant-numeric: tabular-nums }
.log .by { font-weight: 600; color: inherit }
.details { display: block; font-size: .85rem; color: var(--soft); overflow-wrap: anywhere }
@media (max-width: 60rem) {
  .filter { grid-template-columns: 1fr 1fr }
  .filter .words, .filter fieldset, .filter .row { grid-column: 1 / -1 }
  .filter fieldset { margin-top: .8rem }
  .filter .row { flex-direction: row; margin: .5rem 0 0 }
  .log-filter > div { grid-column: 1 / -1 }
  .filter legend { float: none; width: 100% }
}
@media (max-width: 48rem) {
  .list thead { position: absolute; left: -99em }
  .list tr, .list tbody th, .list td { display: block; width: auto }
  .list tr { border-bottom: 1px solid var(--line); padding: .6rem 0 }
  .list tbody th, .list td { border: 0; padding: 0 }
  .list td { display: flex; flex-wrap: wrap; gap: 0 .5rem; align-items: baseline; margin-top: .3rem }
  .list td::before { content: attr(data-label); flex: 0 0 6.5rem; color: var(--soft); font-size: .9rem }
  .list .also { flex-basis: 100%; padding-left: 7rem }
  .log tr, .log td { display: block; border: 0; padding: 0 }
  .log thead { position: absolute; left: -99em }
  .log tr { border-bottom: 1px solid var(--line); padding: .5rem 0 }
}
`
