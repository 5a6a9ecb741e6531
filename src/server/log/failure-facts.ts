/** What a failure may say in a log: nothing that people wrote, no address, no link's token (design.md §9). */
export type FailureFacts = {
  readonly name: string
  /** Ours, PostgreSQL's or Node's. */
  readonly code?: string
  readonly message: string
  readonly stack?: string
  /** Where PostgreSQL met it. */
  readonly table?: string
  readonly column?: string
  readonly constraint?: string
  readonly cause?: FailureFacts
}

const longest = 600

/** Values of a statement's placeholders, which Drizzle writes after it. */
const parameters = /\n?\bparams:[\s\S]*$/i
/** PostgreSQL repeats what it could not read: « invalid input syntax for type uuid: "…" ». */
const repeatedValue = /: "[\s\S]*"/g
const address = /[^\s"'<>(),;:]+@[^\s"'<>(),;:]+/g
/** Of 256 random bits, as `newLinkToken` writes them, and signed session tokens. */
const token = /\beyJ[\w-]+\.[\w-]+\.[\w-]+|(?<![\w-])[\w-]{43}(?![\w-])/g

/** The text without what could name a person or open a door. */
export const scrubbed = (text: string): string =>
  text.replace(parameters, '').replace(repeatedValue, '').replace(address, '•@•').replace(token, '•').slice(0, longest)

const framesOf = (stack: string): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => scrubbed(line.trim()))
    .slice(0, 30)
    .join('\n')

const textAt = (error: object, name: string): string | undefined => {
  const value: unknown = Object.getOwnPropertyDescriptor(error, name)?.value
  return typeof value === 'string' && value !== '' ? scrubbed(value) : undefined
}

/** A failure, and what it was caused by, in facts alone. Drizzle, pg and Payload hang the values themselves on theirs. */
export const failureFacts = (error: unknown, depth = 0): FailureFacts => {
  if (!(error instanceof Error)) return { name: typeof error, message: scrubbed(String(error)) }
  const { cause } = error
  const facts = {
    code: textAt(error, 'code'),
    table: textAt(error, 'table'),
    column: textAt(error, 'column'),
    constraint: textAt(error, 'constraint'),
    stack: error.stack === undefined ? undefined : framesOf(error.stack),
  }
  return {
    name: error.name,
    message: scrubbed(error.message),
    ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
    ...(cause !== undefined && depth < 4 && { cause: failureFacts(cause, depth + 1) }),
  }
}
