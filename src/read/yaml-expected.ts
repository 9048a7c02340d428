import type * as z from 'zod'
import { util } from 'zod/v4/core'
import type { Phrase } from '../model/index.js'

/** The types a schema can ask for, as it names them. */
const TYPES = ['string', 'number', 'boolean', 'array', 'object', 'record', 'null', 'int', 'nan'] as const

/** What a schema says of a text of its own form, by the message it gives with the pattern. */
const PATTERNS = [
  'expected.clause-name',
  'expected.colour',
  'expected.date',
  'expected.hash',
  'expected.parts',
  'expected.version',
] as const

/** What a schema asks for in the place of a value. Of alternatives it is what the one that came furthest asks for. */
export function expectedBy(issue: z.core.$ZodIssue, value: unknown): Phrase {
  const pattern = PATTERNS.find((name) => name === issue.message)
  if (pattern) return { phrase: pattern }
  switch (issue.code) {
    case 'invalid_union': {
      const branch = furthest(issue)
      if (branch) return expectedBy(branch, valueAt(value, branch.path))
      break
    }
    case 'invalid_value': {
      const options = issue.values.map((option) => JSON.stringify(option))
      return options[0] !== undefined && options.length === 1
        ? { phrase: 'expected.option', values: { option: options[0] } }
        : { phrase: 'expected.options', values: { options } }
    }
    case 'invalid_type': {
      const [wanted, received] = [issue.expected, util.parsedType(value)].map((name) => TYPES.find((type) => type === name))
      if (wanted && received) {
        const values = { wanted: { phrase: `type.${wanted}` }, received: { phrase: `type.${received}` } } as const
        return { phrase: 'expected.type', values }
      }
      break
    }
    case 'too_small': {
      const values = { least: Number(issue.minimum) }
      if (issue.origin === 'string') return { phrase: 'expected.least-letters', values }
      if (issue.origin === 'array') return { phrase: 'expected.least-entries', values }
      return { phrase: 'expected.least-number', values }
    }
    case 'too_big':
      return { phrase: 'expected.most-number', values: { most: Number(issue.maximum) } }
  }
  return { phrase: 'expected.other', values: { problem: issue.message } }
}

const furthest = ({ errors }: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue | undefined =>
  errors.flat().sort((a, b) => b.path.length - a.path.length)[0]

/** Where a value is wrong or missing: of alternatives, in the one that came furthest. */
export function pathOf(issue: z.core.$ZodIssue): readonly PropertyKey[] {
  const branch = issue.code === 'invalid_union' ? furthest(issue) : undefined
  return branch ? [...issue.path, ...pathOf(branch)] : issue.path
}

/** What stands at a path in parsed YAML; undefined where there is nothing. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      value === null || typeof value !== 'object' ? undefined : (value as Readonly<Record<PropertyKey, unknown>>)[step],
    data,
  )
}
