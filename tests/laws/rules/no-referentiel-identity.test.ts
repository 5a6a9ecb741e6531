import { noReferentielIdentity } from './no-referentiel-identity.ts'
import { ruleTester } from './rule-tester.ts'

const named = [{ messageId: 'named' }]

ruleTester.run('no-referentiel-identity', noReferentielIdentity, {
  valid: [
    { name: 'the word référentiel itself', code: `const referentiel = document.id` },
    { name: 'words that only contain the letters', code: `const universeIndex = processComplete('progress-complet')` },
    { name: 'the sector', code: `const label = 'Économie sociale et solidaire (ESS)'` },
  ],
  invalid: [
    { name: 'an id in a string', code: `if (id === 'rsei') open()`, errors: named },
    { name: 'part of a path', code: `load('referentiels/has-essms/referentiel.yaml')`, errors: named },
    { name: 'part of a camel-case identifier', code: `const essmsProfile = profile`, errors: named },
    { name: 'two words of an identifier', code: `const isEssComplet = true`, errors: named },
    { name: 'an upper-case constant', code: `const ESS_COMPLET = 1`, errors: named },
    { name: 'a property', code: `const titles = { rsei: titre }`, errors: named },
    { name: 'a template', code: 'const name = `${id}-rsei`', errors: named },
    { name: 'interface text', code: `const view = <p>Label RSEi</p>`, errors: named },
    { name: 'a file’s name', code: `export const score = 1`, filename: 'src/domain/rsei-score.ts', errors: named },
  ],
})
