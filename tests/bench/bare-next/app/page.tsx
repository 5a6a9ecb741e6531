import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env['BARE_DATABASE_URL'], max: 10 })

export const dynamic = 'force-dynamic'

/** One bare statement, and its rows as a form: a heading, a statement and levels for each. */
export default async function Page({ searchParams }: { readonly searchParams: Promise<{ readonly rows?: string }> }) {
  const { rows: count = '0' } = await searchParams
  const { rows } = await pool.query({
    name: 'bare-page',
    text: `select n as code, 'Critère ' || n as title, array['1', '2', '3', '4', '5'] as levels from generate_series(1, $1::int) n`,
    values: [Number(count)],
  })
  return (
    <main>
      {rows.map(({ code, title, levels }: { readonly code: number; readonly title: string; readonly levels: readonly string[] }) => (
        <article key={code} id={`c${code}`}>
          <h2>{title}</h2>
          <fieldset>
            <legend>{title}</legend>
            {levels.map((level) => (
              <label key={level}>
                <input type="radio" name={`c${code}`} value={level} />
                {level}
              </label>
            ))}
          </fieldset>
        </article>
      ))}
    </main>
  )
}
