/**
 * Which passwords people may choose: long, or a phrase, without rules on kinds of signs (they make passwords
 * that people write down). Demonstration accounts bypass it: their password is public on purpose.
 */
import { commonWords } from './common-passwords.ts'

export const passwordProblems = ['TOO_SHORT', 'TOO_LONG', 'TOO_COMMON', 'IS_EMAIL'] as const
export type PasswordProblem = (typeof passwordProblems)[number]

export const shortestPassword = 12
/** Far above any phrase; a bound, so that nobody makes the server hash megabytes. */
const longestPassword = 1000

/** Signs that stand for a letter in « P@ssw0rd ». */
const disguises: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '0': 'o', $: 's', '5': 's' }

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const lettersOf = (text: string): string => text.replace(/[^a-z]/g, '')

const unmasked = (text: string): string => [...text].map((sign) => disguises[sign] ?? sign).join('')

/** « ababababab », « 111111111111 »: one short piece, over and over. */
const isRepetition = (text: string): boolean => /^(.{1,4}?)\1{2,}.{0,3}$/su.test(text)

/** « 123456789012 », « cba987654321 »: each sign next to the one before, 9 and 0 counted as neighbours. */
const isSequence = (text: string): boolean => {
  const steps = [...text].slice(1).map((sign, index) => sign.charCodeAt(0) - text.charCodeAt(index))
  const regular = steps.filter((step) => Math.abs(step) === 1 || Math.abs(step) === 9).length
  return regular >= steps.length - 1
}

/** How many digits and signs around or inside a common word leave it common. */
const fewSigns = 8

/** « azertyazerty » is « azerty ». */
const onceOnly = (text: string): string => /^(.+?)\1+$/su.exec(text)?.[1] ?? text

const isCommonWord = (text: string): boolean => {
  const core = text.replace(/^[^a-z]+|[^a-z]+$/g, '')
  return [text, unmasked(core)].some(
    (candidate) => commonWords.has(lettersOf(candidate)) && text.length - lettersOf(candidate).length <= fewSigns,
  )
}

const isCommonPassword = (password: string): boolean => {
  const text = plain(password)
  return isRepetition(text) || isSequence(text) || isCommonWord(text) || isCommonWord(onceOnly(text))
}

/** What is wrong with a password, null when nothing is; `email` is the account's address, or empty. */
export const passwordProblem = ({
  password,
  email,
}: {
  readonly password: string
  readonly email: string
}): PasswordProblem | null => {
  const length = [...password].length
  const address = plain(email.trim())
  const text = plain(password)
  if (length < shortestPassword) return 'TOO_SHORT'
  if (length > longestPassword) return 'TOO_LONG'
  if (address !== '' && (text.includes(address) || text === address.split('@')[0])) return 'IS_EMAIL'
  return isCommonPassword(password) ? 'TOO_COMMON' : null
}
