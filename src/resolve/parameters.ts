import Handlebars from 'handlebars'
import { beginsSentence, capital, valueInWords } from '../language/index.js'
import type { About, Inline, Language, Message, Metadata, Place, Said } from '../model/index.js'
import { clipped, mapInlines, valueIn } from '../model/index.js'
import type { Room } from './room.js'

type Values = Readonly<Record<string, string>>

/** The values to print. A declared parameter without a value prints its name between brackets: a template shows its blanks. */
export function parameterValues({ parameters, lang }: Pick<Metadata, 'parameters' | 'lang'>): Values {
  const values: Record<string, string> = Object.create(null)
  for (const [name, parameter] of Object.entries(parameters ?? {})) {
    const value = valueIn(parameter)
    values[name] = value === undefined ? `[${name}]` : valueInWords(value, lang)
  }
  return values
}

/**
 * Puts values in the place of `{{name}}` in the text nodes of one clause, while there is room; where a sentence begins with a capital. `opens` says
 * whether the clause itself begins one. A value is text: it is never parsed again.
 */
export function substitute(
  content: readonly Inline[],
  values: Values,
  { place, lang, opens }: { readonly place: Place; readonly lang: Language; readonly opens: () => boolean },
  room: Room,
  report: (message: Message) => void,
): readonly Inline[] {
  let isFirst = true
  return mapInlines(content, (inline) => {
    if (inline.type !== 'text') return [inline]
    const isOpening = isFirst
    isFirst &&= inline.value.trim() === ''
    if (!inline.value.includes('{{')) return [inline]
    const at = inline.position ? { ...place, line: inline.position.start.line, column: inline.position.start.column } : place
    const begins = (before: string) => (before.trim() === '' ? isOpening && opens() : beginsSentence(before, lang))
    const value = fill(inline.value, values, begins, room.left, (message) => report({ severity: 'error', place: at, ...message }))
    if (!room.takes((value?.length ?? Number.POSITIVE_INFINITY) - inline.value.length, at)) return [inline]
    return [value === undefined || value === inline.value ? inline : { ...inline, value }]
  })
}

type Misfilled = Said<'parameter/empty' | 'parameter/syntax' | 'parameter/unknown'> & Pick<About, 'expected'>

/** A parameter and nothing else between braces; what has a backslash or further braces is Handlebars's to read. */
const PLAIN = /^(?:[^{}\\]|\{\{[A-Za-z]\w*\}\})*$/
const NAMED = /\{\{(\w+)\}\}/g
/** Names that mean something else to Handlebars. */
const RESERVED: ReadonlySet<string> = new Set(['else', 'false', 'null', 'this', 'true', 'undefined'])

/** A value as it stands after these words. What is written with a capital further on, as "iPad", is a name. */
const printed = (value: string, before: string, begins: (before: string) => boolean): string =>
  /^\p{Ll}(?!\p{Lu})/u.test(value) && begins(before) ? capital(value) : value

/** A text in which only parameters stand that have a value: to read it Handlebars would have to be loaded. */
function filledPlainly(text: string, values: Values, begins: (before: string) => boolean): string | undefined {
  if (!PLAIN.test(text)) return undefined
  let isKnown = true
  const filled = text.replace(NAMED, (_, name: string, at: number) => {
    const value = RESERVED.has(name) || !Object.hasOwn(values, name) ? '' : (values[name] as string)
    if (value.trim() === '') isKnown = false
    return printed(value, text.slice(0, at), begins)
  })
  return isKnown ? filled : undefined
}

/** Nothing where it would grow by more than so many letters. */
function fill(
  text: string,
  values: Values,
  begins: (before: string) => boolean,
  most: number,
  report: (message: Misfilled) => void,
): string | undefined {
  let added = 0
  for (const [, name = ''] of text.matchAll(NAMED)) added += values[name]?.length ?? 0
  if (added > most + text.length) return undefined
  const plain = filledPlainly(text, values, begins)
  if (plain !== undefined) return plain
  const known = Object.keys(values)
  let program: hbs.AST.Program
  try {
    program = Handlebars.parse(text)
  } catch {
    report({ rule: 'parameter/syntax', form: 'braces', values: { text: clipped(text, SHOWN) } })
    return text
  }
  let valid = true
  let filled = ''
  for (const statement of program.body) {
    if (statement.type === 'ContentStatement') {
      filled += (statement as hbs.AST.ContentStatement).value
      continue
    }
    const name = simpleName(statement)
    if (name === undefined) {
      report({ rule: 'parameter/syntax', form: 'statement', values: { kind: statement.type, text: clipped(text, SHOWN) } })
      valid = false
    } else if (!Object.hasOwn(values, name)) {
      report({ rule: 'parameter/unknown', values: { name, known }, expected: known })
      valid = false
    } else {
      if (values[name]?.trim() === '') report({ rule: 'parameter/empty', values: { name } })
      filled += printed(values[name] ?? '', filled, begins)
      if (filled.length > most + text.length) return undefined
    }
  }
  // Read and never compiled: a name can only ever be a parameter, and no helper or partial is there to be called.
  return valid ? filled : text
}

// Only `{{name}}`: no blocks, partials, helpers, paths, raw braces, comments or white-space control.
function simpleName(statement: hbs.AST.Statement): string | undefined {
  if (statement.type !== 'MustacheStatement') return undefined
  const { path, params, hash, escaped, strip } = statement as hbs.AST.MustacheStatement
  if (path.type !== 'PathExpression' || params.length > 0 || hash?.pairs.length > 0 || !escaped || strip.open || strip.close)
    return undefined
  const { data, depth, parts, original } = path as hbs.AST.PathExpression
  return !data && depth === 0 && parts.length === 1 && parts[0] === original ? original : undefined
}

/** Letters of a statement that tell which it is. */
const SHOWN = 60
