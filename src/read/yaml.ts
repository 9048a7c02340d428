import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Message, Place, RuleId } from '../model/index.js'

/** The rules a YAML file is held to: one for its syntax, one for keys nobody knows, one for missing keys, one for wrong values. */
export interface YamlRules {
  readonly syntax: RuleId
  readonly unknown: RuleId
  readonly missing: RuleId
  readonly value: RuleId
}

type Path = readonly (string | number)[]

/**
 * Parses YAML and checks it with a schema. Problems point at the line of the key concerned; a wrong or unknown key is left out of
 * the value and what remains is checked again, so that one mistake hides no other. A missing key that `defaults` knows is filled in after
 * it is reported. `value` is undefined when nothing can be used.
 */
export function parseYaml<T>(
  source: string,
  schema: z.ZodType<T>,
  rules: YamlRules,
  at: { file: string; firstLine: number },
  defaults: Readonly<Record<string, unknown>> = {},
): { value: T | undefined; messages: Message[] } {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, stringKeys: true, uniqueKeys: true })
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file: at.file, line: at.firstLine + Math.max(line, 1) - 1, column: Math.max(col, 1) }
  }
  if (document.errors.length > 0) {
    return {
      value: undefined,
      messages: document.errors.map((error) => ({
        rule: rules.syntax,
        severity: 'error',
        reason: `Unexpected YAML: ${error.message}`,
        place: place(error.pos[0]),
      })),
    }
  }
  const data: unknown = document.toJS({ maxAliasCount: 50 }) ?? {}
  const messages: Message[] = []
  for (let round = 0; round < 8; round++) {
    const parsed = schema.safeParse(data)
    if (parsed.success) return { value: parsed.data, messages }
    let removed = false
    for (const issue of parsed.error.issues) {
      const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol')
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) {
          messages.push({
            rule: rules.unknown,
            severity: 'error',
            reason: `Unexpected key "${[...path, key].join('.')}"`,
            place: place(offsetOf(document.contents, [...path, key])),
            expected: knownKeys(schema, path),
          })
          removed = remove(data, [...path, key]) || removed
        }
        continue
      }
      const missing = valueAt(data, path) === undefined
      messages.push({
        rule: missing ? rules.missing : rules.value,
        severity: 'error',
        reason: missing
          ? `Unexpected absence of "${path.join('.')}"`
          : `Unexpected value for "${path.join('.')}": ${describe(issue)}`,
        place: place(offsetOf(document.contents, path)),
        ...('values' in issue && Array.isArray(issue.values) ? { expected: issue.values.map(String) } : {}),
      })
      const [key] = path
      if (!missing) removed = remove(data, path) || removed
      else if (path.length === 1 && key !== undefined && key in defaults) {
        Object.assign(data as object, { [key]: defaults[key] })
        removed = true
      }
    }
    if (!removed) break
  }
  return { value: undefined, messages }
}

function describe(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_format' || issue.code === 'invalid_type')
    return lower(issue.message.replace(/^Invalid input: /, ''))
  return lower(issue.message)
}
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (value === null || typeof value !== 'object' ? undefined : (value as never)[step]),
    data,
  )
}

// A wrong part of a list entry or a map takes the whole top-level value with it only when it cannot be left out by itself.
function remove(data: unknown, path: Path): boolean {
  const key = path.at(-1)
  const parent = valueAt(data, path.slice(0, -1))
  if (key === undefined || parent === null || typeof parent !== 'object') return false
  if (Array.isArray(parent)) parent.splice(Number(key), 1)
  else delete (parent as Record<string, unknown>)[key]
  return true
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
