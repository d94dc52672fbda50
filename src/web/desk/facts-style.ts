/** The forms of facts, and pages that read them out: parts with their help on one side, fields on the other. */
export const FACTS_STYLE = `
.facts .fact-bar { position: sticky; top: 0; z-index: 1; background: var(--paper); border-bottom: 1px solid var(--line); padding: .4rem 0; display: flex; gap: .3rem 1rem; align-items: center }
.fact-bar button { margin: 0; flex: none }
.fact-bar nav { overflow-x: auto }
.fact-bar ul { display: flex; gap: .2rem; list-style: none; margin: 0; padding: 0; white-space: nowrap }
.fact-bar a { display: block; padding: .55rem .5rem }
.fact-part { border-top: 1px solid var(--line); padding: .2rem 0 1.2rem; margin-top: 1rem; scroll-margin-top: 4.5rem; min-width: 0 }
.facts .fact-part:first-of-type { border-top: 0 }
fieldset.fact-part > legend { font-size: 1.2rem; padding-right: .6rem; margin: 0 }
.fact-sides { display: grid; gap: .4rem 2rem; grid-template-columns: minmax(0, 1fr) }
.fact-sides > * { min-width: 0 }
.fact-row { display: flex; flex-wrap: wrap; gap: .2rem .8rem; align-items: flex-end; background: var(--shade); border-radius: .3rem; padding: .4rem .8rem .8rem; margin: 0 0 .6rem; scroll-margin-top: 4.5rem; min-width: 0 }
.fact-links { gap: .3rem 1.2rem; margin: 0 0 .6rem }
.fact-standing { margin: 0 0 1rem }
.fact-standing .hint { margin: 0 }
.fact-part h2 { margin: .6rem 0 .2rem }
.new-entry .fact, .new-entry fieldset { margin-top: 1.2rem }
.new-entry .second { margin-top: .6rem }
.fact-row.spare { background: none; border: 1px dashed var(--soft) }
.fact-row > legend { float: left; width: 100%; font-size: .9rem; color: var(--soft); margin: 0 }
.fact-row legend + * { clear: both }
.fact { flex: 1 1 11rem; min-width: 0; scroll-margin-top: 6rem }
.fact.short { flex: 1 1 7rem }
.fact.long { flex: 6 1 13rem }
.fact label:not(.choice) { margin: .4rem 0 .15rem; font-weight: 500; font-size: .95rem }
.fact .choice, .remove { min-height: 2.75rem; align-items: center; margin: 0 }
.fact input, .fact select, .fact textarea { scroll-margin-top: 7rem; min-width: 0 }
select[aria-invalid=true] { border: 2px solid var(--red) }
.fact-file { flex: 1 1 100%; margin: .3rem 0; overflow-wrap: anywhere }
.remove { flex: none; margin-left: auto }
.wrong { color: var(--red); margin: .2rem 0 0; font-size: .95rem; overflow-wrap: anywhere }
.doubt { color: var(--brown); margin: .2rem 0 0; font-size: .95rem; overflow-wrap: anywhere }
.fact-row > .wrong, .fact-row > .doubt { flex: 1 1 100% }
.doubts { border-left: .35rem solid var(--brown); padding: .7rem 1rem; background: var(--shade); margin: 0 0 1rem }
.doubts > p:first-child { margin: 0; font-weight: 600 }
.doubts h2 { margin-top: 0 }
.doubts ul, .errors ul { overflow-wrap: anywhere }
.doubts > ul { margin: .3rem 0 0; padding-left: 1.2rem }
.facts-read { margin: 0 0 1rem }
.facts-read > div { border-top: 1px solid var(--line); padding: .6rem 0; display: grid; gap: .2rem 2rem }
.facts-read dt { font-weight: 600 }
.facts-read dd { margin: 0; min-width: 0; overflow-wrap: anywhere }
.facts-read ul { margin: 0; padding-left: 1.1rem }
.facts-read li:target { outline: 3px solid var(--brown); outline-offset: 2px }
.facts-compare { align-items: flex-end }
button.default { position: absolute; left: -99em }
ins { color: var(--moss); text-decoration-thickness: .08em }
del { color: var(--red) }
@media (min-width: 62rem) {
  .fact-sides { grid-template-columns: 17rem minmax(0, 1fr) }
  .facts-read { margin: 0 0 1rem }
.facts-read > div { grid-template-columns: 15rem minmax(0, 1fr) }
}
.drop { border: 2px dashed var(--soft); border-radius: .3rem; padding: 0 1rem 1rem; margin: 1rem 0; max-width: 46rem }
.drop.over { border-color: var(--indigo); background: var(--shade) }
.drop .told p { margin: .4rem 0 0 }
.media-row { align-items: flex-start }
.media-row > legend span { font-family: ui-monospace, Menlo, monospace }
.media-row > legend b { margin-left: .8rem; color: var(--moss) }
.media-row > legend .waits { color: var(--brown) }
.media-row > img { width: 15rem; max-width: 100%; height: auto; background: var(--field) }
.media-row > audio { width: 20rem; max-width: 100% }
.media-fields { flex: 1 1 24rem; min-width: 0; display: flex; flex-wrap: wrap; gap: .2rem .8rem; align-items: flex-end }
.media-fields > .wrong { flex-basis: 100%; margin: 0 }
.media-fields .place { flex: 0 0 7rem }
.media-fields .remove { white-space: normal; flex: 1 1 12rem }
`
