/** Every statement that cites one source, in all languages, one after another: where was it read? */
import type { Source } from '../../../domain/entry.ts'
import type { Say } from '../../../messages/desk-message.ts'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'
import type { Statement } from './statement-groups.ts'

interface Props {
  desk: Desk
  name: string
  /** As in `/admin/review/streets/le-loi`. */
  at: string
  /** Of the source that is replaced. */
  id: string
  /** Of the facts and texts on the screen: a form about others is refused. */
  numbers: string
  notice: string
  groups: readonly (readonly Statement[])[]
  facts: readonly { path: string; said: string }[]
  /** Documents of the entry that may take its place. */
  sources: readonly Source[]
}

export function ReplacePage({
  desk,
  name,
  at,
  id,
  numbers,
  notice,
  groups,
  facts,
  sources,
}: Props) {
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('replace.title', { id, name })}>
      <p>
        <a href={at}>{say('replace.back')}</a>
      </p>
      {notice !== '' && (
        <p class="errors" role="alert">
          {notice}
        </p>
      )}
      <p>{say('replace.hint')}</p>
      {groups.length + facts.length === 0 && <p>{say('replace.none')}</p>}
      <form method="post" action={`${at}/sources/${id}`} data-module="keep-form">
        <input type="hidden" name="numbers" value={numbers} />
        <fieldset class="fact-row">
          <legend>{say('replace.new')}</legend>
          <label class="fact long">
            {say('facts.title.document')}
            <input
              type="text"
              id="title"
              name="title"
              maxlength={300}
              autocomplete="off"
              data-offers="/admin/choices/works"
            />
          </label>
          <label class="fact">
            {say('facts.publisher')}
            <input type="text" name="publisher" maxlength={300} />
          </label>
          <label class="fact short">
            {say('facts.sourceAt')}
            <input type="text" name="at" maxlength={300} />
          </label>
        </fieldset>
        {facts.map(({ path, said }) => (
          <fieldset class="replace">
            <legend>{`${say('review.facts')}: ${said}`}</legend>
            <Choices say={say} name={`fact ${path}`} sources={sources} mayGo={false} />
          </fieldset>
        ))}
        {groups.map((group, i) => (
          <fieldset class="replace">
            <legend>{say('replace.statement', { number: i + 1, of: groups.length })}</legend>
            {group.map(({ locale, words }) => (
              <p lang={locale}>{words}</p>
            ))}
            <Choices say={say} name={`statement ${i}`} sources={sources} mayGo />
          </fieldset>
        ))}
        <button>{say('replace.save')}</button>
      </form>
      <script nonce={desk.nonce} type="module" src="/static/desk.js" />
    </DeskLayout>
  )
}

interface ChoicesProps {
  say: Say
  name: string
  sources: readonly Source[]
  /** Whether it may be taken out. */
  mayGo: boolean
}

function Choices({ say, name, sources, mayGo }: ChoicesProps) {
  const choices = [
    ['stays', say('replace.stays')],
    ...sources.map(({ id, title }) => [id, `${say('replace.readIn')} [${id}] ${title ?? ''}`]),
    ['new', say('replace.readInNew')],
    ...(mayGo ? [['out', say('replace.out')]] : []),
  ] as [string, string][]
  return (
    <>
      {choices.map(([value, label]) => (
        <label class="choice">
          <input type="radio" name={name} value={value} checked={value === 'stays'} />
          <span>{label}</span>
        </label>
      ))}
    </>
  )
}
