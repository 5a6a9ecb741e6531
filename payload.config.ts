import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { fr } from '@payloadcms/translations/languages/fr'
import { buildConfig } from 'payload'
import sharp from 'sharp'

import { accessLinks } from '#collections/accounts/access-links/index.ts'
import { establishments } from '#collections/accounts/establishments/index.ts'
import { mails } from '#collections/accounts/mails/index.ts'
import { mandates } from '#collections/accounts/mandates/index.ts'
import { memberships } from '#collections/accounts/memberships/index.ts'
import { organisations } from '#collections/accounts/organisations/index.ts'
import { mayOpenAdmin } from '#collections/accounts/users/access.ts'
import { users } from '#collections/accounts/users/index.ts'
import { answers } from '#collections/diagnostics/answers/index.ts'
import { assessments } from '#collections/diagnostics/assessments/index.ts'
import { campaigns } from '#collections/diagnostics/campaigns/index.ts'
import { diagnostics } from '#collections/diagnostics/diagnostics/index.ts'
import { grids } from '#collections/diagnostics/grids/index.ts'
import { networkMemberships } from '#collections/networks/network-memberships/index.ts'
import { networks } from '#collections/networks/networks/index.ts'
import { subscriptions } from '#collections/networks/subscriptions/index.ts'
import { whiteLabels } from '#collections/networks/white-labels/index.ts'
import { tenantCollections } from '#collections/tenants.ts'
import { DomainError } from '#domain/domain-error.ts'
import { auditTrail } from '#plugins/audit-trail/index.ts'
import { fixedFields } from '#plugins/fixed-fields/index.ts'
import { referentiels } from '#plugins/referentiels/index.ts'
import { requestLimits } from '#plugins/request-limits/index.ts'
import { tenancy } from '#plugins/tenancy/index.ts'
import { honestCommits } from '#server/database/honest-commits.ts'
import { diagnosticsByRevision } from '#server/diagnostics/revision-usage.queries.ts'
import { simulateUsage } from '#server/diagnostics/upgrade/simulate-usage.ts'
import { environment } from '#server/environment.ts'
import { platformLog } from '#server/log/platform-log.ts'
import { payloadEmailAdapter } from '#server/mail/payload-email-adapter.ts'
import { tellStorageError } from '#server/rate-limit/tell-storage-error.ts'
import { columnPresets } from '#server/referentiels/column-presets.ts'
import { recordDraft } from '#server/referentiels/record-draft.ts'
import { auditActorOf, auditOrganisationOf, auditRequestOf, journalReaders } from '#server/scope/audit.ts'
import { ownerNames, ownersNamed, peopleNames } from '#server/scope/names.queries.ts'
import { referentielsReadBy, referentielsWrittenBy } from '#server/scope/referentiel-owners.ts'
import { requireOpenFor } from '#server/scope/open-for-writing.ts'
import { tenantsWith } from '#server/scope/tenants.ts'
import { acceptedOrigins } from '#server/web/origins.ts'
import { tellDomainError } from '#server/web/tell-domain-error.ts'
import { tellPayloadError } from '#server/web/tell-payload-error.ts'
import { labels } from '#texts/admin.ts'
import { adminMeta, payloadTranslations } from '#texts/administration.ts'

const root = path.dirname(fileURLToPath(import.meta.url))
const env = environment()
const views = '/src/app/(payload)/views'

