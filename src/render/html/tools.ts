import type { Element } from 'hast'
import type { FacetLabels } from '../../present/index.js'
import type { PageContext } from './context.js'
import { h } from './element.js'

/**
 * The controls the body calls for: one choice per facet, steps between changes, and old, new or both wordings. They do nothing
 * without the script, which shows them; undefined when the body calls for none.
 */
export function tools(context: PageContext, labels: FacetLabels): Element | undefined {
  const parts = [...filters(context, labels), ...words(context), ...steps(context)]
  if (parts.length === 0) return undefined
  return h(
    'section',
    { id: '_tools', className: ['tools'], ariaLabel: context.say('page.tools'), hidden: true },
    ...parts,
    h('output', { id: '_count', className: ['count'] }),
  )
}

function filters({ facets, say }: PageContext, labels: FacetLabels): Element[] {
  const controls = offered(facets, labels).map(([name, values]) => {
    const own = Object.hasOwn(labels, name) ? labels[name] : undefined
    const shown = (value: string) => (own?.values && Object.hasOwn(own.values, value) ? own.values[value] : undefined) ?? value
    const order = Object.keys(own?.values ?? {})
    const place = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length)
    const options = [...values].sort((a, b) => place(a) - place(b)).map((value) => h('option', { value }, shown(value)))
    return h(
      'label',
      {},
      h('span', {}, own?.name ?? name),
      h(
        'select',
        { dataFacet: name, ...(own?.of === undefined ? {} : { dataOf: own.of }) },
        h('option', { value: '' }, say('page.filter.all')),
        ...options,
      ),
    )
  })
  if (controls.length === 0) return []
  const search = h(
    'label',
    {},
    h('span', {}, say('page.search')),
    h('input', { type: 'search', id: '_search', autoComplete: 'off' }),
  )
  return [search, ...controls, h('button', { type: 'button', id: '_reset', hidden: true }, say('page.filter.reset'))]
}

/** The facets in the order of their labels, each with its values; one that another is asked of has the values of its label. */
function offered(facets: PageContext['facets'], labels: FacetLabels): [name: string, values: Iterable<string>][] {
  const asked = new Set(Object.values(labels).flatMap(({ of }) => of ?? []))
  const known = Object.keys(labels).flatMap((name): [string, Iterable<string>][] => {
    const label = labels[name]
    if (facets.size > 0 && asked.has(name)) return [[name, Object.keys(label?.values ?? {})]]
    const values = facets.get(name)
    // Values told behind those of another facet are no choice of their own.
    return values
      ? [[name, label?.of === undefined ? values : [...values].filter((value) => Object.hasOwn(label.values ?? {}, value))]]
      : []
  })
  return [...known, ...[...facets].filter(([name]) => !Object.hasOwn(labels, name))]
}

// Words that are marked in a text without changes set two texts beside each other: neither is the new one.
function words({ marked, changes, say }: PageContext): Element[] {
  if (!marked || changes === 0) return []
  const options = ['both', 'new', 'old'].map((value) => h('option', { value }, say(`page.words.${value}`)))
  return [h('label', {}, h('span', {}, say('page.words')), h('select', { id: '_words' }, ...options))]
}

function steps({ changes, say }: PageContext): Element[] {
  if (changes === 0) return []
  return [
    h(
      'div',
      { className: ['steps'], role: 'group', ariaLabel: say('page.changes') },
      h('button', { type: 'button', id: '_previous', ariaKeyShortcuts: 'p' }, say('page.changes.previous')),
      h('button', { type: 'button', id: '_next', ariaKeyShortcuts: 'n' }, say('page.changes.next')),
      // A key without a modifier must be possible to turn off (WCAG 2.1.4).
      h(
        'label',
        { className: ['keys'] },
        h('input', { type: 'checkbox', id: '_keys', checked: true }),
        ` ${say('page.changes.keys')}`,
      ),
    ),
  ]
}

/** What the script says aloud. Its `{names}` are filled in by the script. */
export function scriptWords({ say }: PageContext): Readonly<Record<string, string>> {
  return {
    shown: say('page.filter.shown', { shown: '{shown}', total: '{total}' }),
    revealed: say('page.filter.revealed'),
    cleared: say('page.filter.cleared'),
    at: say('page.changes.at', { index: '{index}', total: '{total}' }),
    countOne: say('page.changes.count.one'),
    countMany: say('page.changes.count.many', { total: '{total}' }),
    copied: say('page.copied'),
  }
}
