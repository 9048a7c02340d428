import {
  type Attributes,
  type Block,
  type Clause,
  clauses,
  conditionHolds,
  extendedBy,
  type Item,
  isDeclared,
  type Metadata,
  noteMarks,
  type ParameterValue,
  type Policy,
  type PolicyBody,
  parseCondition,
  valueIn,
} from '../model/index.js'
import { type Answers, hasAttributes, hasClass, type Provision, provisionsOf, variantOf, whenOf } from './questions.js'

/**
 * What a template says to a school that gave these answers: the variant it took, without the optional provisions it declined, without those whose
 * condition does not hold, and without guidance. Blanks stay `{{name}}`, so that they can be filled in anew. What was not answered is as the
 * template has it: its default, its first variant, every optional provision.
 */
export function adaptBody(template: Policy, answers: Answers): PolicyBody {
  const values = parametersOf(template, answers)
  const holds = (node: Block | Item): boolean => {
    const source = whenOf(node)
    const condition = source === undefined ? undefined : parseCondition(source)
    return condition === undefined || conditionHolds(condition, values[condition.parameter])
  }
  const chosen = <T extends Block | Item>(members: Provision<T>): T[] => {
    const open = members.filter((node) => holds(node) && !hasClass(node, 'guidance'))
    const [first] = open
    if (first === undefined) return []
    const id = hasAttributes(first) ? first.attributes.id : undefined
    if (id !== undefined && hasClass(first, 'optional') && answers.optional[id] === false) return []
    const wanted = id === undefined ? undefined : answers.variants[id]
    return [open.find((node) => variantOf(node) === wanted && wanted !== undefined) ?? first]
  }
  const inside = (blocks: readonly Block[]): readonly Block[] => provisionsOf(blocks).flatMap(chosen).flatMap(block)
  const block = (node: Block): Block[] => {
    if (node.type === 'list') {
      const items = provisionsOf(node.items)
        .flatMap(chosen)
        .map((item): Item => ({ ...item, attributes: decided(item.attributes), children: inside(item.children) }))
      return items.length > 0 ? [{ ...node, items }] : []
    }
    if (node.type === 'quote') {
      const children = inside(node.children)
      return children.length > 0 ? [{ ...node, children }] : []
    }
    if (node.type === 'rule') return [node]
    const own = { ...node, attributes: decided(node.attributes) }
    return [own.type === 'section' ? { ...own, children: inside(own.children) } : own]
  }
  return withMarkedNotes({ children: inside(template.children), notes: template.notes })
}

/** A policy as it is printed: guidance speaks to who makes a text, and stands in no output. The same object where there is none. */
export function withoutGuidance(policy: Policy): Policy {
  const isGuidance = ({ node }: Clause) => node.type !== 'note' && hasClass(node, 'guidance')
  if (!clauses(policy).some(isGuidance)) return policy
  const kept = <T extends Block | Item>(nodes: readonly T[]): T[] => nodes.filter((node) => !hasClass(node, 'guidance'))
  const block = (node: Block): Block[] => {
    if (node.type === 'list') {
      const items = kept(node.items).map((item): Item => ({ ...item, children: kept(item.children).flatMap(block) }))
      return items.length > 0 ? [{ ...node, items }] : []
    }
    return [node.type === 'section' || node.type === 'quote' ? { ...node, children: kept(node.children).flatMap(block) } : node]
  }
  return withMarkedNotes({ ...policy, children: kept(policy.children).flatMap(block) })
}

/** Without the notes that nothing marks any more. */
function withMarkedNotes<T extends PolicyBody>(body: T): T {
  const own = clauses({ children: body.children, notes: [] })
  const marked = new Set(own.flatMap(({ node }) => (node.type === 'note' ? [] : noteMarks(node))))
  return { ...body, notes: body.notes.filter(({ name }) => marked.has(name)) }
}

/** A condition is decided when a text is adapted: the text says nothing of it any more. */
function decided({ values: { when: _, ...values }, ...attributes }: Attributes): Attributes {
  return { ...attributes, values }
}

/** The values a school's policy has: those answered, and where nothing was, those the template gives. */
function parametersOf(template: Policy, { parameters }: Answers): Readonly<Record<string, ParameterValue>> {
  const values = Object.entries(template.metadata.parameters ?? {}).flatMap(([name, declared]) => {
    const value = Object.hasOwn(parameters, name) && isDeclared(declared) ? parameters[name] : valueIn(declared)
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(values)
}

/**
 * What a school answered, read from its policy: the values of its parameters, the variants its clauses name, and, of the optional provisions
 * of the edition it was made of, those that are there.
 */
export function answersIn(policy: Policy, template: Policy): Answers {
  const own = clauses(policy)
  const ids = new Set(own.map(({ id }) => id))
  const variants = own.flatMap(({ id, node }) => {
    const variant = node.type === 'note' ? undefined : node.attributes.values.variant
    return id === undefined || variant === undefined ? [] : [[id, variant] as const]
  })
  const optional = clauses(template).flatMap(({ id, node }) =>
    id !== undefined && node.type !== 'note' && node.attributes.classes.includes('optional') ? [[id, ids.has(id)] as const] : [],
  )
  const parameters = Object.entries(policy.metadata.parameters ?? {}).flatMap(([name, parameter]) => {
    const value = valueIn(parameter)
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    parameters: Object.fromEntries(parameters),
    variants: Object.fromEntries(variants),
    optional: Object.fromEntries(optional),
  }
}

/** Keys of a template's front matter that are the school's as well until it says otherwise. */
export const TAKEN = [
  'title',
  'subtitle',
  'subject',
  'lang',
  'numbering',
  'citation',
  'partOf',
] as const satisfies readonly (keyof Metadata)[]

/** The front matter of a new policy, in the order of the format: a draft that is pinned to the edition it was made of. */
export function adaptedMetadata(
  template: Policy,
  answers: Answers,
  { organisation, name, hash }: { readonly organisation: string; readonly name: string; readonly hash: string },
): Readonly<Record<string, unknown>> {
  const { metadata } = template
  const parameters = parametersOf(template, answers)
  const [title, subtitle, subject, lang, numbering, citation, partOf] = TAKEN.map((key) => metadata[key])
  const { template: base, version } = extendedBy({ extends: name }) ?? { template: name }
  const all = {
    title,
    subtitle,
    organisation,
    subject,
    version: '0.1.0',
    status: 'draft',
    lang,
    numbering,
    citation,
    partOf,
    extends: { template: base, version: version ?? metadata.version, hash },
    parameters: Object.keys(parameters).length > 0 ? parameters : undefined,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}
