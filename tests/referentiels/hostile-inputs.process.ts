/**
 * Checks, and evaluates where they are sound, COUNT hostile inputs from SEED; prints one JSON object. In a process of
 * its own, whose memory is bounded and which the test can stop.
 */
import { evaluateFile } from '#plugins/referentiels/evaluation/evaluate-file.ts'
import { findingCodes } from '#plugins/referentiels/engine/findings/finding.ts'
import { checkSource } from '#plugins/referentiels/source/check-source.ts'
import { readSource } from '#plugins/referentiels/source/read-source.ts'

import { hostileInputs } from '../support/hostile-inputs.ts'
import type { HostileInput } from '../support/hostile-inputs.ts'

const codes: ReadonlySet<string> = new Set(findingCodes)

type Problem = { readonly index: number; readonly kind: string; readonly problem: string }

const checked = ({ file, text }: HostileInput, evaluate: (document: NonNullable<ReturnType<typeof checkSource>['document']>) => void): readonly string[] => {
  const { document, canonical, findings } = checkSource({ file, text })
  const lines = text.split(/\r\n|\r|\n/).length
  const lost = findings.flatMap(({ code, line = 0, column = 0, path, message }) => [
    ...(codes.has(code) ? [] : [`unknown code ${code}`]),
    ...(line >= 1 && line <= lines && Number(column) >= 1 && /^(\/.*)?$/s.test(path) ? [] : [`no place: ${code} ${line}:${column} ${path}`]),
    ...(message === '' || /undefined|\[object /.test(message) ? [`no sentence: ${code} « ${message} »`] : []),
  ])
  if (document === undefined || canonical === undefined) {
    return [...lost, ...(findings.some(({ severity }) => severity === 'error') ? [] : ['refused without a reason'])]
  }
  evaluate(document)
  const again = checkSource({ file: 'canonical.json', text: canonical }).canonical
  return again === canonical ? lost : [...lost, 'its canonical text reads as another content']
}

const [count = '100', seed = '1', only] = process.argv.slice(2)
const inputs = hostileInputs(Number(seed))
const problems: Problem[] = []
const kinds: Record<string, number> = {}
let parsed = 0
let sound = 0
let longest = { index: -1, seconds: 0 }

const first = only === undefined ? 0 : Number(only)
const last = only === undefined ? Number(count) : first + 1
for (let index = first; index < last; index += 1) {
  const input = inputs.at(index)
  kinds[input.kind] = (kinds[input.kind] ?? 0) + 1
  if (readSource(input).value !== undefined) parsed += 1
  const start = process.cpuUsage()
  try {
    const found = checked(input, (document) => {
      sound += 1
      const questions = document.nodes.flatMap((node) => [node.code, ...(node.questions ?? []).map(({ code }) => code)])
      JSON.stringify(evaluateFile(document, {}))
      JSON.stringify(evaluateFile(document, inputs.answersAt(index, questions)))
    })
    problems.push(...found.slice(0, 3).map((problem) => ({ index, kind: input.kind, problem })))
  } catch (error) {
    problems.push({ index, kind: input.kind, problem: error instanceof Error ? `${error.name}: ${error.message} ${error.stack?.split('\n')[1] ?? ''}` : String(error) })
  }
  const { user, system } = process.cpuUsage(start)
  const seconds = (user + system) / 1e6
  if (seconds > longest.seconds) longest = { index, seconds }
}

console.log(JSON.stringify({ count: last - first, parsed, sound, kinds, longest, megabytes: Math.round(process.resourceUsage().maxRSS / 1024), problems: problems.slice(0, 20) }))
