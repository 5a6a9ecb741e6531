import { ruleTester } from './rule-tester.ts'
import { sqlInQueries } from './sql-in-queries.ts'

const elsewhere = [{ messageId: 'elsewhere' }]

ruleTester.run('sql-in-queries', sqlInQueries, {
  valid: [
    { name: 'a query of another kind', code: `const { query } = url; client.query({ selector: 'main' })` },
    { name: 'another tag', code: 'const style = css`a { color: red }`' },
    { name: 'a sentence', code: `label('select a referentiel')` },
  ],
  invalid: [
    { name: 'the sql tag', code: 'await database.execute(sql`select 1`)', errors: elsewhere },
    { name: 'a typed sql tag', code: 'const rows = sql<string>`now()`', errors: elsewhere },
    { name: 'raw sql', code: `order(sql.raw(column))`, errors: elsewhere },
    { name: 'a statement to a pool', code: `await pool.query('select 1 from users')`, errors: elsewhere },
    { name: 'a statement in a template', code: 'await client.query(`UPDATE users set name = $1`, [n])', errors: elsewhere },
    { name: 'a named statement', code: `await db.query({ name: 'a', text: 'delete from users' })`, errors: elsewhere },
  ],
})