export default buildConfig({
  secret: env.secret,
  serverURL: env.publicUrl,
  csrf: acceptedOrigins(env),
  cors: [],
  telemetry: false,
  // One JSON object per line, for whatever collects them.
  logger: platformLog(env.logLevel),
  // The logger itself tells refusals from failures; Payload would go by names that the production bundle shortens.
  loggingLevels: { Forbidden: 'error', Locked: 'error', MissingFile: 'error', NotFound: 'error', ValidationError: 'error' },
  graphQL: { disable: true },
  defaultDepth: 0,
  maxDepth: 2,
  i18n: { fallbackLanguage: 'fr', supportedLanguages: { fr }, translations: { fr: payloadTranslations } },
  // By `npm run types` alone: Payload would start a process for it whenever a test or a command loads this.
  typescript: { outputFile: path.join(root, 'src/payload-types.ts'), autoGenerate: false },
  db: honestCommits(postgresAdapter({
    pool: { connectionString: env.databaseUrl, max: 12, idleTimeoutMillis: 600_000 },
    idType: 'uuidv7',
    allowIDOnCreate: false,
    push: false,
    migrationDir: path.join(root, 'src/server/database/migrations'),
  })),
  editor: lexicalEditor(),
  sharp,
  hooks: { afterError: [tellPayloadError, tellDomainError, tellStorageError] },
  email: payloadEmailAdapter,
  // Payload 3.90's own queue may run one job twice; ours is in `src/server/jobs`.
  jobs: { access: { run: () => false, queue: () => false, cancel: () => false } },
  admin: {
    user: users.slug,
    // Drawn here: Payload's other choice asks a third party for a picture of each address.
    avatar: { Component: `${views}/account-avatar.tsx#AccountAvatar` },
    components: {
      graphics: { Icon: `${views}/brand.tsx#AdminIcon`, Logo: `${views}/brand.tsx#AdminLogo` },
      beforeNavLinks: [`${views}/nav-places.tsx#NavPlaces`],
      views: {
        dashboard: { Component: `${views}/dashboard.view.tsx#DashboardView` },
        unauthorized: { Component: `${views}/unauthorized.view.tsx#UnauthorizedView`, path: '/unauthorized', exact: true },
        outbox: {
          Component: `${views}/outbox.view.tsx#OutboxView`,
          path: '/e-mails',
          exact: true,
          meta: { title: adminMeta.mails },
        },
        mail: {
          Component: `${views}/mail.view.tsx#MailView`,
          path: '/e-mails/:id',
          exact: true,
          meta: { title: adminMeta.mail },
        },
      },
    },
    dateFormat: "d MMMM yyyy 'à' HH:mm",
    importMap: { baseDir: root, importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js') },
    meta: {
      titleSuffix: adminMeta.titleSuffix,
      description: adminMeta.description,
      keywords: '',
      defaultOGImageType: 'off',
      robots: 'noindex, nofollow',
    },
    theme: 'all',
  },
  collections: [
    organisations,
    users,
    memberships,
    mandates,
    establishments,
    accessLinks,
    mails,
    networks,
    networkMemberships,
    subscriptions,
    whiteLabels,
    campaigns,
    diagnostics,
    grids,
    assessments,
    answers,
  ],
  plugins: [
    tenancy({
      tenants: 'organisations',
      field: 'organisation',
      label: labels.organisation,
      collections: tenantCollections,
      tenantsWith,
      requireOpen: requireOpenFor,
      fixedError: () => new DomainError('ORGANISATION_FIXED'),
      foreignError: (field) => new DomainError('FOREIGN_RELATION', { field }),
    }),
    referentiels({
      owners: { mayWrite: referentielsWrittenBy, mayRead: referentielsReadBy, names: ownerNames, search: ownersNamed },
      people: peopleNames,
      record: recordDraft,
      preview: ({ id }) => `/apercu/${id}`,
      presets: async () => (await columnPresets()).presets,
      usage: { countByRevision: diagnosticsByRevision, simulate: ({ db }, document) => simulateUsage(db.drizzle, document) },
    }),
    fixedFields({ fixedError: (field) => new DomainError('FIELD_FIXED', { field }) }),
    requestLimits({ maxLimit: 100, maxDepth: 2, mayKeepPreferences: (req) => mayOpenAdmin({ req }) }),
    auditTrail({
      readAccess: journalReaders,
      actorOf: auditActorOf,
      organisationOf: auditOrganisationOf,
      requestIdOf: auditRequestOf,
    }),
  ],
})
