/**
 * Files are dropped or chosen, and sent one by one. Where the server cannot resize (data-widths) pictures are drawn
 * at each width here; what is drawn anew holds nothing that came with the file.
 */
import { fieldOf } from './field.ts'

/** Sends only what the form allows; without scripts the same form sends all files at once. */
export function upload(form: HTMLFormElement): void {
  const field = fieldOf(form, 'file') as HTMLInputElement
  const told = form.querySelector('[role=status]')
  const button = form.querySelector('button')
  if (!told || !button) return
  let isBusy = false
  let isTyping = false
  for (const other of document.querySelectorAll('main form'))
    if (other !== form) other.addEventListener('input', () => (isTyping = true))

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void sendAll([...(field.files ?? [])])
  })
  for (const type of ['dragenter', 'dragover'])
    form.addEventListener(type, (event) => {
      event.preventDefault()
      form.classList.add('over')
    })
  for (const type of ['dragleave', 'drop'])
    form.addEventListener(type, () => form.classList.remove('over'))
  form.addEventListener('drop', (event) => {
    event.preventDefault()
    void sendAll([...(event.dataTransfer?.files ?? [])])
  })

  async function sendAll(files: File[]): Promise<void> {
    if (isBusy || files.length === 0) return
    isBusy = true
    if (button) button.disabled = true
    const problems: string[] = []
    let count = 0
    for (const file of files) {
      tell([...problems, said('sending', file)])
      const problem = await send(file).catch(() => said('failed', file))
      if (problem) problems.push(problem)
      else count++
    }
    isBusy = false
    if (button) button.disabled = false
    field.value = ''
    const seen = `${pageOf(form)}?sent=${count}`
    if (problems.length === 0 && !isTyping) location.assign(seen)
    else tell(problems, count > 0 ? seen : '')
  }

  /** `seen`: where what was taken in can be seen; what is typed on this page would be lost on the way there. */
  function tell(sentences: string[], seen = ''): void {
    const lines = sentences.map((sentence) => {
      const line = document.createElement('p')
      line.textContent = sentence
      return line
    })
    if (seen !== '') {
      const line = document.createElement('p')
      const link = document.createElement('a')
      link.href = seen
      link.textContent = form.dataset['see'] ?? ''
      if (isTyping) line.append(form.dataset['saveFirst'] ?? '', ' ')
      line.append(link)
      lines.push(line)
    }
    told?.replaceChildren(...lines)
  }

  function said(key: string, file: File): string {
    return (form.dataset[key] ?? '').replace('{file}', file.name)
  }

  /** '' when the file was taken in, otherwise why not. Throws without a network. */
  async function send(file: File): Promise<string> {
    const widths = (form.dataset['widths'] ?? '').split(' ').map(Number).filter(Boolean)
    const body = new FormData()
    if (widths.length > 0 && file.type.startsWith('image/')) {
      const made = await resized(file, widths).catch(() => null)
      if (!made) return said('broken', file)
      made.forEach((blob, i) => body.append(i === 0 ? 'file' : 'size', blob, file.name))
    } else {
      if (file.size > Number(form.dataset['most'])) return said('tooLarge', file)
      body.append('file', file)
    }
    const answer = await fetch(form.action, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body,
    })
    if (answer.status === 413) return said('tooLarge', file)
    const { problem } = (await answer.json()) as { problem: string }
    return problem
  }
}

function pageOf(form: HTMLFormElement): string {
  return new URL(form.action).pathname.replace(/\/uploads$/, '')
}

/**
 * Sizes of the picture, the widest JPEG first. A browser that writes no WebP gives a PNG instead, which is left out.
 * Throws for what is no picture.
 */
async function resized(file: File, widths: number[]): Promise<Blob[]> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const widest = Math.min(picture.width, Math.max(...widths))
  const wanted = [widest, ...widths.filter((width) => width < widest).reverse()]
  const made: Blob[] = []
  for (const type of ['image/jpeg', 'image/webp'])
    for (const width of wanted) {
      const canvas = document.createElement('canvas')
      canvas.width = width
      canvas.height = Math.max(1, Math.round((picture.height * width) / picture.width))
      const context = canvas.getContext('2d')
      if (!context) throw new Error('nothing to draw on')
      context.fillStyle = '#fff'
      context.fillRect(0, 0, canvas.width, canvas.height)
      context.imageSmoothingQuality = 'high'
      context.drawImage(picture, 0, 0, canvas.width, canvas.height)
      const blob = await new Promise<Blob | null>((resolve) =>
        canvas.toBlob(resolve, type, type === 'image/jpeg' ? 0.82 : 0.78),
      )
      if (blob?.type === type) made.push(blob)
    }
  picture.close()
  return made
}
