/** The part of the desk's style sheet for the page of one text: its tools, previews and notes. */
export const TEXT_STYLE = `
[hidden] { display: none !important }
.tools { position: relative; clear: both; display: flex; flex-wrap: wrap; gap: .2rem; padding: .3rem; margin: .2rem 0 .4rem; background: var(--shade); border: 1px solid var(--line); border-radius: .25rem }
.tools button { margin: 0; padding: .25rem .6rem; min-height: 2.4rem; font-weight: 400; font-size: .95rem; color: var(--ink); background: var(--field); border-color: var(--line) }
.tools button:hover, .tools [aria-expanded=true] { border-color: var(--indigo) }
.tools [data-tool=bold] { font-weight: 700 }
.tools [data-tool=italic] { font-style: italic }
.menu { position: absolute; top: 100%; left: 0; z-index: 3; display: grid; width: min(30rem, 100%); max-height: 20rem; overflow-y: auto; background: var(--paper); border: 1px solid var(--soft); border-radius: .25rem; padding: .2rem; box-shadow: 0 .3rem 1rem rgb(0 0 0 / .25) }
.menu button { text-align: left; border-color: transparent; background: none }
.menu p { margin: .5rem }
.tool-status { min-height: 1.5em; margin: .3rem 0 0 }
dialog { width: min(30rem, 92vw); color: var(--ink); background: var(--paper); border: 1px solid var(--soft); border-radius: .3rem; padding: 1rem 1.4rem 1.4rem }
dialog::backdrop { background: rgb(0 0 0 / .45) }
dialog h2 { margin-top: 0 }
dialog .row { margin-top: 1rem }
.problem { color: var(--red); font-weight: 600; margin: .3rem 0 0 }
.problem:empty { display: none }
.found h2 { margin-top: 0 }
.found [role=status] { margin: 0 }
.found ul { padding-left: 1.2rem }
.found li { margin-bottom: .4rem }
.tabs { display: flex; flex-wrap: wrap; gap: .2rem; border-bottom: 1px solid var(--line) }
.tabs button { margin: 0; color: var(--indigo); background: none; border-color: transparent; border-radius: .25rem .25rem 0 0; font-weight: 400 }
.tabs [aria-selected=true] { font-weight: 700; box-shadow: inset 0 -3px var(--indigo) }
.panel { padding: .8rem 0 }
#preview-phone { position: relative; min-height: 42rem }
#preview-phone iframe { display: block; width: 362px; max-width: 100%; height: 640px; border: 1px solid var(--soft); border-radius: .6rem; background: #fff }
#preview-phone .coming { position: absolute; visibility: hidden }
.panel .face { max-height: 32rem }
.read { background: color-mix(in srgb, var(--moss) 25%, transparent) }
.source-list { padding-left: 0; list-style: none }
.source-list li { padding: .3rem 0; border-top: 1px solid var(--line) }
.source-list button { margin: .2rem 0 0; padding: .2rem .7rem; min-height: 2.2rem; display: block }
.notes { list-style: none; padding: 0 }
.notes > li { border: 1px solid var(--line); border-left: .3rem solid var(--brown); border-radius: .25rem; padding: .6rem .9rem; margin-bottom: .7rem }
.notes.done > li { border-left-color: var(--moss) }
.notes p { margin: .2rem 0 }
.notes .said { white-space: pre-line; font-size: 1.05rem }
.notes blockquote { margin: .3rem 0; padding-left: .7rem; border-left: .15rem solid var(--line); color: var(--soft); font-size: .92rem; max-height: 6.2em; overflow: hidden }
.notes summary, .each summary { padding: .4rem 0 }
.each > div { border-top: 1px solid var(--line); padding: .5rem 0 }
.each > div > p { white-space: pre-line; margin: .2rem 0; max-height: 9.5em; overflow: hidden }
@media (pointer: coarse) { .tools button, .source-list button { min-height: 2.75rem } }
.as-read { border: 1px solid var(--line); border-radius: .25rem; padding: .2rem 1rem 1rem; background: var(--field) }
.as-read h3 { margin: 1rem 0 .2rem }
.as-read p { margin: .3rem 0 .7rem }
main:has(.two > .source) { max-width: 96rem }
.two:has(> .source) { gap: 1.5rem }
.two form#text > label { display: inline-block; margin: .5rem .6rem 0 0 }
.two form#text > label.choice { display: flex }
.two form#text > .hint { display: inline }
.two form#text .left { margin-top: .5rem }
.two form#text > .hint.below { display: block }
.warn { border-left: .35rem solid var(--brown); padding: .5rem .9rem; background: var(--shade) }
`
