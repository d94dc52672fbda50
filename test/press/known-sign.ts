/** What register and order know of the sign whose face the wrong files are made from. */
import type { FileFacts } from '../../src/press/preflight/preflight-file.ts'
import { profileOf } from '../../src/press/preflight/preflight-made.ts'
import { condition, INPUT, template } from './placard-kit.ts'
import { GOOD_FACE } from './wrong-files.ts'

export const KNOWN: FileFacts = {
  sign: {
    payload: null,
    origins: INPUT.allowedOrigins,
    isIssued: true,
    isEnded: false,
    pinned: null,
  },
  review: { isApproved: true, names: INPUT.names.map(({ text }) => text) },
  site: null,
  scanMetres: 0.75,
  minModule: 2.5,
  wanted: { trim: template.trim, bleed: template.bleed },
  maxInk: template.maxInk,
  faces: [{ made: GOOD_FACE, template }],
  isKnown: true,
  profile: profileOf(condition),
}
