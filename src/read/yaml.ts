import { type Document, type ErrorCode, isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type * as z from 'zod'
import { editDistance, once } from '../language/index.js'
import type { Message, Phrase, Place, Said } from '../model/index.js'
import { expectedBy, pathOf, valueAt } from './yaml-expected.js'
import { repairOf } from './yaml-repairs.js'

/** The rules a YAML file is held to: one for its syntax, one for keys nobody knows, one for missing keys, one for wrong values. */
interface YamlRules {
  readonly syntax: Saying<'yaml.syntax'>
  readonly unknown: Saying<'yaml.key'>
  readonly missing: Saying<'yaml.missing'>
  readonly value: Saying<'yaml.value'>
}

/** The rules that have a form. */
type Saying<Form extends string> = Extract<Said, { readonly form: Form }>['rule']
type YamlRule = YamlRules[keyof YamlRules]

/** The same rule for whatever is wrong with a small file. */
export const oneRule = (rule: Saying<'yaml.syntax'> & Saying<'yaml.key'>): YamlRules => ({
  syntax: rule,
  unknown: rule,
  missing: rule,
  value: rule,
})

type Path = readonly (string | number)[]

/** Where a YAML text stands: `firstLine` is the line of the file on which it starts. */
interface YamlOrigin {
  readonly file: string
  readonly firstLine: number
}

/** Finds the place of a key or list entry; of the nearest thing around it when it is not there. */
export function yamlPlaces(source: string, origin: YamlOrigin): (path: Path) => Place {
  // Most texts have nothing of which the place is asked.
  const parsed = once(() => {
    const lines = new LineCounter()
    const { contents } = parseDocument(source, { ...OPTIONS, lineCounter: lines })
    return { contents, place: placeIn(lines, origin) }
  })
  return (path) => {
    const { contents, place } = parsed()
    return place(offsetOf(contents, path))
  }
}

/** What the parser finds most, in words for who writes the file. */
const PROBLEMS: Readonly<Partial<Record<ErrorCode, Phrase>>> = {
  BAD_INDENT: { phrase: 'yaml.problem.indent' },
  BAD_SCALAR_START: { phrase: 'yaml.problem.start' },
  DUPLICATE_KEY: { phrase: 'yaml.problem.twice' },
  MISSING_CHAR: { phrase: 'yaml.problem.open' },
  MULTILINE_IMPLICIT_KEY: { phrase: 'yaml.problem.no-colon' },
  TAB_AS_INDENT: { phrase: 'yaml.problem.tab' },
  UNEXPECTED_TOKEN: { phrase: 'yaml.problem.after' },
}

/** Behind a bracket that nothing closes the parser misses no bracket: it finds the next line indented too little to stand within. */
const problemOf = (code: ErrorCode, said: string): Phrase =>
  (code === 'BAD_INDENT' && said.startsWith('Flow') ? PROBLEMS.MISSING_CHAR : PROBLEMS[code]) ?? otherwise(said)

const otherwise = (said: string): Phrase => ({ phrase: 'yaml.problem.other', values: { said } })

const OPTIONS = { prettyErrors: false, stringKeys: true, uniqueKeys: true } as const

const placeIn =
  (lines: LineCounter, { file, firstLine }: YamlOrigin) =>
  (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line: firstLine + Math.max(line, 1) - 1, column: Math.max(col, 1) }
  }

/**
 * Parses YAML and checks it with a schema. Problems point at the line of the key concerned; a wrong or unknown key is left out of
 * the value and what remains is checked again, so that one mistake hides no other; a list entry that lacks a key is left out whole.
 * A missing key that `defaults` knows is filled in after it is reported. `value` is undefined when nothing can be used.
 */
