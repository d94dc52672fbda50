/** Improves pages of the desk that already work without it. Found by data-module; what is missing is left alone. */
import { countDown } from './desk/count-down.ts'
import { keepForm } from './desk/keep-form.ts'
import { dropSaved } from './desk/kept-records.ts'
import { lastReading } from './desk/last-reading.ts'
import { needsSaved } from './desk/needs-saved.ts'
import { offerChoices } from './desk/offer-choices.ts'
import { reviewKeys } from './desk/review-keys.ts'
import { upload } from './desk/upload.ts'

/** What each form asks for by name; an error in one leaves the others alone. */
const MODULES: Record<string, (form: HTMLFormElement) => void> = {
  'keep-form': keepForm,
  'needs-saved': needsSaved,
  'count-down': countDown,
  'last-reading': lastReading,
  upload,
}

dropSaved(Date.now())
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-module]'))
  for (const name of form.dataset['module']?.split(' ') ?? [])
    try {
      MODULES[name]?.(form)
    } catch (error) {
      console.error(error)
    }

for (const field of document.querySelectorAll<HTMLInputElement>('input[data-offers]'))
  offerChoices(field)

if (document.querySelector('[data-review-keys]')) reviewKeys()
