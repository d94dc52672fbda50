/** Pictures and recordings of an entry, as its public page shows them. */
import type { EntryImage } from '../../../domain/entry.ts'
import { mediaAddressOf } from '../../../domain/media-file.ts'
import type { EntryPage, PublishedText } from '../../../store/public-entry.ts'
import { langIf, sayFor, type Reading } from '../reading.ts'
import { Words } from '../words.tsx'

interface Props {
  reading: Reading
  entry: EntryPage
  text: PublishedText
}

/** Width of the column of text, as the style sheet sets it. */
const SIZES = '(min-width: 41rem) 38.7rem, calc(100vw - 2.3rem)'
/** Pixels across of the one size for browsers that choose none. */
const PLAIN_WIDTH = 960

/** The first picture, with its credit. Where there is none, the indigo head of the page is the cover. */
export function Cover(props: Props) {
  const [cover] = shownImages(props.entry)
  return cover ? <Picture {...props} image={cover} isCover /> : null
}

/** Where the first picture is fetched, in one size every browser can show; null where there is none. */
export function coverOf(entry: EntryPage): string | null {
  const [cover] = shownImages(entry)
  return cover ? addressOfPicture(entry, cover.file) : null
}

/** The others, below the text; those that stand in the text are not shown again. */
export function MorePictures(props: Props) {
  const { reading, entry, text } = props
  const others = shownImages(entry)
    .slice(1)
    .filter(({ file }) => !text.body.includes(`](${file}`) && !text.body.includes(`](./${file}`))
  if (others.length === 0) return null
  return (
    <section>
      <h2>{sayFor(reading)('entry.pictures')}</h2>
      {others.map((image) => (
        <Picture {...props} image={image} />
      ))}
    </section>
  )
}

/** Pictures that are there, and of which it is said whose they are; without author or licence none is shown. */
function shownImages({ facts, files }: EntryPage): EntryImage[] {
  return (facts.images ?? []).filter((one) => files[one.file] && one.author && one.licence)
}

function Picture({
  reading,
  entry,
  text,
  image,
  isCover = false,
}: Props & { image: EntryImage; isCover?: boolean }) {
  const own = image.alt?.[text.locale] ?? image.alt?.[reading.wished] ?? ''
  const { webp, plain } = sizesOf(entry, image.file)
  const shown = (
    <img
      src={addressOfPicture(entry, image.file) ?? ''}
      width={plain?.width}
      height={plain?.height}
      alt={image.decorative ? '' : own}
      {...(isCover ? { fetchpriority: 'high' } : { loading: 'lazy' as const })}
    />
  )
  return (
    <figure>
      {webp === '' ? (
        shown
      ) : (
        <picture>
          <source type="image/webp" srcset={webp} sizes={SIZES} />
          {shown}
        </picture>
      )}
      <figcaption>
        <Words text={`${image.author} · ${image.licence}`} locale={reading.words} />
      </figcaption>
    </figure>
  )
}

/** One address that every browser can show, as a path; null when there is no such file. */
export function addressOfPicture(entry: EntryPage, file: string): string | null {
  const digest = entry.files[file]
  if (!digest) return null
  const { plain } = sizesOf(entry, file)
  return plain
    ? mediaAddressOf(plain.derived, '.jpg', entry.mediaAt)
    : mediaAddressOf(digest, file, entry.mediaAt)
}

/** The smallest JPEG of at least PLAIN_WIDTH, or the largest there is; WebP as a `srcset`, '' where none was made. */
function sizesOf({ files, sizes, mediaAt }: EntryPage, file: string) {
  const own = sizes.filter(({ digest }) => digest === files[file])
  const jpegs = own.filter(({ format }) => format === 'jpeg')
  return {
    plain: jpegs.find(({ width }) => width >= PLAIN_WIDTH) ?? jpegs.at(-1),
    webp: own
      .filter(({ format }) => format === 'webp')
      .map(({ derived, width }) => `${mediaAddressOf(derived, '.webp', mediaAt)} ${width}w`)
      .join(', '),
  }
}

/** The recording in this language, with the digest of its file; null where there is none, or its file is missing. */
export function recordingIn({ facts, files }: EntryPage, wanted: string) {
  const recording = facts.audio?.find(({ locale }) => locale === wanted)
  const digest = recording && files[recording.file]
  return recording && digest ? { recording, digest } : null
}

/**
 * The text read aloud by a person, where there is a recording in the language shown, with its transcript if there is
 * one.
 */
export function Recording({ reading, entry, text }: Props) {
  const say = sayFor(reading)
  const found = recordingIn(entry, text.locale)
  if (!found) return null
  const { recording, digest } = found
  const { file, speaker, licence, durationS, transcript } = recording
  const length = durationS === undefined ? [] : [lengthOf(durationS)]
  return (
    <figure>
      <audio
        controls
        preload="none"
        src={mediaAddressOf(digest, file, entry.mediaAt)}
        aria-label={say('audio.listen')}
      />
      <figcaption>
        {say('audio.listen')}:{' '}
        <Words text={[speaker, licence, ...length].join(' · ')} locale={reading.words} />.{' '}
        {transcript === undefined && say('audio.byText')}
      </figcaption>
      {transcript !== undefined && (
        <details>
          <summary>{say('audio.transcript')}</summary>
          {transcript.split(/\n+/).map((line) => (
            <p lang={langIf(text.locale, reading.words)}>
              <Words text={line} locale={text.locale} />
            </p>
          ))}
        </details>
      )}
    </figure>
  )
}

/** Minutes and seconds, as in `2:05`. */
function lengthOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
