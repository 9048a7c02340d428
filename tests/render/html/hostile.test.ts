import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Document } from '../../../src/present/index.js'
import { runs } from '../../support/laws.js'
import { doc, heading, item, layout, list, paragraph, render, text } from './build.js'
import { byId, find, named, parsePage, skeleton, textOf } from './tree.js'

/** A document with the value in every place a text can stand. */
function everywhere(value: string): Document {
  const cell = { children: [paragraph(value)] }
  const base = doc([])
  return {
    ...base,
    title: value,
    mark: value,
    header: value,
    footer: value,
    pageNumber: `${value} {page}`,
    properties: { author: value, subject: value, keywords: [value], date: value },
    brand: { ...base.brand, mark: { format: 'svg', ratio: 1, bytes: new Uint8Array([60]), alt: value } },
    children: [
      { type: 'cover', title: value, subtitle: value, organisation: value, facts: [{ name: value, value }] },
      { type: 'contents', title: value, depth: 3 },
      heading(1, `1${value}`, value, `h${value}`, { change: 'edited', facets: { [`f${value}`]: value } }),
      paragraph([text(value), { type: 'code', value }, { type: 'link', target: `h${value}`, children: [text(value)] }], {
        id: `p${value}`,
      }),
      paragraph([{ type: 'footnote', number: 1, children: [paragraph(value)] }]),
      list(item(`1${value}`, value, { id: `i${value}` })),
      {
        type: 'table',
        look: 'grid',
        caption: [text(value)],
        columns: [{ weight: 1 }],
        head: [{ cells: [cell] }],
        body: [{ cells: [cell] }],
      },
      { type: 'verbatim', value },
    ],
  }
}

const SHARP = [
  '<script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></head><body>',
  '<!--',
  ']]>',
  '&lt;b&gt; &amp;',
  '{{constructor}} {{{body}}}',
  '\\"}body{display:none}',
  '\u202eomgekeerd\u202c',
  'שלום',
]

describe('hostile values', () => {
  const plain = skeleton(parsePage(render(everywhere('x')).value))
  const value = fc.oneof(
    fc.constantFrom(...SHARP),
    fc.array(fc.constantFrom(...SHARP, ...'<>"\'&`=/{}\\-! ax'), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
  )

  test('change no element and no attribute of the page', () => {
    fc.assert(
      fc.property(value, (hostile) => {
        const tree = parsePage(render(everywhere(`a${hostile}`)).value)
        expect(skeleton(tree)).toEqual(plain)
        expect(textOf(named(tree, 'h1')[0] ?? tree)).toBe(`a${hostile}`)
        expect(textOf(named(tree, 'pre')[0] ?? tree)).toBe(`a${hostile}`)
      }),
      { seed: 20250301, numRuns: runs(40) },
    )
  })

  test('cannot reach the style: what is generated there holds letters, digits and escapes only', () => {
    for (const hostile of SHARP) {
      const style = textOf(named(parsePage(render(everywhere(hostile)).value), 'style')[0] ?? expect.fail('no style'))
      expect(style.endsWith(layout.style)).toBe(true)
      const strings = style.slice(0, -layout.style.length).match(/"[^"]*"/g) ?? []
      expect(strings.length).toBeGreaterThan(3)
      for (const string of strings) expect(string).toMatch(/^"(?:[A-Za-z0-9 ]|\\[0-9a-f]+ )*"$/)
    }
  })

  test.each([
    'javascript:alert(1)',
    ' JAVA\tSCRIPT:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:x',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'https://[',
  ])('a link to %j leads nowhere, keeps its words and is reported', (url) => {
    const { value, messages } = render(doc([paragraph([{ type: 'link', url, children: [text('klik hier')] }], { id: 'p' })]))
    const clause = byId(parsePage(value), 'p') ?? expect.fail('no clause')
    expect(textOf(clause)).toBe('klik hier')
    expect(named(clause, 'a').map((tag) => tag.attributes.href)).toEqual(['#p'])
    expect(messages.map(({ rule }) => rule)).toEqual(['link/scheme'])
  })

  test.each(['https://example.org/?a=1&b="2"', 'mailto:raad@voorbeeld.example', 'tel:+31201234567', '../reglement.html#a'])(
    'a link to %j is kept as it stands',
    (url) => {
      const { value, messages } = render(doc([paragraph([{ type: 'link', url, children: [text('x')] }])]))
      expect(named(named(parsePage(value), 'main')[0] ?? expect.fail(), 'a').map((tag) => tag.attributes.href)).toEqual([url])
      expect(messages).toEqual([])
    },
  )

  test('a colour that is none is refused', () => {
    const { brand } = doc([])
    expect(() => render(doc([], { brand: { ...brand, primary: 'red}body{display:none' } }))).toThrow('#rrggbb')
  })
})

describe('the security policy', () => {
  test.each([
    ['as it is', layout],
    ['with line ends of another system', { ...layout, style: layout.style.replaceAll('\n', '\r\n') }],
  ])('allows this style and this script only: %s', (_, used) => {
    const tree = parsePage(render(doc([]), { layout: used }).value)
    const policy =
      find(tree, ({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')[0]?.attributes.content ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    for (const name of ['style', 'script']) {
      const elements = named(tree, name)
      expect(elements).toHaveLength(1)
      const hash = createHash('sha256')
        .update(textOf(elements[0] ?? tree))
        .digest('base64')
      expect(policy).toContain(`${name}-src 'sha256-${hash}'`)
    }
  })
})
