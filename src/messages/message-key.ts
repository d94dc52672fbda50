import type { vi } from './vi.ts'

/** The source catalogue: its keys are the keys, and the others must match it. */
export type MessageKey = keyof typeof vi
export type Catalogue = Record<MessageKey, string>
