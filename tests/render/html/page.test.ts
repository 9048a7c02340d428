import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { doc, heading, item, list, paragraph, render, text, wording } from './build.js'
import { labels, matrix, policy, policyWithMark, redline } from './sample.js'
import { byId, find, named, parsePage, textOf, wordsOf } from './tree.js'

const page = (...blocks: Parameters<typeof doc>[0]) => parsePage(render(doc(blocks)).value)
const main = (tree: ReturnType<typeof parsePage>) => named(tree, 'main')[0] ?? expect.fail('no main')

describe('the head of the page', () => {
  const tree = parsePage(render(policyWithMark).value)

  test('has the title once as h1, the organisation, the mark of a draft and the facts', () => {
    expect(named(tree, 'h1').map(textOf)).toEqual(['Regeling schoolreizen en excursies'])
    const header = named(tree, 'header')[0] ?? expect.fail('no header')
    for (const words of ['De Voorbeeldschool', 'Concept', '2.1.0', 'In werking']) expect(textOf(header)).toContain(words)
    expect(named(tree, 'title').map(textOf)).toEqual(['Concept – Regeling schoolreizen en excursies'])
  })

  test('carries the mark of the brand as data', () => {
    const [image] = named(tree, 'img')
    expect(image?.attributes.alt).toBe('Beeldmerk van De Voorbeeldschool')
    expect(image?.attributes.src).toMatch(/^data:image\/svg\+xml;base64,/)
  })

  test('is made from the document where there is no cover', () => {
    expect(named(parsePage(render(matrix).value), 'h1').map(textOf)).toEqual(['Regels van zeven scholen'])
  })

  test('says the language of the page', () => {
    expect(named(tree, 'html')[0]?.attributes.lang).toBe('nl')
    expect(named(parsePage(render(doc([], { lang: 'en' })).value), 'html')[0]?.attributes.lang).toBe('en')
  })
})

describe('headings', () => {
  test('come below the title and close up levels that are skipped', () => {
    const tree = page(heading(1, '1', 'Doel'), heading(3, '1.1.1', 'Diep'), heading(3, '1.1.2', 'Ook'), heading(2, '1.2', 'Half'))
    expect(named(main(tree), 'h2', 'h3', 'h4').map((tag) => [tag.name, wordsOf(tag)])).toEqual([
      ['h2', '1 Doel'],
      ['h3', '1.1.1 Diep'],
      ['h3', '1.1.2 Ook'],
      ['h3', '1.2 Half'],
    ])
  })

  test('deeper than HTML has names for say their level', () => {
    const tree = page(...[1, 2, 3, 4, 5, 6].map((level) => heading(level, undefined, `Niveau ${level}`)))
    expect(named(main(tree), 'h6').map((tag) => tag.attributes['aria-level'])).toEqual([undefined, '7'])
  })

  test('stand in the contents to its depth, with their numbers and without deleted words or footnotes', () => {
    const tree = page(
      { type: 'contents', title: 'Inhoud', depth: 2 },
      heading(1, '1', 'Doel [en streven/]', 'doel'),
      heading(2, '1.1', 'Bereik', 'bereik'),
      heading(3, '1.1.1', 'Te diep', 'diep'),
      heading(1, undefined, 'Niet genoemd', 'stil', { listed: false }),
      heading(1, '2', 'Zonder id'),
    )
    const links = named(named(tree, 'nav')[0] ?? expect.fail('no nav'), 'a')
    expect(links.map((link) => [link.attributes.href, textOf(link)])).toEqual([
      ['#doel', '1 Doel'],
      ['#bereik', '1.1 Bereik'],
      ['#_heading', '2 Zonder id'],
    ])
    expect(byId(tree, '_heading')?.name).toBe('h2')
  })

  test('that are none leave no empty contents', () => {
    expect(named(page({ type: 'contents', title: 'Inhoud', depth: 2 }, paragraph('Kort.')), 'nav')).toEqual([])
  })
})

