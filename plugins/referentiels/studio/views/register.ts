import path from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Config } from 'payload'

import { packageName } from '../../exports/package-name.ts'
import { libraryTexts } from '../../texts/studio/library.ts'
import { studioTexts } from '../../texts/studio/studio.ts'

const route = '/studio'

/**
 * How Payload's import map names the module of the views: by the package's name once it is built (the ending tells; a loader may
 * add a query to the address), by a path from the map's folder while it is source. The command that writes the map and the
 * application that reads it must say the same.
 */
const viewsOf = (config: Config): string => {
  const here = fileURLToPath(import.meta.url)
  if (here.endsWith('.js')) return `${packageName}/exports/views`
  const views = path.resolve(path.dirname(here), '../../exports/views.ts')
  return `/${path.relative(config.admin?.importMap?.baseDir ?? process.cwd(), views).split(path.sep).join('/')}`
}

/** Adds the studio's views to the admin of any application. */
export const withStudioViews = (config: Config): Config['admin'] => {
  const views = viewsOf(config)
  return {
    ...config.admin,
    components: {
      ...config.admin?.components,
      views: {
        ...config.admin?.components?.views,
        studio: { Component: `${views}#LibraryView`, path: route, exact: true, meta: { title: libraryTexts.title } },
        studioDraft: { Component: `${views}#EditorView`, path: `${route}/:draft`, exact: true, meta: { title: studioTexts.studio } },
      },
    },
  }
}
