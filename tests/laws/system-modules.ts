/** A module that acts for the platform, not for a person: it may override access in Local API calls. */
export type SystemModule = {
  /** Path from the repository's root, or a glob of one folder. */
  readonly files: string
  /** Why nobody's rights apply here. */
  readonly why: string
  /** True where no request exists: the call stands outside any transaction of a request. */
  readonly withoutRequest?: true
}

const withoutAccount = 'the person has no account yet, or no session: the use case checks the link itself'
const wholeTruth = 'the invariant counts every administrator, whoever asks'

/** The whole list (design.md §2). A new entry needs a reason that a reviewer accepts. */
export const systemModules: readonly SystemModule[] = [
  { files: 'src/cli/*.ts', why: 'commands of the operator, who holds the machine', withoutRequest: true },
  { files: 'src/server/demo/*.ts', why: 'demonstration data at start', withoutRequest: true },
  { files: 'src/**/*.handler.ts', why: 'the work of a job, for which nobody asks', withoutRequest: true },
  { files: 'src/server/session/session.ts', why: 'signing in, before which nobody is anybody', withoutRequest: true },
  { files: 'src/server/accounts/access-links.ts', why: withoutAccount },
  { files: 'src/server/accounts/invitations.ts', why: withoutAccount },
  { files: 'src/server/accounts/passwords.ts', why: withoutAccount },
  { files: 'src/server/accounts/sign-up.ts', why: withoutAccount },
  { files: 'src/server/accounts/verify-email.ts', why: withoutAccount },
  { files: 'src/server/mail/send-mail.ts', why: 'the platform writes its mails, in the transaction of what they tell' },
  { files: 'collections/accounts/memberships/hooks/keep-an-administrator.ts', why: wholeTruth },
  { files: 'collections/accounts/users/hooks/keep-last-administrators.ts', why: wholeTruth },
  {
    files: 'plugins/referentiels/publication/write-version.ts',
    why: 'no channel writes référentiels: import and publication do, after their checks and under their lock',
  },
  {
    files: 'plugins/referentiels/studio/people-of-admin.ts',
    why: 'those who write one draft see each other’s names, and nothing else of accounts that they may not read',
  },
  {
    files: 'plugins/tenancy/guards/tenant-guards.ts',
    why: 'the guard compares with the stored row, which the person may not be allowed to read',
  },
]
