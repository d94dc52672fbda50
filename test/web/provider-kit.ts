/** An OpenID Connect provider on this machine: discovery, signed tokens, PKCE. Who signs in there is set by the test. */
import { OAuth2Server } from 'oauth2-mock-server'
import type { Provider } from '../../src/web/provider.ts'

export interface Person {
  sub: string
  email: string
  email_verified: boolean
  name: string
}

export interface RunningProvider {
  settings: Provider
  /** Who the next visitors are. */
  person: Person
  stop: () => Promise<void>
}

export async function runProvider(): Promise<RunningProvider> {
  const server = new OAuth2Server()
  await server.issuer.keys.generate('RS256')
  await server.start(0, '127.0.0.1')
  // Not `localhost`, where the desk of a browser test is: two sites, as they will be.
  const issuer = `http://127.0.0.1:${server.address().port}`
  server.issuer.url = issuer
  const running: RunningProvider = {
    settings: { issuer, clientId: 'stele', clientSecret: 'tuy-y', name: 'Cổng của tỉnh' },
    person: { sub: '1', email: 'lan@example.gov.vn', email_verified: true, name: 'Lan' },
    stop: () => server.stop(),
  }
  server.service.on('beforeTokenSigning', (token: { payload: Record<string, unknown> }) => {
    Object.assign(token.payload, running.person)
  })
  return running
}