describe('clauses', () => {
  test('show the printed number as a link to themselves', () => {
    const tree = page(list(item('a.', 'Vraag toestemming.', { id: 'toestemming' })))
    const clause = byId(tree, 'toestemming') ?? expect.fail('no clause')
    expect(wordsOf(clause)).toBe('a.Vraag toestemming.')
    expect(named(clause, 'a').map((link) => link.attributes.href)).toEqual(['#toestemming'])
  })

  test('without a number have their link at the end of their words', () => {
    const nested = list(item('•', 'Van beide ouders.'))
    const tree = page(list(item('•', [paragraph('Vraag toestemming.'), nested], { id: 'toestemming' })))
    const [words] = named(byId(tree, 'toestemming') ?? expect.fail('no clause'), 'p')
    expect(named(words ?? tree, 'a').map((link) => link.attributes.href)).toEqual(['#toestemming'])
    expect(named(main(tree), 'a')).toHaveLength(1)
  })

  test('that stand in the document twice have two ids', () => {
    const tree = page(paragraph('Oud.', { id: 'regel' }), paragraph('Nieuw.', { id: 'regel' }))
    expect(named(main(tree), 'p').map((tag) => tag.attributes.id)).toEqual(['regel', 'regel-2'])
  })

  test('are linked to where they stand; a link to nowhere becomes words and a warning', () => {
    const link = (target: string) => ({ type: 'link', target, children: [text(target)] }) as const
    const { value, messages } = render(doc([paragraph([link('later'), link('nergens')]), paragraph('Hier.', { id: 'later' })]))
    const links = named(main(parsePage(value)), 'a').filter((tag) => textOf(tag) !== '')
    expect(links.map((tag) => [tag.attributes.href, textOf(tag)])).toEqual([['#later', 'later']])
    expect(value).toContain('nergens')
    expect(messages.map(({ rule, severity }) => [rule, severity])).toEqual([['reference/unresolved', 'warning']])
  })

  test('in another language say so, right to left where it is written so', () => {
    const tree = page(
      paragraph('Hello', { lang: 'en' }),
      paragraph('مرحبا', { lang: 'ar' }),
      paragraph('?', { lang: 'x" onclick="' }),
    )
    expect(named(main(tree), 'p').map(({ attributes }) => [attributes.lang, attributes.dir])).toEqual([
      ['en', 'ltr'],
      ['ar', 'rtl'],
      [undefined, undefined],
    ])
  })
})

describe('footnotes', () => {
  const note = (number: number, ...children: Parameters<typeof doc>[0]) => ({ type: 'footnote', number, children }) as const

  test('stand at the end in order of their marks, linked both ways, also a note in a note and in a link', () => {
    const inner = paragraph([text('Buiten'), note(2, paragraph('Binnen'))])
    const tree = page(
      paragraph([text('Eerst'), note(1, inner)]),
      paragraph([{ type: 'link', url: 'https://example.org', children: [text('Dan'), note(3, paragraph('Laatst'))] }]),
    )
    const notes = find(tree, ({ attributes }) => attributes.role === 'doc-endnotes')[0] ?? expect.fail('no notes')
    expect(named(notes, 'li').map((tag) => [tag.attributes.value, wordsOf(tag).trim()])).toEqual([
      ['1', 'Buiten2'],
      ['2', 'Binnen'],
      ['3', 'Laatst'],
    ])
    for (const link of find(tree, ({ attributes }) => /^doc-(noteref|backlink)$/.test(attributes.role ?? ''))) {
      const target = byId(tree, (link.attributes.href ?? '').slice(1)) ?? expect.fail(`no ${link.attributes.href}`)
      expect(['a', 'li']).toContain(target.name)
    }
    expect(find(tree, ({ name }) => name === 'a').filter((tag) => named(tag, 'a').length > 1)).toEqual([])
  })
})

describe('tables', () => {
  const cell = (source: string) => ({ children: source === '' ? [] : [paragraph(source)] })
  const table = {
    type: 'table',
    look: 'grid',
    caption: [text('Kosten per reis')],
    columns: [{ weight: 1 }, { weight: 3, align: 'right' }, { weight: 1 }],
    head: [{ cells: [cell(''), { ...cell('Bedrag'), span: 2 }] }],
    body: [{ cells: [{ ...cell('Kamp'), header: 'row' }, cell('€ 95'), cell('€ 105')] }],
  } as const

  test('have a caption, and heads that say what they head', () => {
    const tree = page(table)
    expect(named(tree, 'caption').map(textOf)).toEqual(['Kosten per reis'])
    expect(named(tree, 'th').map((tag) => [textOf(tag), tag.attributes.scope, tag.attributes.colspan])).toEqual([
      ['Bedrag', 'colgroup', '2'],
      ['Kamp', 'row', undefined],
    ])
    expect(named(named(tree, 'tbody')[0] ?? tree, 'td').map((tag) => tag.attributes.class)).toEqual(['right', ''])
  })

  test('scroll in a group that can have the focus and is named by the caption', () => {
    const group = find(page(table), ({ attributes }) => attributes.role === 'group')[0]
    expect(group?.attributes.tabindex).toBe('0')
    expect(byId(page(table), group?.attributes['aria-labelledby'] ?? '')?.name).toBe('caption')
  })

  test('keep the widths of their columns without inline styles', () => {
    const { value } = render(doc([table]))
    expect(value).not.toContain(' style=')
    const classes = named(parsePage(value), 'col').map((tag) => tag.attributes.class)
    expect(classes.map((name) => new RegExp(`\\.${name}\\{([^}]*)\\}`).exec(value)?.[1])).toEqual([
      'width:20%',
      'width:60%',
      'width:20%',
    ])
  })
})

