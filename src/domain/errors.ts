/** Something a person should be told, as opposed to a fault in the program. */
export abstract class DomainError extends Error {
  /** Names a message in src/messages as `error.<code>`, and is stable in logs and JSON. */
  abstract readonly code: 'stale-revision'
}

/** The writer started from a revision that is no longer the latest; `number` is the one they tried to save. */
export class StaleRevisionError extends DomainError {
  override name = 'StaleRevisionError'
  readonly code = 'stale-revision'
  constructor(readonly number: number) {
    super(`revision ${number} exists already`)
  }
}
