/** Words to be printed, in one language. */
export interface LocalText {
  locale: string
  text: string
  /** Of a name: where its entry says it may be broken (domain/name-breaks.ts); the rule decides without it. */
  breaks?: string
}

/** What no line may divide, with the spaces after it. */
export interface NamePiece {
  text: string
  /** What follows belongs to it: a line ends here only where it must, as in `Nguyễn | Tri Phương`. */
  isLoose?: boolean
}
