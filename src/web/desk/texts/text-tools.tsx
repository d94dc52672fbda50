/** What only a script can use, hidden until it does: the tools over the body and the question where a link leads. */
import type { Source } from '../../../domain/entry.ts'
import type { Say } from '../../../messages/desk-message.ts'

const TOOLS = [
  ['bold', 'Control+B'],
  ['italic', 'Control+I'],
  ['heading'],
  ['list'],
  ['numbers'],
  ['quote'],
  ['link', 'Control+K'],
  ['table'],
  ['withheld'],
] as const
const STEPS = [
  ['undo', 'Control+Z'],
  ['redo', 'Control+Y'],
] as const

interface Props {
  say: Say
  sources: readonly Source[]
}

/** In the order of use; a shortcut is said with its tool. */
export function TextTools({ say, sources }: Props) {
  return (
    <div class="tools" role="toolbar" aria-label={say('tool.bar')} hidden>
      {TOOLS.map(([name, keys]) => (
        <Tool say={say} name={name} keys={keys} />
      ))}
      <div class="below">
        <button
          type="button"
          data-tool="cite"
          title={say('tool.cite.hint')}
          aria-haspopup="menu"
          aria-expanded="false"
          aria-controls="cite-menu"
        >
          {say('tool.cite')} ▾
        </button>
        <div class="menu" id="cite-menu" role="menu" aria-label={say('tool.cite')} hidden>
          {sources.length === 0 && (
            <button type="button" role="menuitem" tabindex={-1} aria-disabled="true">
              {say('tool.noSources')}
            </button>
          )}
          {sources.map((source) => (
            <button type="button" role="menuitem" tabindex={-1} data-source={source.id}>
              <span class="key">[^{source.id}]</span> {sourceTitle(say, source)}
            </button>
          ))}
        </div>
      </div>
      {STEPS.map(([name, keys]) => (
        <Tool say={say} name={name} keys={keys} />
      ))}
    </div>
  )
}

type ToolName = (typeof TOOLS | typeof STEPS)[number][0]

function Tool({ say, name, keys }: { say: Say; name: ToolName; keys: string | undefined }) {
  const hint = say(`tool.${name}.hint`)
  return (
    <button
      type="button"
      data-tool={name}
      data-head={name === 'table' ? say('tool.column') : undefined}
      title={keys ? `${hint} (${keys.replace('Control', 'Ctrl')})` : hint}
      aria-keyshortcuts={keys}
    >
      {say(`tool.${name}`)}
    </button>
  )
}

/**
 * What a tool or a paste has done, where it needs saying; the sentences wait for a script, with places like `{count}`
 * for it to fill.
 */
export function ToolStatus({ say }: { say: Say }) {
  return (
    <p
      class="hint tool-status"
      id="tool-status"
      role="status"
      data-withheld={say('tool.withheldSaid')}
      data-pasted={say('tool.pasted')}
      data-pictures={say('tool.pastedPictures', { count: '{count}' })}
      data-footnotes={say('tool.pastedFootnotes', { count: '{count}' })}
    />
  )
}

/** A script asks here where a link leads; without one it never opens. */
export function LinkDialog({ say }: { say: Say }) {
  return (
    <dialog id="link-dialog" aria-labelledby="link-title">
      <form method="dialog">
        <h2 id="link-title">{say('tool.linkTitle')}</h2>
        <label for="link-words">{say('tool.linkWords')}</label>
        <input id="link-words" type="text" autocomplete="off" />
        <label for="link-address">{say('tool.linkAddress')}</label>
        <p class="hint" id="link-hint">
          {say('tool.linkHint')}
        </p>
        <input
          id="link-address"
          type="text"
          inputmode="url"
          autocomplete="off"
          spellcheck={false}
          aria-describedby="link-hint link-problem"
        />
        <p class="problem" id="link-problem" role="alert" data-refused={say('tool.linkRefused')} />
        <div class="row">
          <button>{say('tool.linkInsert')}</button>
          <button class="second" value="cancel" formnovalidate>
            {say('tool.cancel')}
          </button>
        </div>
      </form>
    </dialog>
  )
}

/** Title and publisher of a source, as far as it has them. */
export function sourceTitle(say: Say, { kind, title, publisher }: Source): string {
  return kind === 'general-knowledge'
    ? say('text.generalKnowledge')
    : [title, publisher].filter(Boolean).join(', ')
}
