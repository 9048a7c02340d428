import type { MarkSpec, NodeSpec } from 'prosemirror-model'

export const inlineSpecs = {
  text: { group: 'inline' },
  hardBreak: { inline: true, selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'], leafText: () => ' ' },
  // `[](#id)`: shows the number of its target.
  reference: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { target: {} },
    parseDOM: [{ tag: 'a[data-reference]', getAttrs: (element) => ({ target: element.dataset.reference ?? '' }), priority: 60 }],
    toDOM: ({ attrs }) => ['a', { class: 'reference', 'data-reference': attrs.target }, attrs.target],
  },
  // `{{name}}`, with the blanks it was written with: shows its value.
  parameter: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { source: {} },
    parseDOM: [{ tag: 'span[data-parameter]', getAttrs: (element) => ({ source: element.dataset.parameter ?? '' }) }],
    toDOM: ({ attrs }) => ['span', { class: 'parameter', 'data-parameter': attrs.source }, attrs.source],
    leafText: ({ attrs }) => attrs.source,
  },
  noteMark: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { name: {}, label: { default: null } },
    parseDOM: [{ tag: 'sup[data-mark]', getAttrs: (element) => ({ name: element.dataset.mark ?? '' }) }],
    toDOM: ({ attrs }) => ['sup', { class: 'note-mark', 'data-mark': attrs.name }, attrs.name],
  },
  image: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { url: {}, alt: { default: '' }, title: { default: null } },
    toDOM: ({ attrs }) => ['span', { class: 'opaque' }, attrs.alt === '' ? attrs.url : attrs.alt],
  },
  // What the editor cannot show among words: the inline of the model, kept as it is.
  fragment: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { inline: {} },
    toDOM: ({ attrs }) => ['span', { class: 'opaque' }, attrs.inline.value ?? attrs.inline.url ?? attrs.inline.type],
  },
} satisfies Record<string, NodeSpec>

// Where two reach equally far, the one named first stands around the other, as the parser reads `***so***`.
export const markSpecs = {
  emphasis: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  strong: {
    parseDOM: [{ tag: 'strong' }, { tag: 'b' }],
    toDOM: () => ['strong', 0],
  },
  delete: { parseDOM: [{ tag: 'del' }, { tag: 's' }], toDOM: () => ['del', 0] },
  link: {
    attrs: { url: {}, title: { default: null } },
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const url = element.getAttribute('href') ?? ''
          // A program's own marks in a page are no links of the text.
          return url === '' || /^(?:javascript|data|file|about):/i.test(url) || url.startsWith('#_')
            ? false
            : { url, title: element.getAttribute('title') }
        },
      },
    ],
    // No address that a click could follow out of the editor.
    toDOM: ({ attrs }) => ['a', { class: 'link', href: attrs.url, title: attrs.title ?? attrs.url, rel: 'noopener' }, 0],
  },
  code: { code: true, parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
} satisfies Record<string, MarkSpec>
