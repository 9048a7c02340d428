import { modelWords, valueInWords } from '../language/index.js'
import { type ClauseNode, isDeclared, type Policy, parseCondition, plainText } from '../model/index.js'
import type { Resolved } from '../resolve/index.js'
import type { DocBlock, DocCell, DocInline } from './document.js'
import { heading, muted, paragraph, strong, text } from './prose.js'
import type { Wording } from './wording.js'

/** What a printed template says of a clause beside its words. */
export interface ClauseMarks {
  /** In front of the words: which wording it is, that it may be left out, when it holds. */
  readonly before: (node: ClauseNode) => readonly DocInline[]
  readonly isGuidance: (node: ClauseNode) => boolean
  /** In front of guidance that does not say itself what it is. */
  readonly guidance: (node: ClauseNode) => readonly DocInline[]
}

export const NO_MARKS: ClauseMarks = { before: () => [], isGuidance: () => false, guidance: () => [] }

/** The clauses that are one of several wordings of a provision, each with how many of them stand before it. */
function wordingsIn(clauses: Resolved['clauses']): ReadonlyMap<object, number> {
  const wordings = new Map<object, number>()
  let last: { readonly id: string; readonly count: number } | undefined
  for (const { id, node } of clauses) {
    if (node.type === 'note') continue
    if (id === undefined || node.attributes.values.variant === undefined) {
      last = undefined
      continue
    }
    last = { id, count: last?.id === id ? last.count + 1 : 0 }
    wordings.set(node, last.count)
  }
  return wordings
}

/** Whether a clause is another wording of a provision that was there: it has no destination of its own. */
export function anotherWording({ clauses }: Resolved): (node: object) => boolean {
  const wordings = wordingsIn(clauses)
  return (node) => (wordings.get(node) ?? 0) > 0
}

/** The marks of the clauses of a template, for a body that looks at what schools will be asked. */
export function clauseMarks({ clauses, source }: Resolved, wording: Wording): ClauseMarks {
  const wordings = wordingsIn(clauses)
  const { parameters = {}, lang } = source.metadata
  const condition = (source: string): string => {
    const { parameter, value, negated } = parseCondition(source)
    const declared = parameters[parameter]
    const name = (isDeclared(declared) ? declared.description : undefined) ?? parameter
    const asked = value ?? valueInWords(true, lang)
    return wording(negated ? 'model.unless' : 'model.when', { name, value: asked })
  }
  return {
    before: (node) => {
      const { classes, values } = node.attributes
      const count = wordings.get(node)
      const said = [
        ...(count === undefined ? [] : [strong(wording('model.variant', { letter: String.fromCharCode(65 + (count % 26)) }))]),
        ...(values.when === undefined ? [] : [muted(condition(values.when))]),
        ...(classes.includes('optional') ? [muted(wording('model.optional'))] : []),
        ...(classes.includes('locked') ? [muted(wording('model.locked'))] : []),
      ]
      return said.flatMap((inline) => [inline, text(' ')])
    },
    isGuidance: (node) => node.attributes.classes.includes('guidance'),
    guidance: (node) => {
      const words = plainText(node).toLowerCase()
      const says = modelWords().guidance.some((word) => words.startsWith(word))
      return says ? [] : [strong(wording('model.guidance')), text(' ')]
    },
  }
}

/** A template whose blanks print between brackets: the usual answer, else the name. */
export function withBlanks(policy: Policy): Policy {
  const { parameters = {}, lang } = policy.metadata
  const blanks = Object.entries(parameters).map(([name, parameter]) => {
    const usual = isDeclared(parameter) ? parameter.default : parameter
    return [name, `[${usual === undefined ? name : valueInWords(usual, lang)}]`] as const
  })
  return { ...policy, metadata: { ...policy.metadata, parameters: Object.fromEntries(blanks) } }
}

/** What a template asks of a school: every blank with its explanation, the kind of answer, and the usual one or an example. */
export function blankTable({ metadata: { parameters = {}, lang } }: Policy, wording: Wording): readonly DocBlock[] {
  const asked = Object.entries(parameters).flatMap(([name, parameter]) => (isDeclared(parameter) ? [{ name, ...parameter }] : []))
  if (asked.length === 0) return []
  const cell = (value: string, header?: 'column'): DocCell => ({
    children: value === '' ? [] : [paragraph(value)],
    ...(header ? { header } : {}),
  })
  const heads = ['blank', 'about', 'kind', 'usual'].map((key) => cell(wording(`model.blanks.${key}`), 'column'))
  return [
    heading(1, wording('model.blanks.title')),
    {
      type: 'table',
      look: 'grid',
      columns: [{ weight: 2 }, { weight: 4 }, { weight: 2.4 }, { weight: 2.4 }],
      head: [{ cells: heads }],
      body: asked.map(({ name, description = '', type, values = [], default: usual, example }) => ({
        cells: [
          cell(name),
          cell(description),
          cell(values.length > 0 ? values.map(String).join(', ') : wording(`model.type.${type}`)),
          cell(
            usual !== undefined
              ? valueInWords(usual, lang)
              : example === undefined
                ? ''
                : wording('model.blanks.example', { value: valueInWords(example, lang) }),
          ),
        ],
      })),
    },
  ]
}
