/** The room of review: texts side by side, points and facts below them, one bar at the foot that approves. */
export const REVIEW_STYLE = `
main:has(.review-texts) { max-width: 100rem }
.review-filters { display: flex; flex-wrap: wrap; gap: .3rem; list-style: none; margin: 0 0 1rem; padding: 0 }
.review-filters a { display: block; padding: .5rem .8rem; border: 1px solid var(--line); border-radius: 1.4rem; text-decoration: none }
.review-filters a[aria-current] { background: var(--indigo); color: var(--paper); border-color: var(--indigo) }
.review-filters a[aria-current] .number { background: var(--paper); color: var(--indigo) }
.review-way { position: sticky; top: 0; z-index: 1; background: var(--paper); margin: 0; padding: .5rem 0; gap: .4rem 1.4rem; border-bottom: 1px solid var(--line) }
kbd { font: .8rem ui-monospace, Menlo, monospace; border: 1px solid currentColor; border-radius: .2rem; padding: 0 .35em; opacity: .8 }
@media (pointer: coarse) { kbd { display: none } }
.review-texts { display: grid; gap: 0 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); margin-top: .6rem }
.review-texts > section { border-top: 3px solid var(--line); max-height: 32rem; overflow: auto; padding: 0 .8rem .8rem 0; min-width: 0 }
@media (max-width: 48rem) { .review-texts > section { max-height: none } }
.review-texts h2, .as-read h2 { font-size: 1.2rem; margin: .2rem 0 .5rem; color: var(--indigo) }
.review-texts h3 { font-size: 1rem; margin: 1rem 0 .2rem }
.review-texts p { margin: .3rem 0 .7rem }
.review-texts sup a { text-decoration: none; padding: 0 .1em }
.review-summary { font-weight: 600 }
.review-sides { display: grid; gap: 0 2.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)) }
.review-open, .review-settled, .review-ticks { list-style: none; margin: 0; padding: 0 }
.review-open > li, .review-ticks > li { border-top: 1px solid var(--line); padding: .5rem 0 }
.review-open p { margin: 0 }
.review-settled > li { padding: .3rem 0; color: var(--soft) }
.review-settled form { display: inline }
.settle > summary { cursor: pointer; color: var(--indigo); min-height: 2.75rem; padding: .5rem 0 }
.settle label, .review-documents .fact { margin: 0 }
.settle input, .review-documents .fact input, .review-approval input { font-weight: 400 }
.settle .short, .review-documents .short { flex-basis: 10rem }
.review-approval { position: sticky; bottom: 0; background: var(--shade); border-top: 1px solid var(--line); padding: .6rem .8rem; margin: 1.2rem 0; align-items: flex-end }
.review-approval label { margin: 0; flex: 0 1 18rem; font-weight: 500 }
.review-documents { display: grid; gap: 1rem 2.5rem }
@media (min-width: 60rem) { .review-documents { grid-template-columns: 22rem minmax(0, 1fr) } }
.review-documents nav ul { list-style: none; margin: 0; padding: 0 }
.review-documents nav li { padding: .45rem 0; border-bottom: 1px solid var(--line) }
.review-documents a[aria-current] { font-weight: 700; text-decoration: none }
.review-ticks > li { display: grid; gap: .2rem .8rem; align-items: center }
@media (min-width: 60rem) { .review-ticks > li { grid-template-columns: minmax(0, 3fr) minmax(0, 1fr) 12rem } }
.review-ticks .choice { margin: 0 }
.replace { border-top: 1px solid var(--line); padding: .2rem 0 .8rem; margin-top: .8rem }
.replace p { margin: .2rem 0 }
.replace .choice { min-height: 0; padding: .3rem 0 }
@media (pointer: coarse) { .replace .choice { min-height: 2.75rem } }
@media (max-width: 40rem) { .review-way { position: static } }
.progress meter { width: 5rem; vertical-align: middle }
.progress td { white-space: nowrap; font-variant-numeric: tabular-nums }
`
