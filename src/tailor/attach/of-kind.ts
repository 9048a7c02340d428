import { type Declaration, isDeclared, type Language, type Metadata } from '../../model/index.js'
import { valuesOf } from '../../schools/index.js'

type Parameters = NonNullable<Metadata['parameters']>
type Value = ReturnType<typeof valuesOf>[number]

const BLANKS = /\{\{[^{}]*\}\}/g
const KINDS: Partial<Record<Declaration['type'], Value['kind']>> = { period: 'period', date: 'date', number: 'number' }

/**
 * Values of a clause by the blank of its provision that they fill, however the clause puts the rest: where a blank alone takes a value of its kind, and the
 * clause has one of that kind that the provision does not have in its own words.
 */
export function valuesOfKind(
  provision: string,
  clause: string,
  blanks: readonly string[],
  parameters: Parameters,
  lang: Language,
): readonly { readonly name: string; readonly words: string }[] {
  const kindOf = (name: string): string | undefined => {
    const declared = parameters[name]
    return isDeclared(declared) ? kindDeclared(declared, lang) : undefined
  }
  const [own, its] = [valuesOf(clause, lang), valuesOf(provision.replace(BLANKS, '…'), lang)]
  const said = new Set(its.map(({ value }) => value))
  return [...new Set(blanks)].flatMap((name, _, all) => {
    const kind = kindOf(name)
    if (kind === undefined || all.filter((other) => kindOf(other) === kind).length > 1) return []
    const [only, ...others] = own.filter((each) => !said.has(each.value) && (each.kind === kind || kindIn(each) === kind))
    return only && others.length === 0 ? [{ name, words: only.text }] : []
  })
}

/** What kind of value a parameter takes: by its type, and of a text by what it usually is or may be ("€ 150", "22.30 uur"); of a text, with the unit. */
function kindDeclared({ type, default: usual, example }: Declaration, lang: Language): string | undefined {
  const given = usual ?? example
  if (type !== 'text' || typeof given !== 'string') return KINDS[type]
  const [only, ...others] = valuesOf(given, lang)
  return only && others.length === 0 && only.text === given.trim() ? kindIn(only) : undefined
}

/** "€150" and "€200" are of one kind, and so are "22,30 uur" and "21 uur". */
const kindIn = ({ kind, value }: Value): string => `${kind} ${value.replace(/[\d.,]+/g, '0')}`
