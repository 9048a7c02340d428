import type { Element, ElementContent, Properties } from 'hast'
import { type Child, h } from '../render/html/index.js'
import type { DeskRequest, Markup } from './types.js'

/** A form that changes something: it works without a script, and carries the token that shows that our page sent it. */
export const form = (
  { token }: Pick<DeskRequest, 'token'>,
  to: string,
  children: readonly Child[],
  { files = false, name = '' }: { readonly files?: boolean; readonly name?: string } = {},
): Element => {
  const made = h(
    'form',
    {
      method: 'post',
      action: to,
      className: ['desk-form', ...(name === '' ? [] : [name])],
      ...(files ? { encType: 'multipart/form-data' } : {}),
    },
    hidden('token', token),
    children,
  )
  return { ...made, children: [...made.children, ...typedFields(made).map((field) => hidden(TYPED, field))] }
}

/** The field by which a form says of which of its fields the words are a person's own: the name of one, and behind a line end its label. */
export const TYPED = '_typed'

function typedFields(form: Element): readonly string[] {
  const labels = new Map<unknown, string>()
  const names: { readonly id: unknown; readonly name: string }[] = []
  const visit = (node: ElementContent): void => {
    if (node.type !== 'element') return
    const { htmlFor, id, name, type } = node.properties
    if (node.tagName === 'label') labels.set(htmlFor, wordsOf(node))
    if (node.tagName === 'textarea' || (node.tagName === 'input' && /^(?:text|search|date)$/.test(String(type))))
      names.push({ id, name: String(name) })
    node.children.forEach(visit)
  }
  visit(form)
  return names.map(({ id, name }) => `${name}\n${labels.get(id) ?? name}`)
}

const wordsOf = (node: ElementContent): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(wordsOf).join('') : ''

export const hidden = (name: string, value: string): Element => h('input', { type: 'hidden', name, value })

/** What can be said of any field. */
interface Field {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly value?: string | undefined
  readonly required?: boolean
  /** What is wrong with what was sent. */
  readonly wrong?: string | undefined
}

/** A field of a line, with its label above it. `list`: what may be typed, or the id of a list that the page has for several fields. */
export const field = (
  given: Field & { readonly kind?: 'text' | 'date' | 'search' | 'password'; readonly list?: readonly string[] | string },
): Element =>
  labelled(given, (properties) => {
    const list = typeof given.list === 'string' ? given.list : given.list ? `${properties.id}-list` : undefined
    return [
      h('input', {
        ...properties,
        type: given.kind ?? 'text',
        value: given.value ?? '',
        ...(list ? { list } : {}),
        autoComplete: 'off',
      }),
      typeof given.list === 'object'
        ? h(
            'datalist',
            { id: list },
            given.list.map((value) => h('option', { value })),
          )
        : undefined,
    ]
  })

/** A field of several lines. */
export const area = (given: Field & { readonly rows?: number }): Element =>
  labelled(given, (properties) => [h('textarea', { ...properties, rows: given.rows ?? 4 }, given.value ?? '')])

/** A file to choose; `accept` names the endings that are shown first. */
export const fileField = ({ accept, ...given }: Field & { readonly accept: string }): Element =>
  labelled(given, (properties) => [h('input', { ...properties, type: 'file', accept })])

/** A choice of one among several. */
export const choice = (
  given: Field & { readonly options: readonly { readonly value: string; readonly text: string }[] },
): Element =>
  labelled(given, (properties) => [
    h(
      'select',
      properties,
      given.options.map(({ value, text }) => h('option', { value, ...(value === given.value ? { selected: true } : {}) }, text)),
    ),
  ])

/** A box to tick. */
export const tick = ({
  name,
  label,
  checked = false,
}: {
  readonly name: string
  readonly label: string
  readonly checked?: boolean
}) =>
  h(
    'label',
    { className: ['tick'] },
    h('input', { type: 'checkbox', name, value: 'yes', ...(checked ? { checked: true } : {}) }),
    ` ${label}`,
  )

/** One of several, each shown as a button that stays pressed; none is chosen where `value` is none of them. */
export const choices = (
  name: string,
  options: readonly { readonly value: string; readonly text: string }[],
  value: string | undefined,
): Element =>
  h(
    'div',
    { className: ['choices'] },
    options.map((option) =>
      h(
        'label',
        {},
        h('input', { type: 'radio', name, value: option.value, ...(option.value === value ? { checked: true } : {}) }),
        ` ${option.text}`,
      ),
    ),
  )

/** What is read by few: shown when its heading is opened. */
export const folded = (words: string, children: readonly Child[], properties: Properties = {}): Element =>
  h('details', { className: ['folded'], ...properties }, h('summary', {}, words), children)

/** `main` for the act a page is for, `plain` for others, `grave` for one that cannot be undone. */
export const button = (
  words: string,
  {
    name,
    value,
    kind = 'plain',
  }: { readonly name?: string; readonly value?: string; readonly kind?: 'main' | 'plain' | 'grave' } = {},
): Element => h('button', { className: [kind], ...(name === undefined ? {} : { name, value: value ?? '' }) }, words)

export const link = (address: string, words: string, properties: Properties = {}): Element =>
  h('a', { href: address, ...properties }, words)

/** A part of the tools with a heading of its own. */
export const panel = (title: string, children: readonly Child[], name = ''): Element =>
  h('section', { className: ['panel', ...(name === '' ? [] : [name])] }, h('h2', {}, title), children)

/** A remark set apart: what was done, what went wrong, what to know. */
export const notice = (kind: 'done' | 'wrong' | 'info', children: readonly Child[]): Markup => [
  h(
    'div',
    { className: ['notice', kind], ...(kind === 'info' ? {} : { role: kind === 'wrong' ? 'alert' : 'status' }) },
    children,
  ),
]

/** Why something was not done, in words. */
export const wrongSaid = (...words: readonly Child[]): Markup => notice('wrong', [h('p', {}, ...words)])

function labelled(
  { name, label, hint, required = false, wrong }: Field,
  control: (properties: Properties) => readonly Child[],
): Element {
  // Names of the page's own parts start with `_`, which no clause id does.
  const id = `_field-${name}`
  const beside = [...(hint === undefined ? [] : [`${id}-hint`]), ...(wrong === undefined ? [] : [`${id}-wrong`])]
  return h(
    'div',
    { className: ['field'] },
    h('label', { htmlFor: id }, label),
    hint === undefined ? undefined : h('p', { className: ['hint'], id: `${id}-hint` }, hint),
    wrong === undefined ? undefined : h('p', { className: ['wrong'], id: `${id}-wrong` }, wrong),
    control({
      id,
      name,
      ...(required ? { required: true } : {}),
      ...(beside.length > 0 ? { ariaDescribedBy: beside.join(' ') } : {}),
      ...(wrong === undefined ? {} : { ariaInvalid: 'true' }),
    }),
  )
}
