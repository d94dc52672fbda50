/** The fields by which lists of signs are narrowed; the form around them is the page's. */
import { SIGN_STATES } from '../../domain/sign.ts'
import type { UnitChoice } from '../../store/signs-at-desk.ts'
import { sayFor, type Desk } from './desk-layout.tsx'
import { Choice } from './filter.tsx'
import type { EntryName } from './sign-filter.ts'

interface SignFilterProps {
  /** What is chosen now; null where nothing is. */
  desk: Desk
  asked: { entry: string | null; unit: string | null; state: string | null }
  entries: EntryName[]
  units: UnitChoice[]
}

/** Three choices: by entry, by unit and by state. Units are left out where no entry lies in one. */
export function SignFilter({ desk, asked, entries, units }: SignFilterProps) {
  const say = sayFor(desk)
  return (
    <>
      <Choice
        name="entry"
        label={say('signs.entry')}
        chosen={asked.entry}
        none={say('signs.all')}
        choices={entries.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {units.length > 0 && (
        <Choice
          name="unit"
          label={say('signs.unit')}
          chosen={asked.unit}
          none={say('signs.all')}
          choices={units.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
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
