/** There and back between two sites, in a browser that keeps its rules about cookies and forms. */
import { afterAll, expect, test } from 'vitest'
import type { Email } from '../../src/domain/editor.ts'
import { runProvider, type RunningProvider } from '../web/provider-kit.ts'
import { describeAtDesk, expectSound } from './desk.ts'

let provider: RunningProvider | null = null
afterAll(() => provider?.stop())

describeAtDesk(
  'the province’s provider in Chromium',
  (desk) => {
    test('an invited editor comes in by it, and back again, without a password', async () => {
      const email = 'lan@example.gov.vn' as Email
      const address = await desk.invite({ email, name: 'Lan' })
      const page = await desk.window()
      await page.goto(address)
      await expectSound(page)
      await page.getByRole('button', { name: 'Nhận lời mời bằng Cổng của tỉnh' }).click()
      await page.waitForURL('**/admin/')
      expect(await page.getByRole('link', { name: 'Mục từ' }).count()).toBe(1)
      await page.getByRole('button', { name: 'Đăng xuất' }).click()
      await page.goto(`${desk.site.address.replace('127.0.0.1', 'localhost')}/admin/entries`)
      await expectSound(page)
      await page.getByRole('link', { name: 'Đăng nhập bằng Cổng của tỉnh' }).click()
      await page.waitForURL('**/admin/entries')
    })
  },
  async () => {
    provider = await runProvider()
    const { issuer, clientId, clientSecret, name } = provider.settings
    return {
      STELE_OIDC_ISSUER: issuer,
      STELE_OIDC_CLIENT_ID: clientId,
      STELE_OIDC_CLIENT_SECRET: clientSecret,
      STELE_OIDC_NAME: name,
    }
  },
)