export function parseYaml<T>(
  source: string,
  schema: z.ZodType<T>,
  rules: YamlRules,
  origin: YamlOrigin,
  defaults: Readonly<Record<string, unknown>> = {},
): { value: T | undefined; messages: Message[] } {
  const lines = new LineCounter()
  const document = parseDocument(source, { ...OPTIONS, lineCounter: lines })
  const place = placeIn(lines, origin)
  const messages: Message[] = []
  const report = (said: Said<YamlRule>, offset: number, expected?: readonly string[], meant: readonly string[] = []) => {
    const note = meant.length === 0 ? {} : { note: { phrase: 'hint.near', values: { names: meant } } as const }
    messages.push({ ...said, severity: 'error', place: place(offset), ...(expected ? { expected } : {}), ...note })
  }

  for (const { message, pos, code } of document.errors) {
    // What an author meant, who cannot know what the parser calls it.
    if (code === 'BLOCK_AS_IMPLICIT_KEY') report({ rule: rules.syntax, form: 'yaml.colon' }, pos[0])
    else report({ rule: rules.syntax, form: 'yaml.syntax', values: { problem: problemOf(code, message) } }, pos[0])
  }
  if (messages.length > 0) return { value: undefined, messages }
  if (document.contents !== null && !isMap(document.contents)) {
    report({ rule: rules.syntax, form: 'yaml.no-keys' }, rangeStart(document.contents))
    return { value: undefined, messages }
  }

  const wrong = new Set<string>()
  // Every round leaves out what the one before reported; a fault may hide another one level deeper, never more than a few.
  for (let round = 0; round < 8; round++) {
    let data: unknown
    try {
      data = document.toJS({ maxAliasCount: 50 }) ?? {}
    } catch (error) {
      report({ rule: rules.syntax, form: 'yaml.syntax', values: { problem: otherwise((error as Error).message) } }, 0)
      break
    }
    const parsed = schema.safeParse(data)
    if (parsed.success) return { value: parsed.data, messages }
    const faults: Path[] = []
    const named = (path: Path) => nameOf(path, place(offsetOf(document.contents, path)).line)
    for (const issue of parsed.error.issues) {
      const steps = (of: readonly PropertyKey[]): Path => of.filter((step) => typeof step !== 'symbol')
      const path = steps(issue.path)
      const lacking = steps(pathOf(issue))
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) {
          const at = [...path, key]
          const form = isBehindComma(document, at) ? 'yaml.comma' : 'yaml.key'
          const said = { rule: rules.unknown, form, values: { key: named(at) } } as const
          const known = knownKeys(schema, path)
          report(said, offsetOf(document.contents, at), known, slipsOf(key, known))
          faults.push(at)
        }
      } else if (valueAt(data, lacking) === undefined) {
        // A key that was left out because its value is wrong is not missing, too.
        if (!wrong.has(idOf(document, lacking)))
          report(
            { rule: rules.missing, form: 'yaml.missing', values: { key: named(lacking) } },
            offsetOf(document.contents, lacking),
          )
        const [key, ...deeper] = lacking
        if (deeper.length === 0 && Object.hasOwn(defaults, key ?? '')) document.setIn(lacking, defaults[key ?? ''])
        else faults.push(lacking.slice(0, -1))
      } else {
        const expected = 'values' in issue && Array.isArray(issue.values) ? issue.values.map(String) : undefined
        const repair = repairOf(document, path, issue, (value) => isAccepted(document, schema, path, value))
        const values = { key: named(path), expected: repair?.expected ?? expectedBy(issue, valueAt(data, path)) }
        report({ rule: rules.value, form: 'yaml.value', values }, offsetOf(document.contents, path), expected)
        wrong.add(idOf(document, path))
        if (repair) document.setIn(path, repair.value)
        else faults.push(path)
      }
    }
    leaveOut(document, faults)
  }
  return { value: undefined, messages }
}

/** Whether a key is what stands behind a comma in braces, with no value of its own: half of a text that should stand in quotes. */
function isBehindComma({ contents }: Document, path: Path): boolean {
  const above = isMap(contents) ? contents.getIn(path.slice(0, -1), true) : undefined
  if (!isMap(above) || above.flow !== true) return false
  const at = above.items.findIndex(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)))
  return at > 0 && !rangeEnd(above.items[at]?.value)
}

