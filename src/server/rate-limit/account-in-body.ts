import { z } from 'zod'

const credentials = z.object({ email: z.string().optional().catch(undefined), username: z.string().optional().catch(undefined) })

const accountsInJson = (text: string): readonly string[] => {
  try {
    const { email, username } = credentials.parse(JSON.parse(text))
    return [email ?? '', username ?? ''].filter((name) => name.trim() !== '')
  } catch {
    return []
  }
}

/**
 * The account that a sign-in or a request for a new password names, in small letters. Read as Payload reads it:
 * JSON, or the part `_payload` of the admin's form. Undefined when there is none, and also when there are several
 * parts or names, of which one could be counted and another tried.
 */
export const accountInBody = async (
  headers: Headers,
  body: Uint8Array<ArrayBuffer> | null,
): Promise<string | undefined> => {
  if (body === null) return undefined
  const contentType = headers.get('content-type') ?? ''
  const texts = contentType.includes('multipart/')
    ? await new Response(body, { headers: { 'content-type': contentType } }).formData().then(
        (form) => form.getAll('_payload').map(String),
        () => [],
      )
    : [new TextDecoder().decode(body)]
  const accounts = new Set(texts.flatMap(accountsInJson).map((name) => name.trim().toLowerCase()))
  return texts.length === 1 && accounts.size === 1 ? [...accounts][0] : undefined
}
