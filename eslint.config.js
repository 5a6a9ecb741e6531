import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

import { laws } from './tests/laws/plugin.ts'
import { systemModules } from './tests/laws/system-modules.ts'

const code = ['**/*.ts', '**/*.tsx']
const production = ['payload.config.ts', 'next.config.ts', 'collections/**', 'plugins/**', 'src/**']
const tests = ['**/tests/**', '**/*.test.ts', '**/*.test.tsx']
const commands = ['src/cli/**']

/** Files to which a framework dictates a default export. */
const defaultExports = ['*.config.ts', '*.config.js', 'src/app/**', 'tests/bench/bare-next/**', 'tests/setup/*.global.ts']

/** Where SQL may stand (design.md §2). */
const sqlPlaces = ['**/*.queries.ts', 'src/server/database/**', 'src/server/postgres/**', ...tests]

/** Reads the environment: the one module, and what hands it down to a child process before that module runs. */
const environmentReaders = ['src/server/environment.ts', 'next.config.ts', ...commands, ...tests]

/** Written by Payload's and Next's own commands. */
const generated = [
  'next-env.d.ts',
  'src/payload-types.ts',
  'src/app/(payload)/admin/importMap.js',
  'src/server/database/migrations/2*.ts',
]

export default tseslint.config(
  { ignores: ['node_modules/', '.next/', '.data/', '.data-*/', 'coverage/', ...generated] },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { laws },
  },

  // The language
  {
    files: code,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true } },
      ],
      'object-shorthand': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Payload and Next want promises from functions that happen to have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'laws/no-silencing-cast': 'error',
    },
  },
  {
    // Payload hands documents to generic hooks as `any`, and takes them back so.
    files: ['**/hooks/**'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-return': 'off' },
  },
  { files: defaultExports, rules: { 'no-restricted-exports': 'off' } },
  { files: [...commands, 'vitest.config.ts'], rules: { 'no-console': 'off' } },
  { files: ['**/*.js', '**/*.cjs', '**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },

  // The house
  {
    files: production,
    ignores: tests,
    rules: {
      'laws/local-api-states-access': ['error', systemModules],
      'laws/no-referentiel-identity': 'error',
    },
  },
  { files: production, ignores: sqlPlaces, rules: { 'laws/sql-in-queries': 'error' } },
  { files: production, ignores: environmentReaders, rules: { 'laws/environment-once': 'error' } },
  { files: ['src/features/**/*.queries.ts'], rules: { 'laws/scope-first': 'error' } },
  {
    files: ['src/features/**/*.tsx', 'src/app/**/*.tsx'],
    // The style sheet page shows components with sample words to developers.
    ignores: ['src/app/**/styles/**', ...tests],
    rules: { 'laws/texts-in-texts': 'error' },
  },

  // What people see
  {
    files: ['**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended],
    rules: { 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['src/ui/**/*.tsx', 'src/features/**/*.tsx', 'src/app/**/*.tsx'],
    extends: [jsxA11y.flatConfigs.recommended],
    rules: {
      // A region that scrolls must be reached by the keyboard (WCAG 2.1.1).
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['tabpanel', 'region'] }],
    },
  },

  // Tests: a wrong assumption about a row or an answer fails the test itself
  {
    files: tests,
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
)
