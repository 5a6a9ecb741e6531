import { ruleTester } from './rule-tester.ts'
import { textsInTexts } from './texts-in-texts.ts'

const literal = [{ messageId: 'literal' }]

ruleTester.run('texts-in-texts', textsInTexts, {
  valid: [
    { name: 'a text from #texts', code: `const view = <h1>{texts.title}</h1>` },
    { name: 'a called text', code: `const view = <p title={texts.hint('Nom')}>{texts.seats(4)}</p>` },
    { name: 'signs and single letters', code: `const view = <p>· {n} / 12 % <b>x</b></p>` },
    { name: 'attributes that nobody reads', code: `const view = <Stack className="page" gap="large" type={'submit'} />` },
    { name: 'a comparison', code: `const view = <p>{state === 'open' && <Open />}</p>` },
    { name: 'a choice between texts', code: `const view = <p>{role === 'admin' ? texts.admin : texts.reader}</p>` },
    { name: 'a template of values', code: 'const view = <p>{`${first} · ${last}`}</p>' },
  ],
  invalid: [
    { name: 'a sentence', code: `const view = <h1>Bienvenue dans votre espace</h1>`, errors: literal },
    { name: 'a word in braces', code: `const view = <p>{'Enregistré'}</p>`, errors: literal },
    { name: 'a template', code: 'const view = <p>{`Enregistré à ${time}`}</p>', errors: literal },
    { name: 'a choice', code: `const view = <p>{done ? 'Oui' : texts.no}</p>`, errors: literal },
    { name: 'a fallback', code: `const view = <p>{name ?? 'Sans nom'}</p>`, errors: literal },
    { name: 'what is shown when', code: `const view = <p>{done && 'Terminé'}</p>`, errors: literal },
    { name: 'a sum', code: `const view = <p>{count + ' actions'}</p>`, errors: literal },
    { name: 'an accessible name', code: `const view = <button aria-label="Fermer" />`, errors: literal },
    { name: 'a placeholder in braces', code: `const view = <input placeholder={'Nom'} />`, errors: literal },
    { name: 'a component’s label', code: `const view = <Field label="Adresse e-mail" />`, errors: literal },
  ],
})
