import type { Services } from '../../services.ts'

/** The ZIP of an order as it lies with the pictures; null when it is not there. A HEAD gets its length and no body. */
export async function parcelAnswer(
  { media }: Services,
  method: string,
  orderId: string,
  digest: string,
): Promise<Response | null> {
  const zip = await media.open(digest)
  if (method === 'HEAD') await zip?.body.cancel()
  return zip
    ? new Response(method === 'HEAD' ? null : zip.body, {
        headers: {
          'Content-Type': 'application/zip',
          'Content-Length': String(zip.size),
          'Content-Disposition': `attachment; filename="${orderId}.zip"`,
        },
      })
    : null
}
