import { describe, expect, it } from 'vitest'

import { isOfRoute, routeOfPage } from './routes.ts'

describe('The route of a page file', () => {
  it.each([
    ['src/app/page.tsx', '/'],
    ['src/app/(site)/page.tsx', '/'],
    ['src/app/(site)/(compte)/connexion/page.tsx', '/connexion'],
    ['src/app/(site)/espace/[organisation]/equipe/page.tsx', '/espace/[organisation]/equipe'],
    ['src/app/(payload)/admin/[[...segments]]/page.tsx', '/admin/[[...segments]]'],
    ['src/app/(site)/@modal/photo/page.tsx', '/photo'],
  ])('of %s is %s', (file, route) => {
    expect(routeOfPage(file)).toBe(route)
  })
})

describe('An address', () => {
  it.each([
    ['/', '/'],
    ['/espace/[organisation]', '/espace/6590'],
    ['/espace/[organisation]', '/espace/6590/'],
    ['/admin/[[...segments]]', '/admin'],
    ['/admin/[[...segments]]', '/admin/collections/users'],
    ['/aide/[...page]', '/aide/a/b'],
  ])('of %s is %s', (route, path) => {
    expect(isOfRoute(route, path)).toBe(true)
  })

  it.each([
    ['/espace/[organisation]', '/connexion'],
    ['/espace/[organisation]', '/espace'],
    ['/espace/[organisation]', '/espace/6590/equipe'],
    ['/aide/[...page]', '/aide'],
    ['/', '/connexion'],
  ])('is not of %s when it is %s', (route, path) => {
    expect(isOfRoute(route, path)).toBe(false)
  })
})
