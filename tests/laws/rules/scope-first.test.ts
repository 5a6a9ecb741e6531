import { ruleTester } from './rule-tester.ts'
import { scopeFirst } from './scope-first.ts'

const scope = [{ messageId: 'scope' }]
const list = [{ messageId: 'list' }]

ruleTester.run('scope-first', scopeFirst, {
  valid: [
    { name: 'scope as first parameter', code: `export const members = async (scope: Scope, organisation: string) => []` },
    { name: 'a declared function', code: `export function members(scope) { return [] }` },
    { name: 'a wrapped function', code: `export const members = cache(async (scope: Scope) => [])` },
    { name: 'what the module keeps for itself', code: `const rowsOf = (result) => result.rows` },
    { name: 'types and values that run nothing', code: `export type Row = { id: string }; export const pageSize = 25` },
  ],
  invalid: [
    { name: 'another first parameter', code: `export const members = async (organisation) => []`, errors: scope },
    { name: 'no parameter', code: `export const everything = async () => []`, errors: scope },
    { name: 'scope inside an object', code: `export const members = async ({ scope }) => []`, errors: scope },
    { name: 'scope in second place', code: `export async function members(db, scope) {}`, errors: scope },
    { name: 'a wrapped function', code: `export const members = cache(async (id) => [])`, errors: scope },
    { name: 'an export list', code: `const members = (id) => []; export { members }`, errors: list },
    { name: 'a default export', code: `export default (id) => []`, errors: list },
    { name: 'an export of all', code: `export * from './other.queries.ts'`, errors: list },
  ],
})
