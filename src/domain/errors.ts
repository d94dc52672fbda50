/** Something a person should be told, as opposed to a fault in the program. */
export abstract class DomainError extends Error {
  /** Names a message in src/messages as `error.<code>`, and is stable in logs and JSON. */
  abstract readonly code: 'stale-revision' | 'overtaken' | 'storage-full'
}

/** The writer started from a revision that is no longer the latest; `number` is the one they tried to save. */
export class StaleRevisionError extends DomainError {
  override name = 'StaleRevisionError'
  readonly code = 'stale-revision'
  constructor(readonly number: number) {
    super(`revision ${number} exists already`)
  }
}

/** Somebody else was faster: the review is decided, the note settled, the text removed. Nothing was written. */
export class OvertakenError extends DomainError {
  override name = 'OvertakenError'
  readonly code = 'overtaken'
  /** `what` is the table whose row was there already or had ended, as in "review_request". */
  constructor(
    readonly what: string,
    cause: unknown,
  ) {
    super(`overtaken: ${what}`, { cause })
  }
}

/** There is no room left to write. Nothing was written; what is there can be read. */
export class StorageFullError extends DomainError {
  override name = 'StorageFullError'
  readonly code = 'storage-full'
  constructor(cause: unknown) {
    super('no room left to write', { cause })
  }
}
