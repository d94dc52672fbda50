import { expect, test } from 'vitest'
import { writersToApprove, type FactsStep } from '../../src/domain/facts-approval.ts'

const wrote = (savedBy: string): FactsStep => ({ savedBy, isApproved: false, changesContent: true })
const approved = (savedBy: string): FactsStep => ({
  savedBy,
  isApproved: true,
  changesContent: false,
})
const tookBack = (savedBy: string): FactsStep => ({
  savedBy,
  isApproved: false,
  changesContent: false,
})

test.each<[string, FactsStep[], string[]]>([
  [
    'all who wrote, where nobody has approved yet',
    [wrote('a'), wrote('b'), wrote('a')],
    ['a', 'b'],
  ],
  ['those since the last approval', [wrote('a'), approved('r'), wrote('b')], ['b']],
  ['all again, once an approval was taken back', [wrote('a'), approved('r'), tookBack('r')], ['a']],
  [
    'those before it too, when it was taken back before anybody wrote',
    [wrote('a'), approved('r'), tookBack('r'), wrote('b')],
    ['a', 'b'],
  ],
  ['not those who only withheld', [wrote('a'), tookBack('p')], ['a']],
  ['an import that brought an approval with it, until it changes', [wrote('import')], ['import']],
  [
    'nobody before an approval that came with the facts',
    [{ ...wrote('import'), isApproved: true }, wrote('b')],
    ['b'],
  ],
])('four eyes count %s', (_, steps, writers) => {
  expect(writersToApprove(steps)).toEqual(writers)
})
