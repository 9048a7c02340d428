import type { Attrs, NodeSpec, TagParseRule } from 'prosemirror-model'

/** How the attributes of a clause travel through the clipboard. */
const DATA = 'data-clause'

const CLAUSE = { id: { default: null }, classes: { default: [] }, values: { default: {} } } as const

const dataOf = ({ id, classes, values }: Attrs) =>
  id === null && classes.length === 0 && Object.keys(values).length === 0
    ? {}
    : { [DATA]: JSON.stringify({ id, classes, values }) }

/** What another program put on the clipboard is believed as far as it has our form. */
function clauseIn(element: HTMLElement): Attrs {
  try {
    const { id, classes, values } = JSON.parse(element.getAttribute(DATA) ?? '{}') as Attrs
    return {
      id: typeof id === 'string' ? id : null,
      classes: Array.isArray(classes) ? classes.filter((name) => typeof name === 'string') : [],
      values: Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => typeof value === 'string')),
    }
  } catch {
    return { id: null, classes: [], values: {} }
  }
}

const parsed = (tag: string, more: (element: HTMLElement) => Attrs = () => ({})): TagParseRule => ({
  tag,
  getAttrs: (element) => ({ ...clauseIn(element), ...more(element) }),
})

const LEVELS = [1, 2, 3, 4, 5, 6]

const ALIGN = new Set(['left', 'right', 'center'])

export const blockSpecs = {
  doc: { content: 'block+ note*' },
  paragraph: {
    group: 'block',
    content: '(inline | hardBreak)*',
    attrs: CLAUSE,
    parseDOM: [parsed('p')],
    toDOM: (node) => ['p', dataOf(node.attrs), 0],
  },
  heading: {
    group: 'block',
    content: 'inline*',
    defining: true,
    attrs: { ...CLAUSE, level: { default: 1 } },
    // The title of the policy is the first heading of its page.
    parseDOM: LEVELS.map((level) => parsed(`h${level}`, () => ({ level: Math.max(1, level - 1) }))),
    toDOM: (node) => [
      `h${Math.min(node.attrs.level + 1, 6)}`,
      { ...dataOf(node.attrs), class: `level-${node.attrs.level}`, ...(node.attrs.level > 5 ? { 'aria-level': '7' } : {}) },
      0,
    ],
  },
  list: {
    group: 'block',
    content: 'item+',
    attrs: { ordered: { default: false }, start: { default: 1 } },
    parseDOM: [
      { tag: 'ul', attrs: { ordered: false } },
      {
        tag: 'ol',
        getAttrs: (element) => ({
          ordered: true,
          start: Math.max(0, Math.trunc(Number(element.getAttribute('start') ?? 1))) || 1,
        }),
      },
    ],
    toDOM: ({ attrs: { ordered, start } }) => [
      ordered ? 'ol' : 'ul',
      { class: 'items', role: 'list', ...(ordered && start !== 1 ? { start: String(start) } : {}) },
      0,
    ],
  },
  item: {
    content: 'paragraph block*',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: () => ['li', ['div', { class: 'inside' }, 0]],
  },
  quote: {
    group: 'block',
    content: 'block+',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  },
  verbatim: {
    group: 'block',
    content: 'text*',
    marks: '',
    code: true,
    defining: true,
    attrs: { ...CLAUSE, language: { default: '' } },
    parseDOM: [{ ...parsed('pre', (element) => ({ language: element.dataset.language ?? '' })), preserveWhitespace: 'full' }],
    toDOM: ({ attrs }) => [
      'pre',
      { ...dataOf(attrs), ...(attrs.language === '' ? {} : { 'data-language': attrs.language }) },
      ['code', 0],
    ],
  },
  rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  // What the editor cannot show: kept letter by letter.
  opaque: {
    group: 'block',
    atom: true,
    attrs: { value: { default: '' } },
    toDOM: ({ attrs }) => ['pre', { class: 'opaque' }, attrs.value],
  },
  table: {
    group: 'block',
    content: 'row+',
    tableRole: 'table',
    isolating: true,
    attrs: CLAUSE,
    parseDOM: [parsed('table')],
    toDOM: (node) => ['table', dataOf(node.attrs), ['tbody', 0]],
  },
  row: { content: 'cell+', tableRole: 'row', parseDOM: [{ tag: 'tr' }], toDOM: () => ['tr', 0] },
  cell: {
    content: 'inline*',
    tableRole: 'cell',
    isolating: true,
    // Markdown has no cells of several columns; the commands for tables ask for the numbers all the same.
    attrs: { align: { default: null }, colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } },
    parseDOM: ['td', 'th'].map((tag) => ({
      tag,
      getAttrs: (element) => {
        const align = (element as HTMLElement).getAttribute('align')
        return { align: align && ALIGN.has(align) ? align : null }
      },
    })),
    toDOM: ({ attrs: { align } }) => ['td', align === null ? {} : { class: `align-${align}` }, 0],
  },
  note: {
    content: 'block+',
    isolating: true,
    defining: true,
    attrs: { name: { default: '' } },
    parseDOM: [{ tag: 'aside[data-note]', getAttrs: (element) => ({ name: element.dataset.note ?? '' }) }],
    toDOM: ({ attrs }) => ['aside', { class: 'note', 'data-note': attrs.name }, 0],
  },
} satisfies Record<string, NodeSpec>
