/** Signs in to a running application as the demonstration's pilot. Throws when no token comes back. */
export const pilotToken = async (url: string): Promise<string> => {
  const response = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'pilote@demo.test', password: 'demonstration' }),
  })
  const { token } = await response.json()
  if (typeof token !== 'string') throw new Error(`no token: ${response.status}`)
  return token
}
