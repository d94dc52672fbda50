import { ownName } from '../../../domain/locale.ts'
import type { XliffPlan } from '../../../exchange/xliff/plan-xliff.ts'
import { Notes, Problems } from './problem-lines.tsx'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'

interface Props {
  desk: Desk
  name: string
  plan: XliffPlan
  /** The file, sent back with the next step. */
  xliff: string
}

/** What each text of the file would become; nothing is written yet. */
export function XliffPreview({ desk, name, plan, xliff }: Props) {
  const say = sayFor(desk)
  const { texts, problems, notes, locale } = plan
  const count = texts.filter(({ revision }) => revision !== null).length
  const isReady = problems.length === 0 && count > 0
  return (
    <DeskLayout desk={desk} title={say('import.previewTitle', { name: name || '?' })}>
      <p role="status">
        <span lang={locale}>{ownName(locale)}</span>
        {' · '}
        {say('import.sum', {
          new: texts.filter(({ doing }) => doing === 'new').length,
          changed: texts.filter(({ doing }) => doing === 'changed').length,
          same: texts.filter(({ doing }) => doing === 'same').length,
          problems: problems.length,
        })}
      </p>
      <Problems say={say} problems={problems} />
      <Notes say={say} notes={notes} />
      {isReady ? (
        <form method="post" action="/admin/import/xliff/writing" enctype="multipart/form-data">
          <input type="hidden" name="name" value={name} />
          <input type="hidden" name="xliff" value={xliff} />
          <p class="row">
            <button>{say('import.write', { count })}</button>
            <a href="/admin/import">{say('import.other')}</a>
          </p>
        </form>
      ) : (
        <p>
          {problems.length === 0 && `${say('xliff.nothing')} `}
          <a class="button" href="/admin/import">
            {say('import.other')}
          </a>
        </p>
      )}
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('import.about')}</th>
              <th scope="col">{say('import.does')}</th>
            </tr>
          </thead>
          <tbody>
            {texts.map((text) => (
              <tr>
                <td>
                  {text.name} <span class="soft">{text.path}</span>
                </td>
                <td class={text.doing === 'problem' ? 'wrong' : undefined}>
                  {text.doing === 'problem'
                    ? say('import.doing.problem')
                    : text.revision
                      ? say('xliff.segments', { count: text.count, number: text.number })
                      : say('xliff.kept')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </DeskLayout>
  )
}
