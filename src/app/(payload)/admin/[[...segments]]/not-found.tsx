import config from '@payload-config'
import { generatePageMetadata, NotFoundPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'

import { importMap } from '../importMap.js'

type Arguments = {
  readonly params: Promise<{ segments: string[] }>
  readonly searchParams: Promise<Record<string, string | string[]>>
}

/** Payload's icon gives way to `icon.svg`, which Next links where metadata names none. */
export const generateMetadata = async ({ params, searchParams }: Arguments): Promise<Metadata> => ({
  ...(await generatePageMetadata({ config, params, searchParams })),
  icons: null,
})

export default function AdminNotFound({ params, searchParams }: Arguments) {
  return NotFoundPage({ config, params, searchParams, importMap })
}
