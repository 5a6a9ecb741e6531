import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { contentDisposition } from './content-disposition.ts'

describe('the name of a file that is given to a person', () => {
  it('has its accents, and none for programs that cannot', () => {
    expect(contentDisposition('Autodiagnostic L’Œuvre d’été Démarche 2026', 'pdf')).toBe(
      'attachment; filename="Autodiagnostic L\'OEuvre d\'ete Demarche 2026.pdf"; '
      + 'filename*=UTF-8\'\'Autodiagnostic%20L%E2%80%99%C5%92uvre%20d%E2%80%99%C3%A9t%C3%A9%20D%C3%A9marche%202026.pdf',
    )
  })

  it('is never empty, never a path', () => {
    expect(contentDisposition('../..', 'pdf')).toContain('filename="document.pdf"')
    expect(contentDisposition('a/b\\c:d', 'pdf')).toContain('filename="a b c d.pdf"')
  })

  it('is one header of plain signs, whatever the organisation is called', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => {
      const header = contentDisposition(name, 'pdf')
      expect(header).toMatch(/^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]+\.pdf"; filename\*=UTF-8''[\w%!~.-]+\.pdf$/)
      expect(() => new Headers({ 'content-disposition': header })).not.toThrow()
    }))
  })
})
