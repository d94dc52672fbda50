import { checkCommand } from './check-command.ts'
import { codeNew } from './code.ts'
import type { Command } from './command.ts'
import { editorAdd, editorDisable, editorList, editorReset } from './editor.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { orderDifferences } from './order-differences.ts'
import { orderNew } from './order-new.ts'
import { orderNote } from './order-note.ts'
import { orderParcel } from './order-parcel.ts'
import { placardCommand } from './placard.ts'
import { preflightCommand } from './preflight.ts'
import { reportCommand } from './report.ts'
import { serve } from './serve.ts'
import { sizeCommand } from './size.ts'

export const COMMANDS: Record<string, Command> = {
  serve,
  check: checkCommand,
  import: importCommand,
  export: exportCommand,
  'code new': codeNew,
  placard: placardCommand,
  'order new': orderNew,
  'order parcel': orderParcel,
  'order note': orderNote,
  'order differences': orderDifferences,
  'editor add': editorAdd,
  'editor list': editorList,
  'editor disable': editorDisable,
  'editor reset': editorReset,
  preflight: preflightCommand,
  report: reportCommand,
  size: sizeCommand,
}
