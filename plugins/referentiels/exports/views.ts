/** The studio's pages, as Payload's import map names them. */
export { LibraryView } from '../studio/views/library.view.tsx'
export { EditorView } from '../studio/views/editor.view.tsx'
