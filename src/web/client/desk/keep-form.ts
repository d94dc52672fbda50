/**
 * What is typed into a form is kept on this device until the site has saved it, so that neither a crash, nor a way
 * back, nor a session that ends loses a word. Of every form with data-module="keep-form"; `data-keep` tells apart forms
 * that are sent to the same address.
 */
import { entriesOf, fillIn, isSame, lacksFields, lockOf, type Entry } from './form-values.ts'
import {
  dropRecord,
  keepRecord,
  listKept,
  newKey,
  newName,
  type KeptRecord,
} from './kept-records.ts'
import { markBeside, showNotice } from './kept-notice.ts'
import { withRows } from './more-rows.ts'

/** Milliseconds of silence before what was typed is kept. */
const PAUSE = 400

/** As it came, what was typed is on the server: in its words, and under its lock. */
interface FormState {
  entries: readonly Entry[]
  lock: string | null
}

/**
 * The form carries data-unsaved, and tells by an event `unsaved`, while it holds what the server has not; where the
 * device keeps nothing, too.
 */
export function keepForm(form: HTMLFormElement): void {
  const main = document.querySelector('main')
  const address = new URL(form.action).pathname
  const name = [main?.dataset['editor'], address, form.dataset['keep']].filter(Boolean).join(' ')
  const came: FormState = {
    entries: entriesOf(form, 'as it came'),
    lock: lockOf(form)?.value ?? null,
  }
  const isOfState = came.lock !== null && came.lock !== '0' && form.dataset['keep'] === undefined
  const mark = markBeside(form, isOfState)
  const found = listKept(name)
  const answered = main?.dataset['sent']
  const returned = answered ? found.find(({ record }) => record.sent === answered) : undefined
  let key = returned?.key ?? newKey(name)
  /** What was put back, as it was then: it goes once this window has kept its own, unless another went on with it. */
  let adopted: { key: string; record: KeptRecord } | null = null
  /** Null on a page that answers what was sent without having saved it: then nothing in the form is on the server. */
  const saved = returned ? null : came
  let sending: { name: string; isAsked: boolean } | null = null
  let timer = 0

  if (returned) keep()
  else offer(found)

  form.addEventListener('input', () => {
    tell()
    clearTimeout(timer)
    timer = window.setTimeout(keep, PAUSE)
  })
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null
    const target = button?.formTarget || form.target
    if (target !== '' && target !== '_self') return
    const method = button?.getAttribute('formmethod') ?? form.method
    sending = { name: newName(), isAsked: method === 'get' }
    keep()
  })
  form.addEventListener('formdata', ({ formData }) => {
    if (sending && !sending.isAsked) formData.set('sent', sending.name)
    sending = null
  })
  addEventListener('pagehide', () => {
    if (timer !== 0) keep()
  })

  function isUnsaved(): boolean {
    return !saved || !isSame(entriesOf(form, 'now'), saved.entries)
  }

  function tell(): void {
    const unsaved = isUnsaved()
    if (unsaved === (form.dataset['unsaved'] !== undefined)) return
    form.toggleAttribute('data-unsaved', unsaved)
    form.dispatchEvent(new Event('unsaved'))
  }

  function keep(): void {
    clearTimeout(timer)
    timer = 0
    tell()
    if (!isUnsaved() && !sending) {
      dropRecord(key)
      letGo()
      mark.saved()
      return
    }
    const record: KeptRecord = {
      entries: entriesOf(form, 'now'),
      lock: lockOf(form)?.value ?? null,
      at: Date.now(),
      sent: sending && !sending.isAsked ? sending.name : null,
      isAsked: sending?.isAsked ?? false,
    }
    if (!keepRecord(key, record)) return mark.failed()
    mark.kept(record.at)
    letGo()
  }

  function letGo(): void {
    const now = listKept(name).find((one) => one.key === adopted?.key)
    if (now?.record.at === adopted?.record.at && now) dropRecord(now.key)
    adopted = null
  }

  /**
   * The newest is put back; the others can be. What equals the page is on the server, and one begun from a later state
   * than the page shows is left where it is.
   */
  function offer(kept: readonly { key: string; record: KeptRecord }[]): void {
    mark.saved()
    const wanted = kept.filter(({ key: one, record }) => {
      if (!isSame(record.entries, came.entries))
        return !(Number(record.lock) > Number(came.lock ?? Number.NaN))
      if (!record.isAsked) dropRecord(one)
      return false
    })
    const asked = kept.find(({ record }) => record.isAsked && isSame(record.entries, came.entries))
    if (asked) {
      key = asked.key
      mark.kept(asked.record.at)
    } else if (wanted[0]) void restore(wanted[0], wanted)
  }

  /** Saved under the state it was begun from, so that what others saved since is joined, or told as a conflict. */
  async function restore(
    one: { key: string; record: KeptRecord },
    all: readonly { key: string; record: KeptRecord }[],
  ): Promise<void> {
    const { record } = one
    adopted = one
    const original = [...form.childNodes]
    const isGrown = form.dataset['grows'] !== undefined && lacksFields(form, record.entries)
    if (isGrown) await withRows(form, record)
    fillIn(form, record.entries)
    setLock(record.lock)
    mark.kept(record.at)
    tell()
    const others = all.filter((other) => other !== one)
    const discard = () => {
      dropRecord(key)
      letGo()
      if (isGrown) form.replaceChildren(...original)
      fillIn(form, came.entries)
      setLock(came.lock)
      tell()
      mark.saved()
      form.dispatchEvent(new Event('input'))
    }
    const shown = others.map((other) => ({
      at: other.record.at,
      show: () => void restore(other, all),
    }))
    showNotice(form, record.at, discard, shown)
    form.dispatchEvent(new Event('restored'))
  }

  function setLock(value: string | null): void {
    const lock = lockOf(form)
    if (lock && value !== null) lock.value = value
  }
}
