import { expect, it } from 'vitest'

import { proposalReasons } from '../engine/migration/propose.ts'
import { proposalText } from './proposal-texts.ts'

it.each(proposalReasons)('the reason %s is a French sentence', (reason) => {
  expect(proposalText({ reason })).toMatch(/^[A-Z].{12,}\.$/u)
  expect(proposalText({ reason })).not.toMatch(/ [;!?»:]|« |\p{L}'\p{L}/u)
})
