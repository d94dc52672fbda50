import type { Child } from 'hono/jsx'
import { CATALOGUES } from '../../messages/messages.ts'
import type { Reading } from './reading.ts'
import type { MessageKey } from '../../messages/message-key.ts'

interface Props {
  reading: Reading
  message: MessageKey
  /**
   * Every placeholder of the message, as something that may carry its own language or link; one that is missing leaves
   * a gap.
   */
  values: Record<string, Child>
}

/** A message whose values are more than plain words. */
export function Said({ reading, message, values }: Props) {
  const parts = CATALOGUES[reading.words][message].split(/\{(\w+)\}/)
  return <>{parts.map((part, i) => (i % 2 === 0 ? part : values[part]))}</>
}
