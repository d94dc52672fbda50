/** Improves pages of the desk that already work without it. Found by data-module; what is missing is left alone. */
import { countDown } from './desk/count-down.ts'
import { keepDraft } from './desk/keep-draft.ts'
import { lastReading } from './desk/last-reading.ts'
import { reviewKeys } from './desk/review-keys.ts'
import { upload } from './desk/upload.ts'

/** What each form asks for by name; an error in one leaves the others alone. */
const MODULES: Record<string, (form: HTMLFormElement) => void> = {
  'keep-draft': keepDraft,
  'count-down': countDown,
  'last-reading': lastReading,
  upload,
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-module]'))
  for (const name of form.dataset['module']?.split(' ') ?? [])
    try {
      MODULES[name]?.(form)
    } catch (error) {
      console.error(error)
    }

if (document.querySelector('[data-review-keys]')) reviewKeys()
