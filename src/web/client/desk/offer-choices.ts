/** A field where one of many is sought offers what the server knows under the words typed so far. */

/** ms without a letter before the server is asked. */
const PAUSE = 150

/** The browser's own list of suggestions: it is walked with arrows, chosen by touch, and read aloud. */
export function offerChoices(field: HTMLInputElement): void {
  const address = field.dataset['offers']
  if (!address) return
  const list = document.createElement('datalist')
  list.id = `${field.id}-offers`
  field.after(list)
  field.setAttribute('list', list.id)
  let asked = ''
  let waits: ReturnType<typeof setTimeout> | undefined

  async function offer(): Promise<void> {
    const words = field.value.trim()
    if (words === asked || words.length < 2) return
    asked = words
    try {
      const asking = new URL(address ?? '', location.href)
      asking.searchParams.set('q', words)
      const answer = await fetch(asking)
      if (!answer.ok) return
      const labels = (await answer.json()) as string[]
      // An answer to words that were changed meanwhile comes too late.
      if (asked !== words) return
      list.replaceChildren(...labels.map((label) => optionFor(label, words)))
    } catch (error) {
      console.info(error)
    }
  }
  field.addEventListener('input', () => {
    clearTimeout(waits)
    waits = setTimeout(() => void offer(), PAUSE)
  })
}

/** Browsers leave out what does not hold the words as they were typed, without marks: so these go along, unseen. */
function optionFor(value: string, words: string): HTMLOptionElement {
  const option = document.createElement('option')
  option.value = value
  if (!value.toLowerCase().includes(words.toLowerCase())) option.label = words
  return option
}
