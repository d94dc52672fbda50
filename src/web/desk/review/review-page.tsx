/** One entry to be approved: its texts side by side, its points, its facts with their sources. */
import { raw } from 'hono/html'
import { ownName } from '../../../domain/locale.ts'
import type { Say } from '../../../messages/desk-message.ts'
import { DeskLayout, sayFor } from '../desk-layout.tsx'
import { FactsStanding } from '../facts/facts-page-view.tsx'
import { SourceLine } from '../facts/source-line.tsx'
import { Words } from '../source-column.tsx'
import { ReturnForm } from './return-form.tsx'
import type { ReviewPageProps } from './review-page-props.ts'
import { ReviewPoints } from './review-points.tsx'

export function ReviewPage(props: ReviewPageProps) {
  const { desk, name, notice, entryAt, standing, parts, sources, texts, isApproved } = props
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={name}>
      <Way say={say} {...props} />
      {notice !== '' && (
        <p class="errors" role="alert">
          {notice}
        </p>
      )}
      <FactsStanding standing={standing} />
      <ReviewTexts say={say} texts={texts} entryAt={entryAt} />
      <div class="review-sides">
        <ReviewPoints say={say} {...props} />
        <section aria-labelledby="review-facts">
          <h2 id="review-facts">{say('review.facts')}</h2>
          <dl class="facts-read">
            {parts.map((part) => (
              <div>
                <dt>{part.title}</dt>
                <dd>
                  <ul>
                    {part.lines.map(({ text, source }) => (
                      <li>
                        {text}{' '}
                        {source !== undefined && <a href={`#source-${source}`}>[{source}]</a>}
                      </li>
                    ))}
                  </ul>
                </dd>
              </div>
            ))}
          </dl>
          <h2>{say('facts.part.sources')}</h2>
          <ul class="facts-read">
            {sources.map((source) => (
              <li id={`source-${source.id}`}>
                <SourceLine say={say} source={source} />
                {source.kind === 'general-knowledge' && props.mayWrite && (
                  <a href={`${props.at}/sources/${source.id}`}>{say('replace.link')}</a>
                )}
              </li>
            ))}
          </ul>
        </section>
      </div>
      <Approval say={say} {...props} />
      {!isApproved && props.mayApprove && <ReturnForm say={say} {...props} />}
      <script nonce={desk.nonce} type="module" src="/static/desk.js" />
    </DeskLayout>
  )
}

function Way({ say, place, before, next, filter, entryAt }: ReviewPageProps & { say: Say }) {
  const back = `/admin/review${filter === 'all' ? '' : `?filter=${filter}`}`
  return (
    <p class="row review-way" data-review-keys>
      <a href={back}>
        {say(`review.filter.${filter}`)}
        {place.number > 0 && ` · ${say('review.place', place)}`}
      </a>
      {before && (
        <a href={before} data-key="k">
          {say('review.before')} <kbd>K</kbd>
        </a>
      )}
      {next && (
        <a href={next} data-key="j">
          {say('review.next')} <kbd>J</kbd>
        </a>
      )}
      <a href={entryAt}>{say('review.atDesk')}</a>
    </p>
  )
}

function ReviewTexts({
  say,
  texts,
  entryAt,
}: Pick<ReviewPageProps, 'texts' | 'entryAt'> & { say: Say }) {
  if (texts.length === 0) return <p class="errors">{say('review.noText')}</p>
  return (
    <div class="review-texts">
      {texts.map(({ locale, number, title, summary, html, differences, isPublic }) => (
        <section aria-label={ownName(locale)} tabindex={0}>
          <p class="hint">
            {ownName(locale)} · {say('entry.number', { number })} ·{' '}
            {isPublic
              ? say('review.isPublic')
              : say(differences ? 'review.differs' : 'review.notPublic')}{' '}
            · <a href={`${entryAt}/${locale}`}>{say('entry.write')}</a>
          </p>
          {differences ? (
            <div lang={locale}>
              <Words say={say} differences={differences} />
            </div>
          ) : (
            <div lang={locale}>
              <h2>{title}</h2>
              <p class="review-summary">{summary}</p>
              {raw(html)}
            </div>
          )}
        </section>
      ))}
    </div>
  )
}

/** What is in the way, or the one button that approves what is on the screen. */
function Approval(props: ReviewPageProps & { say: Say }) {
  const { say, at, entryAt, filter, vouching, number, texts, mayApprove, isApproved, office } =
    props
  const { open, blocked, isOwn } = vouching
  if (isApproved) return <p class="good">{say('facts.approval.already')}</p>
  if (!mayApprove) return <p>{say('facts.approval.notYours')}</p>
  if (isOwn) return <p class="errors">{say('facts.approval.ownWork')}</p>
  if (open.length + blocked.length > 0)
    return (
      <div class="errors">
        <p>{say('facts.approval.problems')}</p>
        <ul>
          {open.length > 0 && (
            <li>
              <a href="#points">{say('review.openLeft', { count: open.length })}</a>
            </li>
          )}
          {blocked.map(({ text, field }) => (
            <li>
              <a href={`${entryAt}/facts#${field}`}>{text}</a>
            </li>
          ))}
        </ul>
      </div>
    )
  return (
    <form
      method="post"
      action={`${at}/approval${filter === 'all' ? '' : `?filter=${filter}`}`}
      class="review-approval row"
    >
      <input type="hidden" name="number" value={number} />
      <input
        type="hidden"
        name="texts"
        value={texts.map((text) => `${text.locale} ${text.number}`).join(',')}
      />
      <label>
        {say('facts.approval.role')}
        <input type="text" name="office" value={office} maxlength={120} />
      </label>
      <button data-key="a">
        {say('review.approve')} <kbd>A</kbd>
      </button>
      <span class="hint">{say('review.approveHint')}</span>
    </form>
  )
}