describe('changes and facets', () => {
  const tree = parsePage(render(redline, { labels }).value)

  test('insertions and deletions are said in words at both ends', () => {
    const [deletion] = named(tree, 'del')
    expect(
      textOf(deletion ?? tree)
        .replace(/\s+/g, ' ')
        .trim(),
    ).toBe('[vervallen: vijftien einde vervallen]')
    expect(wordsOf(deletion ?? tree).trim()).toBe('vijftien')
  })

  test('what happened to a block is said in a word', () => {
    expect(wordsOf(byId(tree, 'restgeld') ?? tree)).toContain('vervallen')
    expect(wordsOf(byId(tree, 'begeleiding') ?? tree)).toContain('verplaatst')
  })

  test('every facet has one choice with its values, named by the labels', () => {
    const selects = find(tree, ({ attributes }) => 'data-facet' in attributes)
    expect(selects.map((select) => [select.attributes['data-facet'], named(select, 'option').map(textOf)])).toEqual([
      ['significance', ['alles', 'inhoudelijk', 'redactioneel']],
      ['topic', ['alles', 'begeleiding', 'kosten']],
    ])
  })

  test('a document without them has no controls', () => {
    expect(byId(parsePage(render(policy).value), '_tools')).toBeUndefined()
  })
})

describe('the whole page', () => {
  test('says every word of the document once, in order', () => {
    const read = wordsOf(main(parsePage(render(policy).value)))
    const expected = [
      'Orgaan',
      'Vaststelling',
      'Doel en bereik',
      'Zij geldt',
      '2.1.a'.slice(4),
      'ten minste',
      'Onderweg',
      '€ 105',
      'reiscode',
    ]
    let from = -1
    for (const words of expected) {
      const at = read.indexOf(words, from + 1)
      expect(at, words).toBeGreaterThan(from)
      from = at
    }
    for (const words of ['ten minste', 'Kamp van drie dagen', 'Ook als een vereniging']) expect(read.split(words)).toHaveLength(2)
  })

  test('is the same text for the same document', () => {
    expect(render(redline, { labels }).value).toBe(render(structuredClone(redline), { labels }).value)
  })

  test('has no two equal ids', () => {
    for (const document of [policy, redline, matrix]) {
      const ids = find(parsePage(render(document).value), ({ attributes }) => 'id' in attributes).map(
        ({ attributes }) => attributes.id,
      )
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  test('says the same things in both languages, and has no text that nobody says', () => {
    const table = (lang: string) =>
      parse(readFileSync(new URL(`../../../templates/wording/page.${lang}.yaml`, import.meta.url), 'utf8')) as Record<
        string,
        string
      >
    expect(Object.keys(table('en'))).toEqual(Object.keys(table('nl')))
    const asked = new Set<string>()
    const say = wording('nl')
    const listening: typeof say = (key, values) => {
      asked.add(key)
      return say(key, values)
    }
    const changes = (['inserted', 'deleted', 'edited', 'moved'] as const).map((change) => paragraph('x', { change }))
    const struck = paragraph([{ type: 'strike', children: [{ type: 'text', value: 'x' }] }])
    const bare = { type: 'table', look: 'grid', columns: [{ weight: 1 }], head: [], body: [] } as const
    for (const document of [policy, redline, doc([...changes, struck, bare])]) render(document, { wording: listening })
    expect([...asked].sort()).toEqual(Object.keys(table('nl')).sort())
  })
})
