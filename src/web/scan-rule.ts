/** What is a scan: a GET of a sign's address by a person's browser, and nothing else. */
import { isbot } from 'isbot'
import { LRUCache } from 'lru-cache'

/** Our own checks, which call themselves `stele-…`. Other robots are told by the kept list of isbot. */
const OUR_OWN = /\bstele-/i

const known = new LRUCache<string, boolean>({ max: 2000 })

/** True for robots, link previews, our own checks, and whatever does not say what it is. */
export function isRobot(userAgent: string): boolean {
  const found = known.get(userAgent)
  if (found !== undefined) return found
  const robot = userAgent === '' || OUR_OWN.test(userAgent) || isbot(userAgent)
  if (userAgent.length < 500) known.set(userAgent, robot)
  return robot
}

/** What tells a scan from other requests, each '' when absent. */
export interface ScanHeaders {
  method: string
  userAgent: string
  /** Sec-Purpose, or the older Purpose and X-Moz: browsers that fetch ahead say so. */
  purpose: string
}

/** HEAD, fetching ahead and robots do not count; a 304 does. */
export function isScan({ method, userAgent, purpose }: ScanHeaders): boolean {
  return method === 'GET' && !/prefetch|prerender|preview/i.test(purpose) && !isRobot(userAgent)
}
