/**
 * Who may import whom (docs/decisions/0005-laws-as-lint.md; the table is in the head of each rule).
 * Each rule has a planted violation in tests/laws/imports.test.ts: a new rule needs one there.
 */

const testCode = '(^|/)tests/|\\.(test|int\\.test|journey)\\.tsx?$'
/** Our own test and bench commands run and measure what stands under tests/. */
const testCommands = '^src/cli/(test|bench)[./-]'
/** Written by Payload from the names of components. */
const generated = 'importMap\\.js$|^src/payload-types\\.ts$'
const typeOnly = ['type-only']
const npm = (names) => `(^|/)node_modules/(${names})/`
const engine = '^plugins/referentiels/engine/'
/** What a plugin shows to the application: itself, its options' types, and what it exports on purpose. */
const pluginDoor = '^plugins/[^/]+/(index\\.ts$|types\\.ts$|exports[./])'
/** The frame and the forms of the front office, which every feature uses. */
const commonFeatures = '^src/features/(forms|site)/'
/** What collections may ask of the server: who asks, the handle of the running transaction, the environment. */
const serverOfCollections = '^src/server/(environment\\.ts$|scope/|database/database-of\\.ts$)'

/** Forbids `from` → `to`, tests apart. */
const law = ({ name, comment, from, to }) => ({
  name,
  comment,
  severity: 'error',
  from: { ...from, pathNot: [testCode, generated, ...[from.pathNot ?? []].flat()] },
  to,
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    law({
      name: 'engine-is-pure',
      comment: 'The engine imports zod and itself: it lives in a browser, in a command, in another application.',
      from: { path: engine },
      to: { pathNot: [engine, npm('zod')] },
    }),
    law({
      name: 'domain-is-pure',
      comment: 'src/domain imports zod, itself and the engine: rules hold without Payload, Next, React and Node.',
      from: { path: '^src/domain/' },
      to: { pathNot: ['^src/domain/', engine, npm('zod')] },
    }),
    law({
      name: 'texts-know-the-domain-alone',
      comment: 'src/texts is words, and how domain values are written in French: it imports nothing else.',
      from: { path: '^src/texts/' },
      to: { pathNot: ['^src/texts/', '^src/domain/', engine] },
    }),
    law({
      name: 'ui-only-shows',
      comment: 'src/ui knows neither Payload, nor the server, nor what the application is about.',
      from: { path: '^src/ui/' },
      to: {
        path: ['^src/(app|cli|features|server)/', '^(collections|plugins)/', npm('payload|@payloadcms|drizzle-orm|pg')],
      },
    }),
    law({
      name: 'ui-takes-types-of-the-domain',
      comment: 'src/ui is told what to show; it decides nothing.',
      from: { path: '^src/ui/' },
      to: { path: '^src/domain/', dependencyTypesNot: typeOnly },
    }),
    law({
      name: 'server-serves-anyone',
      comment: 'src/server knows no screen, no feature and no collection.',
      from: { path: '^src/server/' },
      to: { path: ['^src/(app|cli|features|ui)/', '^collections/'] },
    }),
    law({
      name: 'features-leave-composition-to-the-app',
      comment: 'A feature never imports a route or a command.',
      from: { path: '^src/features/' },
      to: { path: '^src/(app|cli)/' },
    }),
    law({
      name: 'features-meet-at-their-exports',
      comment: 'A feature imports of another only what that one exports on purpose (exports.ts or exports/); all use the frame.',
      from: { path: '^src/features/([^/]+)/' },
      to: {
        path: '^src/features/[^/]+/',
        pathNot: ['^src/features/$1/', '^src/features/[^/]+/exports[./]', commonFeatures],
      },
    }),
    law({
      name: 'features-take-types-of-payload',
      comment: 'Features reach Payload through src/server; of Payload and collections they import types.',
      from: { path: '^src/features/' },
      to: { path: ['^collections/', npm('payload|@payloadcms')], dependencyTypesNot: typeOnly },
    }),
    law({
      name: 'collections-say-what-is-stored',
      comment: 'A collection knows no screen, route or command, and hooks use req.payload.',
      from: { path: '^collections/' },
      to: { path: '^src/(app|cli|features|ui)/' },
    }),
    law({
      name: 'collections-ask-little-of-the-server',
      comment: 'Collections take of src/server the environment, the scope and the handle of the transaction.',
      from: { path: '^collections/' },
      to: { path: '^src/server/', pathNot: serverOfCollections },
    }),
    law({
      name: 'plugins-live-anywhere',
      comment: 'A plugin works in any Payload application: what it needs of this one comes in through its options.',
      from: { path: '^plugins/([^/]+)/' },
      to: { path: ['^(src|collections|demo|referentiels)/', '^payload\\.config\\.ts$', '^plugins/'], pathNot: '^plugins/$1/' },
    }),
    law({
      name: 'plugins-have-one-door',
      comment: 'The application enters a plugin through index.ts, types.ts or exports/; the engine is open.',
      from: { path: '^(src|collections)/|^payload\\.config\\.ts$' },
      to: { path: '^plugins/', pathNot: [pluginDoor, engine] },
    }),
    law({
      name: 'config-is-for-composition',
      comment: 'payload.config.ts is imported where the application is put together: src/app, src/cli, src/server/payload.ts.',
      from: { pathNot: ['^src/(app|cli)/', '^src/server/payload\\.ts$', '^src/instrumentation'] },
      to: { path: '^payload\\.config\\.ts$' },
    }),
    law({
      name: 'app-comes-last',
      comment: 'Routes and commands compose; nothing imports them.',
      from: { pathNot: '^src/(app|cli)/' },
      to: { path: '^src/(app|cli)/' },
    }),
    law({
      name: 'data-is-read',
      comment: 'referentiels/ and demo/ are data: read as files, never imported.',
      from: {},
      to: { path: '^(referentiels|demo)/' },
    }),
    law({
      name: 'tests-stay-outside',
      comment: 'Production code imports no test and no test support.',
      from: { path: '^(src|collections|plugins)/|^payload\\.config\\.ts$', pathNot: testCommands },
      to: { path: testCode },
    }),
    law({
      name: 'runs-without-dev-dependencies',
      comment: 'What runs in production is a dependency, not a devDependency.',
      from: { path: '^(src|collections|plugins)/|^payload\\.config\\.ts$', pathNot: testCommands },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: typeOnly },
    }),
    {
      name: 'no-cycles',
      comment: 'No module needs itself through others; types may refer to each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: typeOnly } },
    },
    {
      name: 'every-import-resolves',
      comment: 'A file that does not exist, or a package that is not installed.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@vitest/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^plugins/referentiels/tests/packed-application/', '^\\.next/', '^\\.data', '^src/server/database/migrations/[^/]+\\.json$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
    skipAnalysisNotInRules: true,
  },
}
