import { PREFLIGHT_RULES } from '../../../domain/preflight.ts'
import { spaced, type ShortCode } from '../../../domain/short-code.ts'
import { preflightMessage } from '../../../messages/preflight-message.ts'
import type { Say } from '../../../messages/desk-message.ts'
import type { OrderPageProps } from './order-page-props.ts'

type Props = OrderPageProps & { say: Say }

/**
 * What preflight found, the same finding of several signs once; the warnings somebody must sign for; and every rule
 * with what was measured.
 */
export function OrderReport(props: Props) {
  const { say, desk, recipes, reports, open, mayWrite } = props
  const nameOf = (code: string) =>
    recipes.find((recipe) => recipe.code === code)?.names[0]?.text ?? ''
  if (reports.length === 0) return null
  const findings = reports.flatMap(({ code, findings: found }) =>
    found.map((one) => ({ ...one, code, words: preflightMessage(desk.language, one) })),
  )
  const groups = [...new Set(findings.map(({ words }) => words))].map((words) =>
    findings.filter((one) => one.words === words),
  )
  return (
    <section>
      <h2>{say('parcel.report')}</h2>
      <p>{say('parcel.reportOf', { count: reports.length })}</p>
      {findings.length === 0 && <p class="good">{say('parcel.clean')}</p>}
      <ul>
        {groups.map((same) =>
          same.slice(0, 1).map(({ severity, id, words }) => (
            <li>
              <b>{`${say(`parcel.${severity}`)}: `}</b>
              {words}
              <details>
                <summary>{say('parcel.which', { count: same.length })}</summary>
                <ul>
                  {same.map(({ code }) => (
                    <li>
                      <a class="key" href={`/admin/signs/${code}`}>
                        {spaced(code as ShortCode)}
                      </a>{' '}
                      {nameOf(code)}
                    </li>
                  ))}
                </ul>
                <p class="soft">{say('parcel.byRule', { rule: id })}</p>
              </details>
            </li>
          )),
        )}
      </ul>
      {mayWrite &&
        open.map((rule) => (
          <SignOff
            {...props}
            rule={rule}
            words={findings.find(({ id }) => id === rule)?.words ?? rule}
          />
        ))}
      <Rules {...props} />
    </section>
  )
}

function SignOff({
  say,
  desk,
  order,
  rule,
  words,
  typed,
}: Props & { rule: string; words: string }) {
  return (
    <form
      class="narrow"
      method="post"
      action={`/admin/orders/${order.id}/notes`}
      data-module="keep-form"
      data-keep={`sign-off ${rule}`}
    >
      <input type="hidden" name="what" value="signed-off" />
      <input type="hidden" name="rule" value={rule} />
      <label for={`sign-${rule}`}>{say('parcel.signFor', { words })}</label>
      <p class="hint" id={`hint-${rule}`}>
        {say('parcel.signHint', { name: desk.editor?.email ?? '', rule })}
      </p>
      <input
        id={`sign-${rule}`}
        name="text"
        value={typed?.rule === rule ? typed.text : undefined}
        required
        aria-describedby={`hint-${rule}`}
      />
      <button>{say('parcel.sign')}</button>
    </form>
  )
}

function Rules({ say, reports }: Props) {
  const heads = ['rule', 'pass', 'warning', 'error', 'measured', 'threshold'] as const
  return (
    <details>
      <summary>{say('parcel.rules')}</summary>
      <div class="wide">
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th scope="col">{say(`parcel.${head}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {PREFLIGHT_RULES.map((id) => {
              const rows = reports.flatMap((report) => report.rows.filter((row) => row.id === id))
              const count = (state: string) => rows.filter((row) => row.state === state).length
              const measured = [...new Set(rows.map((row) => row.measured).filter(Boolean))]
              return (
                <tr>
                  <th scope="row">{id}</th>
                  <td>{count('pass')}</td>
                  <td>{count('warning')}</td>
                  <td>{count('error')}</td>
                  <td>
                    {measured.length > 3
                      ? `${measured[0]} … ${measured.at(-1)}`
                      : measured.join(', ')}
                  </td>
                  <td>{rows[0]?.threshold}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </details>
  )
}