/** A key as its author knows it: an entry of a list goes by its line. */
const nameOf = (path: Path, line: number): Phrase => {
  const entry = path.findLastIndex((step) => typeof step === 'number')
  if (entry < 0) return { phrase: 'yaml.key', values: { key: path.join('.') } }
  const list = path
    .slice(0, entry)
    .filter((step) => typeof step === 'string')
    .join('.')
  const key = path.slice(entry + 1).join('.')
  return key === ''
    ? { phrase: 'yaml.entry', values: { list, line } }
    : { phrase: 'yaml.key-of-entry', values: { key, list, line } }
}

/** A key by where its map stands: leaving out what stands before it does not change that. */
const idOf = ({ contents }: Document, path: Path): string => `${offsetOf(contents, path.slice(0, -1))} ${path.at(-1)}`

/** Whether the schema takes another value at a path. */
function isAccepted(document: Document, schema: z.ZodType, path: Path, value: string): boolean {
  const trial = document.clone()
  trial.setIn(path, value)
  const { error } = schema.safeParse(trial.toJS({ maxAliasCount: 50 }))
  return !error?.issues.some((issue) => issue.path.join('.') === path.join('.'))
}

/** Deletes what stands at the paths; where a path goes through an alias, the whole that names it. */
function leaveOut(document: Document, paths: readonly Path[]): void {
  const wanted = paths.map((path) => {
    let cut = path
    while (cut.length > 0 && !document.hasIn(cut)) cut = cut.slice(0, -1)
    return cut
  })
  const distinct = [...new Map(wanted.map((path) => [JSON.stringify(path), path])).values()]
  // Later entries of a list first: leaving one out moves those behind it.
  for (const path of distinct.sort(lastFirst)) if (path.length > 0) document.deleteIn(path)
}

function lastFirst(a: Path, b: Path): number {
  const at = a.findIndex((step, i) => step !== b[i])
  const [x, y] = [a[at], b[at]]
  return at < 0 || y === undefined ? b.length - a.length : typeof x === 'number' && typeof y === 'number' ? y - x : 0
}

function offsetOf(contents: unknown, path: Path): number {
  let offset = rangeStart(contents)
  let node = contents
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))
      if (!pair) break
      offset = rangeStart(pair.key)
      node = pair.value
    } else if (typeof step === 'number' && node !== null && typeof node === 'object' && 'items' in node) {
      node = (node.items as unknown[])[step]
      if (node === undefined) break
      offset = rangeStart(node)
    } else break
  }
  return offset
}

/** Letters of a key for each slip of the pen in it, two at most. */
const LETTERS = 3

/** Known keys that differ from what was written by a slip of the pen. */
function slipsOf(key: string, known: readonly string[] = []): readonly string[] {
  const most = Math.min(2, Math.floor(key.length / LETTERS))
  return known.filter((each) => editDistance(key.toLowerCase(), each.toLowerCase()) <= most)
}

const rangeEnd = (node: unknown): number => {
  const [from = 0, to = 0] = (node as { range?: [number, number, number] } | null)?.range ?? []
  return to - from
}

const rangeStart = (node: unknown): number => (node as { range?: [number, number, number] } | null)?.range?.[0] ?? 0

function knownKeys(schema: z.ZodType, path: Path): string[] {
  let current: unknown = schema
  for (const step of path) {
    current = unwrap(current)
    const def =
      (current as { shape?: Record<string, unknown>; element?: unknown; def?: { valueType?: unknown } } | undefined) ?? {}
    current = def.shape?.[String(step)] ?? (typeof step === 'number' ? def.element : def.def?.valueType)
  }
  return Object.keys((unwrap(current) as { shape?: object } | undefined)?.shape ?? {})
}

function unwrap(schema: unknown): unknown {
  let current = schema as
    | { unwrap?: () => unknown; removeDefault?: () => unknown; shape?: unknown; element?: unknown }
    | undefined
  for (let depth = 0; depth < 4 && current && !current.shape && !current.element; depth++) {
    const next = current.removeDefault?.() ?? current.unwrap?.()
    if (!next) break
    current = next as typeof current
  }
  return current
}
