/** The fields by which lists of signs are narrowed; the form around them is the page's. */
import { SIGN_STATES } from '../../domain/sign.ts'
import { sayFor, type Desk } from './desk-layout.tsx'
import { Choice } from './filter.tsx'
import { SoughtField } from './sought-field.tsx'
import type { Sought } from './sought.ts'

interface SignFilterProps {
  /** What is chosen now; null where nothing is. */
  desk: Desk
  asked: { state: string | null }
  entry: Sought
  unit: Sought
}

/** By entry, by unit and by state. */
export function SignFilter({ desk, asked, entry, unit }: SignFilterProps) {
  const say = sayFor(desk)
  return (
    <>
      <SoughtField
        say={say}
        name="entry"
        label={say('signs.entry')}
        kind="entries"
        sought={entry}
      />
      <SoughtField say={say} name="unit" label={say('signs.unit')} kind="units" sought={unit} />
      <Choice
        name="state"
        label={say('signs.state')}
        chosen={asked.state}
        none={say('signs.all')}
        choices={SIGN_STATES.map((one) => ({ value: one, label: say(`signs.state.${one}`) }))}
      />
    </>
  )
}
