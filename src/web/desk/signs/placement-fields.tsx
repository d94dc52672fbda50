import { MOUNTS } from '../../../domain/sign.ts'
import type { SizeAdvice } from '../../../domain/size-advice.ts'
import { sizeMessage } from '../../../messages/size-message.ts'
import { Choice } from '../filter.tsx'
import { Field, type FormProblems } from '../form-view.tsx'
import { type Desk, sayFor } from '../desk-layout.tsx'
import type { Say } from '../../../messages/desk-message.ts'

interface Props {
  say: Say
  /** Name of a field -> as it was typed. */
  typed: Record<string, string>
  problems: FormProblems
}

/** All of them may be left empty: a sign is often issued before its spot is known. */
export function PlacementFields({ say, typed, problems }: Props) {
  const field = (name: string) => ({
    name,
    problems,
    required: false,
    value: typed[name] ?? '',
  })
  return (
    <>
      <Field
        {...field('placement')}
        label={say('signs.placement')}
        hint={say('signs.placementHint')}
      />
      <Field
        {...field('position')}
        label={say('signs.position')}
        hint={say('signs.positionHint')}
      />
      <div class="fields">
        <Choice
          name="mount"
          label={say('signs.mount')}
          chosen={typed['mount'] ?? ''}
          none={say('signs.unknown')}
          choices={MOUNTS.map((mount) => ({ value: mount, label: say(`signs.mount.${mount}`) }))}
        />
        <div>
          <Field {...field('faces')} label={say('signs.faces')} inputmode="numeric" />
        </div>
        <div>
          <Field {...field('height_mm')} label={say('signs.height')} />
        </div>
        <div>
          <Field {...field('reading_distance_mm')} label={say('signs.distance')} />
        </div>
      </div>
      <Field {...field('note')} label={say('signs.note')} />
    </>
  )
}

/** What the calculator says of the size for this height and distance; null while no distance is known. */
export function Advice({ desk, advice }: { desk: Desk; advice: SizeAdvice[] | null }) {
  const say = sayFor(desk)
  return (
    <section class="advice" aria-label={say('signs.advice')}>
      <h2>{say('signs.advice')}</h2>
      {advice === null ? (
        <p>{say('signs.adviceNone')}</p>
      ) : (
        <ul>
          {advice.map(({ key, values }) => (
            <li class={key === 'none' || key === 'steep' ? 'bad' : undefined}>
              {sizeMessage(desk.language, key, values)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
