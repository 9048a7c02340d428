import {
  type Block,
  bracketed,
  type ClauseNode,
  type Declaration,
  type Item,
  isDeclared,
  type ParameterValue,
  type Policy,
  plainText,
} from '../model/index.js'

/** What a school answered: parameters by name, the variant of a provision and whether it takes an optional one by clause id. */
export interface Answers {
  readonly parameters: Readonly<Record<string, ParameterValue>>
  readonly variants: Readonly<Record<string, string>>
  readonly optional: Readonly<Record<string, boolean>>
}

export const NO_ANSWERS: Answers = { parameters: {}, variants: {}, optional: {} }

/** What a template asks, in the order of its front matter and then of its text. */
export type Question =
  | { readonly kind: 'parameter'; readonly name: string; readonly declaration: Declaration }
  | {
      readonly kind: 'variant'
      readonly name: string
      readonly choices: readonly { readonly variant: string; readonly text: string }[]
    }
  | { readonly kind: 'optional'; readonly name: string; readonly text: string }

/** The members of a provision that stand beside each other: one, or its variants. */
export type Provision<T extends Block | Item> = readonly [T, ...T[]]

/** Blocks or items with the variants of one provision taken together. */
export function provisionsOf<T extends Block | Item>(nodes: readonly T[]): readonly Provision<T>[] {
  const found: [T, ...T[]][] = []
  for (const node of nodes) {
    const last = found.at(-1)
    if (last && variantOf(node) !== undefined && variantOf(last[0]) !== undefined && idOf(last[0]) === idOf(node)) last.push(node)
    else found.push([node])
  }
  return found
}

export const hasAttributes = (node: Block | Item): node is ClauseNode => 'attributes' in node
const idOf = (node: Block | Item): string | undefined => (hasAttributes(node) ? node.attributes.id : undefined)
export const variantOf = (node: Block | Item): string | undefined =>
  hasAttributes(node) ? node.attributes.values.variant : undefined
export const whenOf = (node: Block | Item): string | undefined => (hasAttributes(node) ? node.attributes.values.when : undefined)
/** The provisions that a clause says it covers beside its own. */
export const coveredBy = (node: ClauseNode): readonly string[] =>
  node.attributes.values.covers?.split(/\s+/).filter((id) => id !== '') ?? []
export const hasClass = (node: Block | Item, name: string): boolean =>
  hasAttributes(node) && node.attributes.classes.includes(name)

/** Everything a template asks a school. */
export function questionsOf({ metadata, children }: Policy): readonly Question[] {
  const parameters = Object.entries(metadata.parameters ?? {}).flatMap(([name, declaration]): Question[] =>
    isDeclared(declaration) ? [{ kind: 'parameter', name, declaration }] : [],
  )
  const asked: Question[] = []
  const visit = (nodes: readonly (Block | Item)[]): void => {
    for (const members of provisionsOf(nodes)) {
      const [first] = members
      if (hasClass(first, 'guidance')) continue
      const id = idOf(first)
      if (id !== undefined && members.some((node) => hasClass(node, 'optional'))) {
        asked.push({ kind: 'optional', name: id, text: wordsOf(first) })
      }
      // Where conditions choose, nobody is asked.
      const free = members.filter((node) => whenOf(node) === undefined)
      if (id !== undefined && free.length > 1) {
        const choices = free.map((node) => ({ variant: variantOf(node) ?? '', text: wordsOf(node) }))
        asked.push({ kind: 'variant', name: id, choices })
      }
      for (const node of members) {
        if (node.type === 'list') visit(node.items)
        else if ('children' in node) visit(node.children)
      }
    }
  }
  visit(children)
  return [...parameters, ...asked]
}

// What is filled in is asked as well; who chooses between wordings reads its name.
const wordsOf = (node: Block | Item): string => (hasAttributes(node) ? bracketed(plainText(node)) : '')
