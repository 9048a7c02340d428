import { type ClauseNode, clauses, isDeclared, type Policy, plainText, valueIn } from '../../model/index.js'
import { type ResolvedClause, resolve } from '../../resolve/index.js'
import { hasClass, variantOf, whenOf } from '../questions.js'

/** What a clause of a school may be: a provision of the template, or one variant of it. */
export interface Provision {
  readonly id: string
  readonly variant?: string
  /** Under which condition the template has it. */
  readonly when?: string
  /** As it is written, with its blanks. */
  readonly node: ClauseNode
  /** As it reads, with every blank filled in as the template suggests. */
  readonly clause: ResolvedClause
}

/** A provision and the variant of it, as a person is told. */
export const nameOfProvision = ({ id, variant }: Pick<Provision, 'id' | 'variant'>): string =>
  variant === undefined ? id : `${id}, ${variant}`

/** A template as it reads, with its usual answers or its examples in the blanks. */
export function filledTemplate(template: Policy): Policy {
  const parameters = Object.fromEntries(
    Object.entries(template.metadata.parameters ?? {}).map(([name, declared]) => [
      name,
      valueIn(declared) ?? (isDeclared(declared) ? declared.example : undefined) ?? name,
    ]),
  )
  return { ...template, metadata: { ...template.metadata, parameters } }
}

/** Every provision of a template in its order, each variant apart; without guidance, and what stands in it. */
export function provisionsIn(template: Policy): readonly Provision[] {
  const written = clauses(template)
  return resolve(filledTemplate(template)).value.clauses.flatMap((clause, index): Provision[] => {
    const node = written[index]?.node
    if (!node || node.type === 'note' || clause.id === undefined || isGuided(clause)) return []
    const [variant, when] = [variantOf(node), whenOf(node)]
    return [
      { id: clause.id, node, clause, ...(variant === undefined ? {} : { variant }), ...(when === undefined ? {} : { when }) },
    ]
  })
}

/** The place of each provision among the rules of its template, variants being one. */
export function placesOf(provisions: readonly Provision[]): ReadonlyMap<string, number> {
  const order = new Map<string, number>()
  for (const { id, clause } of provisions) if (clause.kind !== 'section' && !order.has(id)) order.set(id, order.size)
  return order
}

/** What a clause says, without what its blanks hold: that is a school's. */
export const wordsWithoutBlanks = (node: ClauseNode): string => plainText(node).replace(/\{\{[^{}]*\}\}/g, ' ')

function isGuided(clause: ResolvedClause): boolean {
  for (let up: ResolvedClause | undefined = clause; up; up = up.parent)
    if (up.node.type !== 'note' && hasClass(up.node, 'guidance')) return true
  return false
}
