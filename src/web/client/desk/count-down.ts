/** Beside each limited field: how many characters are left. The page states the limit; here it is counted down. */
import type { Field } from './field.ts'

export function countDown(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<Field>('[data-max]')) countDownField(field, form)
}

/** Characters as the server counts them, in NFC. Nothing without a limit, a hint and a sentence for it. */
function countDownField(field: Field, form: HTMLFormElement): void {
  const most = Number(field.dataset['max'])
  const hint = document.getElementById(field.getAttribute('aria-describedby') ?? '')
  const sentence = form.dataset['left']
  if (!hint || !sentence || !(most > 0)) return
  const left = document.createElement('span')
  left.className = 'left'
  hint.append(' ', left)
  const show = () => {
    const count = most - [...field.value.normalize('NFC')].length
    left.textContent = sentence.replace(
      '{count}',
      count.toLocaleString(document.documentElement.lang),
    )
    left.classList.toggle('over', count < 0)
  }
  form.addEventListener('input', show)
  show()
}
