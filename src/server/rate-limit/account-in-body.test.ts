import { describe, expect, it } from 'vitest'

import { accountInBody } from './account-in-body.ts'

const json = new Headers({ 'content-type': 'application/json' })

const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text))

const accountInForm = async (form: FormData) => {
  const response = new Response(form)
  return accountInBody(response.headers, new Uint8Array(await response.arrayBuffer()))
}

describe('The account that a sign-in names', () => {
  it('is its e-mail or its name, in small letters as Payload compares them', async () => {
    expect(await accountInBody(json, bytes('{"email":" Pilote@DEMO.test ","password":"x"}'))).toBe('pilote@demo.test')
    expect(await accountInBody(json, bytes('{"username":"Pilote"}'))).toBe('pilote')
  })

  it('is read from the admin’s form as well', async () => {
    const form = new FormData()
    form.set('_payload', '{"email":"pilote@demo.test","password":"x"}')
    expect(await accountInForm(form)).toBe('pilote@demo.test')
  })

  it('is nobody when two are named: one could be counted and the other tried', async () => {
    const form = new FormData()
    form.append('_payload', '{"email":"pilote@demo.test"}')
    form.append('_payload', '{"email":"lecteur@demo.test"}')
    expect(await accountInForm(form)).toBeUndefined()
    expect(await accountInBody(json, bytes('{"email":"a@demo.test","username":"b"}'))).toBeUndefined()
  })

  it.each(['', 'null', '[]', '{', '{"email":{"like":"%"}}', '{"email":""}', '{"password":"x"}'])('is nobody in %s', async (text) => {
    expect(await accountInBody(json, bytes(text))).toBeUndefined()
    expect(await accountInBody(json, null)).toBeUndefined()
  })

  it('is nobody in a form that cannot be read', async () => {
    const headers = new Headers({ 'content-type': 'multipart/mixed; boundary=x' })
    expect(await accountInBody(headers, bytes('{"email":"a@demo.test"}'))).toBeUndefined()
  })
})
