/** A thread of its own for files from anywhere: whoever started it ends it when a file keeps it too long. */
import { parentPort } from 'node:worker_threads'
import type { PreflightReport } from '../domain/preflight.ts'
import { makePlacard } from '../press/files/placard-artwork.ts'
import { isProblems } from '../press/face/problems.ts'
import { preflightFile, type FileFacts } from '../press/preflight/preflight-file.ts'
import { profileOf } from '../press/preflight/preflight-made.ts'
import type { WantedFace } from '../press/preflight/preflight-likeness.ts'
import type { FaceToDraw, FileQuestion, SignFactsFound } from './file-facts.ts'
import { kitOf } from './placard-kit.ts'
import { printEngines } from './print-engines.ts'

export type ToThread = { judge: Uint8Array } | { facts: SignFactsFound }
export type FromThread = { asks: FileQuestion } | { report: PreflightReport }

let answered: ((facts: SignFactsFound) => void) | null = null

parentPort?.on('message', (message: ToThread) => {
  if ('facts' in message) answered?.(message.facts)
  else void judge(message.judge)
})

async function judge(pdf: Uint8Array): Promise<void> {
  const ask = (payload: string | null, subject: string, words: string) => {
    const facts = new Promise<SignFactsFound>((resolve) => (answered = resolve))
    tell({ asks: { payload, subject, words } })
    return facts.then(withFaces)
  }
  tell({ report: await preflightFile(pdf, ask, await printEngines()) })
}

function tell(message: FromThread): void {
  parentPort?.postMessage(message)
}

function withFaces({ faces, template, ...facts }: SignFactsFound): FileFacts {
  const kit = template && kitOf(template.value, template.materials)
  return {
    ...facts,
    faces: faces.flatMap(drawn),
    template: kit && kit.template,
    profile: kit && profileOf(kit.condition),
  }
}

/** None where this template cannot hold these words. */
function drawn({ words, template, materials }: FaceToDraw): WantedFace[] {
  const kit = kitOf(template, materials)
  const made = makePlacard({ ...words, ...kit })
  return isProblems(made) ? [] : [{ made, template: kit.template }]
}
