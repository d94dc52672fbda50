/** What is a scan: a GET of a sign's address by a person's browser, and nothing else. */
import { isbot } from 'isbot'
import { LRUCache } from 'lru-cache'

/** Our own checks, which call themselves `stele-…`. Other robots are told by the kept list of isbot. */
const OUR_OWN = /\bstele-/i

/** A device in the first comment, where makers write what they like: `TECNO SPIDER`. Robots say `compatible` or an address there. */
const DEVICE =
  /^(Mozilla\/\d\.\d )\((?!.{0,400}?(?:compatible|https?:|(?<!cu)bot[;)/]))((?:Linux; (?:U; )?)?Android|iPhone|iPad|iPod|HarmonyOS|OpenHarmony|Phone|Windows NT|Macintosh|X11|Linux)\b[^()]*(?:\([^()]*\)[^()]*)*\)/i

/** Apps in which people scan and read, by the words they put behind the browser's own. */
const IN_APP =
  /(?<![\w.-])(?:MicroMessenger|WeChat|wxwork|Zalo|FB_IAB|FBA[NV]|Instagram|Barcelona|Line|Viber|KAKAOTALK|Telegram-?(?:Android|iOS)?|Snapchat|Pinterest|Twitter(?:Android)?|LinkedInApp|musical_ly|trill|aweme|Bytedance\w+|Toutiao\w*|NewsArticle|Alipay\w+|AliApp|DingTalk|M?QQ(?:Browser)?|Weibo|baiduboxapp|Quark|UCBrowser|UWS|HuaweiBrowser|MiuiBrowser|VivoBrowser|HeyTapBrowser|coc_coc_browser|Sogou(?:MobileBrowser|MSE|Search)\w*|GSA|\w*(?:QR|Barcode)\w*(?:Scan|Reader)\w*)(?![\w.-])/i

/** What robots call themselves, as words of their own: they stand beside the words of apps too. */
const ROBOT_WORD =
  /(?<![\w.-])[\w.-]*(?:bot|crawl(?:er)?|spider|slurp|scraper|externalhit|externalagent|preview|lighthouse|pagespeed|pingdom|puppeteer|playwright|selenium|phantomjs)(?![\p{L}\d])|headless|compatible;|\+https?:/iu

const known = new LRUCache<string, boolean>({ max: 2000 })

/** True for robots, link previews, our own checks, and whatever does not say what it is. */
export function isRobot(userAgent: string): boolean {
  const found = known.get(userAgent)
  if (found !== undefined) return found
  const robot = userAgent === '' || OUR_OWN.test(userAgent) || isRobotAtAll(userAgent)
  if (userAgent.length < 500) known.set(userAgent, robot)
  return robot
}

/**
 * The list looks for `tools`, `scan` or `|` anywhere, and WeChat writes `Process/toolsmp`. So of a browser on a device,
 * the device's own words count for nothing; inside an app, only what robots call themselves counts.
 */
function isRobotAtAll(userAgent: string): boolean {
  if (!isbot(userAgent)) return false
  const bounded = userAgent.slice(0, 2000)
  const plain = bounded.replace(DEVICE, '$1($2; K)')
  if (plain === bounded) return true
  return IN_APP.test(plain) ? ROBOT_WORD.test(plain) : isbot(plain)
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
