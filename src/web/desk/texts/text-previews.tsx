/** Three ways to look at what is typed. The tabs need a script; each page behind them stands alone without one. */
import { ownName, type Locale } from '../../../domain/locale.ts'
import { spaced, type ShortCode } from '../../../domain/short-code.ts'
import type { DeskLanguage, Say } from '../../../messages/desk-message.ts'
import { Choice } from '../filter.tsx'
import { DeskLayout, sayFor, type Desk } from '../desk-layout.tsx'

interface TabsProps {
  say: Say
  path: string
  locale: Locale
  /** Null where nothing is drawn. */
  templates: readonly string[] | null
}

const TABS = ['phone', 'placard', 'heard'] as const

export function TextPreviews({ say, path, locale, templates }: TabsProps) {
  const language = ownName(locale)
  return (
    <section id="preview" aria-labelledby="preview-title" hidden>
      <h2 id="preview-title">{say('preview.title')}</h2>
      <div class="tabs" role="tablist" aria-label={say('preview.tabs')}>
        {TABS.map((tab, i) => (
          <button
            type="button"
            role="tab"
            id={`tab-${tab}`}
            aria-controls={`preview-${tab}`}
            aria-selected={i === 0 ? 'true' : 'false'}
            tabindex={i === 0 ? 0 : -1}
          >
            {say(`preview.${tab}`)}
          </button>
        ))}
      </div>
      <div
        class="panel"
        role="tabpanel"
        id="preview-phone"
        aria-labelledby="tab-phone"
        tabindex={0}
        data-address={`${path}/preview`}
        data-title={say('preview.phoneTitle')}
      />
      <div
        class="panel"
        role="tabpanel"
        id="preview-placard"
        aria-labelledby="tab-placard"
        tabindex={0}
        data-address={`${path}/preview/placard`}
        hidden
      >
        {templates && templates.length > 0 && (
          <Choice
            name="template"
            label={say('preview.template')}
            chosen={templates[0] ?? null}
            choices={templates.map((id) => ({ value: id, label: id }))}
            form="text"
          />
        )}
        <div data-shown="" data-waiting={say('preview.drawing')} />
      </div>
      <div
        class="panel"
        role="tabpanel"
        id="preview-heard"
        aria-labelledby="tab-heard"
        tabindex={0}
        data-address={`${path}/preview/heard`}
        hidden
      >
        <p
          class="hint"
          data-voice={say('preview.voice', { language })}
          data-none={say('preview.noVoice', { language })}
        />
        <button
          type="button"
          class="second"
          data-start={say('preview.listen')}
          data-stop={say('preview.stop')}
        >
          {say('preview.listen')}
        </button>
        <div data-shown="" lang={locale} />
      </div>
    </section>
  )
}

/** How the placard would look, and what of the text it prints. */
export interface PrintedShown {
  /** The face with what is typed; null without a living sign, or where nothing is drawn. */
  drawn: {
    code: ShortCode
    template: string
    /** What the template has room for, beside names. */
    prints: 'names' | 'summary' | 'all'
    /** Why it cannot be drawn, in both languages of the desk. */
    face: { svg: string } | { why: Record<DeskLanguage, string>[] }
  } | null
  hasPrinting: boolean
  /** In the form that is printed; '' for none. */
  summary: string
  paragraphs: readonly string[]
  /** Paragraphs of the body, printed or not. */
  count: number
}

/** Whole when it stands alone; a script takes `#shown` out of it. */
export function PlacardPreviewPage({
  desk,
  name,
  locale,
  printed,
}: {
  desk: Desk
  name: string
  locale: Locale
  printed: PrintedShown
}) {
  const say = sayFor(desk)
  const { drawn, hasPrinting, summary, paragraphs, count } = printed
  return (
    <DeskLayout desk={desk} title={say('preview.placardTitle', { name })}>
      <div id="shown">
        {drawn ? (
          <Drawn desk={desk} drawn={drawn} />
        ) : (
          <p>{hasPrinting ? say('preview.noSign') : say('preview.noPrinting')}</p>
        )}
        <h3>{say('preview.printed')}</h3>
        {paragraphs.length === 0 ? (
          <p>{say('preview.printedNone')}</p>
        ) : (
          <>
            <div lang={locale}>
              <p>
                <b>{summary}</b>
              </p>
              {paragraphs.map((paragraph) => (
                <p>{paragraph}</p>
              ))}
            </div>
            <p class="hint">{say('preview.printedPart', { printed: paragraphs.length, count })}</p>
          </>
        )}
      </div>
    </DeskLayout>
  )
}

function Drawn({ desk, drawn }: { desk: Desk; drawn: NonNullable<PrintedShown['drawn']> }) {
  const say = sayFor(desk)
  const { code, template, prints, face } = drawn
  if ('why' in face)
    return (
      <div class="errors">
        <p>{say('preview.notFitting')}</p>
        <ul>
          {face.why.map((sentence) => (
            <li>{sentence[desk.language]}</li>
          ))}
        </ul>
      </div>
    )
  return (
    <>
      <p>{say('preview.drawnFor', { code: spaced(code), template })}</p>
      {prints === 'names' && <p class="hint">{say('preview.noRunningText')}</p>}
      {prints === 'summary' && <p class="hint">{say('preview.summaryOnly')}</p>}
      <img
        class="face"
        src={`data:image/svg+xml,${encodeURIComponent(face.svg)}`}
        alt={say('preview.faceAlt')}
      />
    </>
  )
}

/** Sentences in the order in which a screen reader speaks them, paragraph by paragraph. */
export function HeardPreviewPage({
  desk,
  name,
  locale,
  blocks,
}: {
  desk: Desk
  name: string
  locale: Locale
  blocks: readonly string[][]
}) {
  const say = sayFor(desk)
  return (
    <DeskLayout desk={desk} title={say('preview.heardTitle', { name })}>
      <div id="shown" lang={locale}>
        {blocks.length === 0 && <p lang={desk.language}>{say('preview.nothingHeard')}</p>}
        {blocks.map((sentences) => (
          <p>
            {sentences.map((sentence) => (
              <>
                <span data-sentence="">{sentence}</span>{' '}
              </>
            ))}
          </p>
        ))}
      </div>
    </DeskLayout>
  )
}
