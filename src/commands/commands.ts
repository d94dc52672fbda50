import { checkCommand } from './check-command.ts'
import { codeNew } from './code-command.ts'
import type { Command } from './command.ts'
import { editorAdd, editorDisable, editorList, editorReset } from './editor-command.ts'
import { exportCommand } from './export-command.ts'
import { importCommand } from './import-command.ts'
import { orderDifferences } from './order-differences-command.ts'
import { orderNew } from './order-new-command.ts'
import { orderNote } from './order-note-command.ts'
import { orderParcel } from './order-parcel-command.ts'
import { placardCommand } from './placard-command.ts'
import { preflightCommand } from './preflight-command.ts'
import { reportCommand } from './report-command.ts'
import { sizeCommand } from './size-command.ts'

/** All but `serve`, which needs an entrance (src/cli.ts). */
export const COMMANDS: Record<string, Command> = {
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
