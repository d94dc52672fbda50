import { templateFaults, type TemplateFault } from './template-faults.ts'
import { templateShape, type Template } from './template.ts'

/** Reads the value of a parsed JSON file. */
export function readTemplate(value: unknown): Template | TemplateFault[] {
  const result = templateShape.safeParse(value)
  if (!result.success)
    return result.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: issue.message,
    }))
  const faults = templateFaults(result.data)
  return faults.length > 0 ? faults : result.data
}
