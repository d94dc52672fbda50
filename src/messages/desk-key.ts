import type { deskVi } from './desk-vi.ts'

/** The Vietnamese words of the desk are the source: their keys are the keys. */
export type DeskKey = keyof typeof deskVi
export type DeskCatalogue = Record<DeskKey, string>
