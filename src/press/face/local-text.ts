/** Words to be printed, in one language. */
export interface LocalText {
  locale: string
  text: string
}
