import path from 'node:path'
import { fileURLToPath } from 'node:url'

import type { Config } from 'payload'

import { libraryTexts, studioTexts } from '../../texts/studio/studio.ts'

const route = '/studio'

/** Adds the studio's views to the admin of any application. Payload names components by paths from its import map's folder. */
export const withStudioViews = (config: Config): Config['admin'] => {
  const base = config.admin?.importMap?.baseDir ?? process.cwd()
  const here = path.dirname(fileURLToPath(import.meta.url))
  const folder = `/${path.relative(base, here).split(path.sep).join('/')}`
  // As it is written in this repository, or as it is built for a package (`npm run pack:referentiels`).
  const ending = import.meta.url.endsWith('.js') ? 'js' : 'tsx'
  return {
    ...config.admin,
    components: {
      ...config.admin?.components,
      views: {
        ...config.admin?.components?.views,
        studio: { Component: `${folder}/library.view.${ending}#LibraryView`, path: route, exact: true, meta: { title: libraryTexts.title } },
        studioDraft: { Component: `${folder}/editor.view.${ending}#EditorView`, path: `${route}/:draft`, exact: true, meta: { title: studioTexts.studio } },
      },
    },
  }
}
