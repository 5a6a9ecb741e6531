import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const nextConfig: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types and lint are checks of their own (`npm run check`); the build only builds.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['exceljs', 'pg-boss', 'puppeteer-core', '@sparticuz/chromium', 'nodemailer', 'rate-limiter-flexible'],
  experimental: { serverActions: { bodySizeLimit: '1mb' } },
  // One way in for everybody: Payload's own sign-in and password pages give way to ours.
  redirects: async () => [
    {
      source: '/admin/login',
      has: [{ type: 'query', key: 'redirect', value: '(?<place>/admin/.+)' }],
      destination: '/connexion?suite=:place',
      permanent: false,
    },
    { source: '/admin/login', destination: '/connexion?suite=/admin', permanent: false },
    { source: '/admin/create-first-user', destination: '/connexion', permanent: false },
    { source: '/admin/forgot', destination: '/mot-de-passe', permanent: false },
    { source: '/admin/reset/:token*', destination: '/mot-de-passe', permanent: false },
  ],
}

export default withPayload(nextConfig)
