import type { Sign } from '../../domain/sign.ts'
import { sourceLocale } from '../../domain/site.ts'
import { langIf, type Reading } from './reading.ts'
import { Said } from './said.tsx'

/** Where a sign hangs, in the source language: placements are written for the people who hang signs. */
export function Placement({ reading, sign }: { reading: Reading; sign: Sign }) {
  const lang = langIf(sourceLocale(reading.site), reading.words)
  return (
    <Said
      reading={reading}
      message="trust.placement"
      values={{ placement: <span lang={lang}>{sign.placement}</span> }}
    />
  )
}
